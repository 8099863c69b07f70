/** Words of the reply templates. */
import type { ReplyUse } from '@/domain/reply/reply';

/** What each is written with. */
export const USE_WORDS: Readonly<Record<ReplyUse, string>> = {
  contact: '联系居民',
  ask: '请居民补充',
  note: '补充说明',
  hold: '申请暂缓',
  'hold:weather': '暂缓：天气',
  'hold:material': '暂缓：等材料',
  'hold:season': '暂缓：季节',
  'hold:third-party': '暂缓：等别的单位',
  'hold:budget': '暂缓：等经费',
  extend: '申请延期',
  return: '不归我',
  decline: '不受理',
  'resolve:solved': '办好了：已解决',
  'resolve:partly': '办好了：部分解决',
  'resolve:explained': '办好了：讲清楚了',
  'resolve:unsolvable': '办好了：办不了',
  reply: '回复督办单',
  transfer: '改派',
};

export const REPLIES = {
  back: '我的',
  title: '常用回复',
  which: '什么时候用？',
  own: '我们工作区自己的',
  noOwn: '还没有。站长、调度员和领导可以加，大家都能用。',
  common: '通用的',
  add: '加一条',
  removed: '已删掉',
  saved: '已保存，大家都能用了',
  delete: '删掉这一条？',
  yes: '删掉',
} as const;

export const ADD = {
  title: (use: string) => `加一条：${use}`,
  text: '写什么？',
  insert: '点一下插进去，用的时候自动填上',
  looks: '用的时候是这样',
  save: '保存',
  lacking: '先写内容',
} as const;

/** Fills a preview. */
export const EXAMPLE = { service: '路灯楼道灯', place: '3号楼2单元' } as const;
