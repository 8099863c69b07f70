/** Words of the sheets in which a move is made. */
import type { Contact, HoldCode, ResultKind } from '@/domain/ticket/ticket';
import { MOVE_LABELS, RETURN_REASONS } from '@/domain/ticket/words';

/** Each sheet: what is asked, what helps, the button. */
export const SHEETS = {
  contact: {
    title: '联系居民',
    how: '怎么联系的？',
    ask: '说好了什么？（可不写）',
    hint: '居民会看到这段话',
    placeholder: '明天上午九点上门',
    send: '记下来',
    lacking: '请选一下怎么联系的',
  },
  ask: {
    title: '请居民补充',
    ask: '想请居民补充什么？',
    hint: '居民回答前两个钟都停，最多问两次',
    placeholder: '具体在几层？有没有照片？',
    send: '发给居民',
  },
  resolve: {
    title: '办好了',
    kind: '办到了哪一步？',
    ask: '怎么办的？',
    hint: '居民会看到这段话，再由居民评价',
    send: '提交办理结果',
    lacking: '请选一下办到了哪一步',
  },
  return: {
    title: '不归我',
    ask: '为什么不归您？',
    hint: '退回调度室重派，本单位只能退一次',
    send: '退回',
  },
  note: {
    title: '补充说明',
    ask: '要说什么？',
    hint: '居民会看到这段话',
    send: '补充',
  },
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
  hold: {
    title: MOVE_LABELS.hold ?? '',
    why: '为什么要等？',
    when: '等到哪天恢复？',
    ask: '具体是什么情况？',
    hint: '居民会看到原因和日子；居民的等待时间照算',
    send: MOVE_LABELS.hold ?? '',
    lackingWhy: '请选为什么要等',
    lackingDay: '请选哪天恢复',
  },
  extend: {
    title: '申请延期',
    howLong: '延长几个工作日？',
    day: (days: number) => `${days} 天`,
    ask: '为什么要延期？',
    hint: '只能延一次，居民会看到原因和新的日子',
    send: '申请延期',
    lacking: '请选延长几个工作日',
  },
  deny: {
    title: '不同意',
    ask: '为什么不同意？',
    hint: '申请的人会看到',
    send: '不同意',
  },
  reply: {
    title: MOVE_LABELS.reply ?? '',
    ask: '办到哪一步了，什么时候办好？',
    hint: '领导会看到',
    send: '回复',
  },
  cancelSlip: {
    title: MOVE_LABELS.cancelSlip ?? '',
    ask: '为什么撤销？',
    hint: '经办人会看到',
    send: '撤销',
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
    ask: '居民怎么说？（可不写）',
    hint: '说好了就办结，说没好就返工；没打通可以改天再打',
    times: (count: number) => `已经打过 ${count} 次，最多三次，不在同一天打满`,
    send: '记下来',
    lacking: '请选电话打得怎么样',
  },
  dispatch: {
    title: '派单',
    who: '派给谁？',
    send: (name: string) => `派给${name}`,
    sendNobody: '请选一位',
  },
} as const;

export const ASSIGNEES = {
  search: '按姓名、单位找',
  load: (count: number) => (count === 0 ? '手上没有事' : `手上 ${count} 件`),
  nobody: '现在没有当班的人可派',
  notFound: '没有这样的人，换个词试试',
  others: (count: number) => `再看 ${count} 位`,
  another: '换一位',
} as const;

export const READY_REASONS: readonly string[] = RETURN_REASONS;
export const READY_RULINGS = ['按职责清单，这件事归该单位办', '几家都有关，由离得最近的牵头办'] as const;
export const READY_DENIALS = ['原因没有写清楚，请补充后再申请', '时限还够，请按期办好'] as const;
export const READY_EXTENSIONS = ['工程量比原来估计的大', '要几个单位一起到现场'] as const;
export const READY_URGENCIES = ['有安全隐患', '影响的人多', '要几个单位一起办', '不急，可以慢慢办'] as const;
export const READY_HOLDS: Readonly<Record<HoldCode, readonly string[]>> = {
  weather: ['连着下雨没法施工，天好了就来。'],
  material: ['配件已经订了，到货就来装。'],
  season: ['这个季节不能施工，到时候先联系您。'],
  'third-party': ['已经联系了管这件事的单位，等他们来配合。'],
  budget: ['钱已经报上去了，批下来就办。'],
};
export const READY_TRANSFERS = ['经办人请假', '这件事归别的单位', '换离得近的人'] as const;

/** What is often written, by what came of it; one tap writes it and it can be changed. */
export const READY_RESULTS: Readonly<Record<ResultKind, readonly string[]>> = {
  solved: ['已经修好，试过能正常用，请您看看。', '已到现场处理完，请您看看。', '材料已经帮您办好。'],
  partly: ['先应急处理好了，还要等配件，到货再来一次。', '能办的办了，其余的要报上级，结果再告诉您。'],
  explained: ['政策和办法当面讲清楚了，需要的材料也列给您了。', '电话里讲清楚了，您再有不明白的随时打给我。'],
  unsolvable: ['这件事眼下办不了，原因是：', '不在我们的权限里，应当找：'],
};

export const CONTACT_ORDER: readonly Contact[] = ['phone', 'visit', 'message', 'unreached'];
export const RESULT_ORDER: readonly ResultKind[] = ['solved', 'partly', 'explained', 'unsolvable'];

/** Days on which a wait may end: usual spans, then one day more or less. */
export const DAYS = {
  spans: [
    { days: 3, label: '三天' },
    { days: 7, label: '一周' },
    { days: 14, label: '两周' },
    { days: 21, label: '三周' },
    { days: 30, label: '三十天' },
  ],
  until: (day: string) => `恢复的日子：${day}`,
  earlier: '早一天',
  later: '晚一天',
} as const;
