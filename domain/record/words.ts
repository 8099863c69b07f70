/** How one's own part is spoken of. */
import type { ParticipationMove, ParticipationState } from './lifecycle';

/** To the person themselves. 未签到 is said to nobody else but whoever answers for the activity. */
export const PARTICIPATION_STATE_WORDS: Readonly<Record<ParticipationState, string>> = {
  waiting: '候补中',
  seated: '已报名',
  here: '已签到',
  done: '已完成',
  unsure: '没有签退',
  absent: '未签到',
  left: '已取消报名',
  void: '活动取消了',
  erased: '已删除',
};

export const PARTICIPATION_MOVE_WORDS: Readonly<Record<ParticipationMove | 'join', string>> = {
  join: '报名',
  follow: '名单有变化',
  checkIn: '签到',
  checkOut: '签退',
  amend: '申请改时长',
  grant: '同意',
  deny: '不同意',
  appraise: '写评价',
  reply: '本人说明',
  keepsake: '留个影',
  erase: '删掉这条记录',
};
