/** Words of the sheets of those who check, rule over a wait, take up again, or look at what is sealed. */
import { MOVE_LABELS } from '@/domain/ticket/words';

export const JUDGE = {
  check: {
    title: MOVE_LABELS.check ?? '',
    how: '看过了吗，办好了没有？',
    yes: '办好了',
    no: '没办好',
    ask: '看到的情况（可不写）',
    hint: '通过后请居民评价',
    askNot: '还差什么？',
    hintNot: '经办人会看到，接着办；居民不会被打扰',
    send: '记下复核',
    lacking: '请选办好了没有',
  },
  look: {
    title: MOVE_LABELS.look ?? '',
    ask: '为什么要看？',
    hint: '只显示这一次。谁看的、为什么看，反映人都看得到',
    send: '写好了，查看',
  },
  shelve: {
    title: MOVE_LABELS.shelve ?? '',
    why: '为什么一时办不成？',
    when: '定在哪天再办？',
    ask: '对居民怎么说？',
    hint: '居民会看到原因和日子，每月告诉一次进展，可以不同意',
    send: '列入',
    lackingWhy: '请选为什么办不成',
    lackingDay: '请定一个日子',
  },
  reopen: {
    title: '重新办',
    ask: '为什么重新办？',
    hint: '重新计时，居民和经办人都会看到',
    send: '重新办',
  },
} as const;

export const SHELVE_DAYS = { until: (day: string) => `再办的日子：${day}` } as const;

export const READY_CHECKS = {
  yes: ['到现场看过，确实办好了', '问过居民，说办好了'],
  no: ['到现场看，还没办好', '照片上看不出办好了，请补一张'],
} as const;
export const READY_LOOKS = ['要联系反映人核实情况', '要回复反映人'] as const;
export const READY_REOPENS = ['居民打电话说又坏了', '回头看时发现没办彻底'] as const;
