/** Words of handling together. */
import { MOVE_LABELS } from '@/domain/ticket/words';

export const CONVENE = {
  title: MOVE_LABELS.convene ?? '',
  who: '请谁一起办？可以选几家',
  ask: '请他们办什么？',
  hint: '您还是牵头的。每家各领一项，三个工作日内要会商一次',
  send: '发出去',
  lacking: '请至少选一家',
} as const;
export const READY_CONVENES = ['请到现场一起看，各办各的一块', '请派人一起会商，定下谁办哪一项'] as const;

export const MEET = {
  title: MOVE_LABELS.meet ?? '',
  ask: '会上怎么说的？',
  hint: '大家都会看到；每一项到期会提醒办的人',
  send: '记下来',
  agreed: '定下的措施',
  none: '还没有写。只开了会、没有新措施，也可以直接记。',
  add: '加一项措施',
  who: '谁来办？',
  what: '办什么？',
  when: '哪天办完？',
  latest: (day: string) => `最晚 ${day}`,
  put: '加上这一项',
  drop: '不加了',
  remove: '删掉',
  lackingWho: '请选谁来办这一项',
  lackingWhat: '请写清楚办什么',
  lackingDay: '请选哪天办完',
  unfinished: '有一项措施还没加上，请先加上或不加',
} as const;

export const MEASURE = {
  title: MOVE_LABELS.measure ?? '',
  which: '办完了哪一项？',
  ask: '怎么办的？',
  hint: '牵头的人和居民都会看到',
  send: '办完了',
  lacking: '请选办完了哪一项',
} as const;
