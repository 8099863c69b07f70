/** Words of a request's screens that are not the table's own (those are in domain/ticket/words.ts). */
import { MOVE_LABELS } from '@/domain/ticket/words';

export const TICKET = {
  tickets: '办件',
  who: '谁在办',
  whyHim: '为什么是他',
  whyTitle: '为什么派给他',
  whyFair: '派单看三样：这类事、这个地方归谁管，谁今天当班，谁手上的事最少。不看人情。',
  story: '办理经过',
  written: '当时写的',
  thread: '来龙去脉',
  threadLine: '看看后来怎么样了',
  photosWith: '一起发来的照片',
  noWords: '没有写字，只选了项目',
  before: '办前',
  after: '办后',
  result: '办理结果',
  asks: '想请您补充',
  askedBy: (name: string) => `${name}想请您补充`,
  late: (no: string) => `已经超过承诺的时间。提醒单 ${no} 已发给经办人和负责人。`,
  moreToDo: '还可以',
  callHim: (name: string) => `打电话给${name}`,
  call: '打电话',
  withdrawLine: '不需要了，撤回这件事',
  again: '又有问题，再报一件',
  againLine: '已经办结很久，新的一件会和这件连起来',
  urgeLine: '答应的日子过了，告诉经办人和负责人，可以催一次',
  urged: '催过了，经办人和负责人都收到了',
  dial: (number: string) => `打 ${number}`,
  objected: '已经说过不同意，负责人会再看一看。',
  forWhom: '替谁报的',
  waitingForPerson: '正在找负责的人，派到人会通知您。',
} as const;

export const LISTS = {
  mine: '我的事',
  mineLine: (count: number) => (count > 0 ? `${count} 件等您看一看` : '看看办到哪一步了'),
  all: '全部',
  nothing: '现在没有在办的事。您提交的，办到哪一步都会出现在这里。',
  title: '我的办件',
  forYou: '等您看一看',
  open: '正在办',
  ended: '已结束',
  more: '再看更早的',
  emptyTitle: '您办的事会出现在这里',
  emptyLine: '点一项服务，或者报一个问题，走到哪一步都看得见。',
  emptyAction: '点一项服务',
} as const;

/** Who takes it up when it is not good yet: the same person first, then another, then whom the leader names. */
export function sayRework(cycle: number): string {
  if (cycle <= 1) return '原来的人接着办';
  return cycle === 2 ? '换一个人来办' : '由负责人定谁来办';
}

/** Sheets in which a person says something: title, what to write, the button. */
export const SAY = {
  note: { title: MOVE_LABELS.note, ask: '要补充什么？', hint: '经办人会马上看到', send: '补充' },
  answer: { title: MOVE_LABELS.answer, ask: '您的回答', hint: '写一句、说一段或拍张照都行', send: '回答' },
  reopen: {
    title: '还没好，重新办',
    ask: '哪里还没好？',
    hint: '重新计时',
    send: '重新办',
  },
  object: {
    title: MOVE_LABELS.object,
    ask: '为什么不同意？',
    hint: '负责人会再看一看，只能提一次',
    send: '提交',
  },
} as const;

export const EVIDENCE = {
  photos: '照片',
  photosOptional: '照片（可不拍）',
  photosRequired: '照片（要有一张）',
  wait: '照片还在上传，请稍等',
  failed: '照片没传上，请点它重传，或删掉重拍',
  without: {
    title: '有照片没传上',
    words: '文字先发出去，照片过后可以再补。',
    yes: '先发文字',
  },
  write: '请先写一句',
  photo: '请拍一张照片',
} as const;

/** What waits on this phone. */
export const OUTBOX = {
  waiting: '等待发送',
  refused: '没发成',
  keptShort: '已存在手机里，有网自动发出去',
} as const;

export const WITHDRAW = {
  title: '这件事不用办了？',
  words: '撤回后经办人就不再处理。要办可以再提交一次。',
  danger: '这件事可能有危险，撤回后我们还会去看一看，只是不再找您。',
  yes: '撤回',
} as const;

export const FILED = {
  done: '已经提交，时间从现在算起。',
  keep: (no: string) => `编号 ${no}，在“办件”里随时能看。`,
} as const;
