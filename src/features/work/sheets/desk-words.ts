/** Words of the sheets of those who answer for others' work. */
import { MOVE_LABELS } from '@/domain/ticket/words';

/** Each sheet: what is asked, what helps, the button. */
export const DESK_SHEETS = {
  transfer: {
    title: '改派',
    who: '改派给谁？',
    ask: '为什么改派？',
    hint: '原来的和新的经办人都会看到',
    send: '改派',
    lacking: '请选一位',
  },
  rule: {
    title: '裁定',
    who: '由谁办？',
    ask: '为什么由他办？',
    hint: '裁定后就定了，接到的单位不能再退',
    send: '裁定',
    lacking: '请选一位',
  },
  dispatch: {
    title: '派单',
    who: '派给谁？',
    send: (name: string) => `派给${name}`,
    sendNobody: '请选一位',
  },
  decline: {
    title: '不受理',
    why: '为什么不受理？',
    another: '换一个原因',
    path: (path: string) => `居民会看到：${path}`,
    ask: '对居民怎么说？',
    hint: '另一个人确认后居民才会看到，居民可以不同意',
    send: '提请不受理',
    lacking: '请选不受理的原因',
  },
  deny: {
    title: '不同意',
    ask: '为什么不同意？',
    hint: '申请的人会看到',
    send: '不同意',
  },
  urgency: {
    title: '改轻重',
    how: (now: string) => (now ? `现在是${now}，改成什么？` : '改成什么？'),
    ask: '为什么要改？',
    hint: '时限会重新计算，居民会看到',
    send: '改轻重',
    lacking: '请选新的轻重',
  },
  call: {
    title: '电话回访',
    noPhone: '没有留电话',
    said: '电话打得怎么样？',
    saidAtDoor: '上门问了，怎么样？',
    notMet: '没见到本人',
    ask: '居民怎么说？（可不写）',
    hint: '说好了就办结，说没好就返工；没打通可以改天再打',
    times: (count: number) => `已经打过 ${count} 次，最多三次，不在同一天打满`,
    send: '记下来',
    lacking: '请选问得怎么样',
  },
  cancelSlip: {
    title: MOVE_LABELS.cancelSlip ?? '',
    ask: '为什么撤销？',
    hint: '经办人会看到',
    send: '撤销',
  },
} as const;

export const READY_RULINGS = ['按职责清单，这件事归该单位办', '几家都有关，由离得最近的牵头办'] as const;

export const READY_DENIALS = ['原因没有写清楚，请补充后再申请', '时限还够，请按期办好'] as const;

export const READY_URGENCIES = ['有安全隐患', '影响的人多', '要几个单位一起办', '不急，可以慢慢办'] as const;
