/** How activities are spoken of, to people. */
import type { ActivityMove, ActivityState } from './lifecycle';

export const ACTIVITY_STATE_WORDS: Readonly<Record<ActivityState, string>> = {
  draft: '草稿',
  published: '报名中',
  running: '正在进行',
  ended: '已结束',
  cancelled: '已取消',
};

export const ACTIVITY_MOVE_WORDS: Readonly<Record<ActivityMove, string>> = {
  edit: '修改',
  publish: '发布',
  join: '报名',
  leave: '取消报名',
  remind: '提醒',
  start: '开始签到',
  finish: '活动结束',
  cancel: '取消活动',
  chronicle: '写一条纪实',
};

/** A notice about an activity; null for a kind that is not about activities. */
export function sayActivityNotice(kind: string, title: string): string | null {
  switch (kind) {
    case 'activity-reminded':
      return `明天有您报名的“${title}”，来不了可以取消，把名额让给别人`;
    case 'activity-changed':
      return `您报名的“${title}”改了时间或地点，请看一眼`;
    case 'activity-cancelled':
      return `您报名的“${title}”取消了，原因写在里面`;
    case 'activity-promoted':
      return `有人让出名额，您报上“${title}”了`;
    case 'activity-unsure':
      return `“${title}”结束时您没有签退，请写一下几点走的，好记时长`;
    case 'activity-amended':
      return `有人改了您在“${title}”的服务时长，请看对不对`;
    case 'activity-claimed':
      return `有人申请改“${title}”的服务时长，请看对不对`;
    case 'activity-granted':
      return `您在“${title}”的服务时长已改好`;
    case 'activity-appraised':
      return `您在“${title}”的服务有了一条评价，您可以说明`;
    case 'activity-denied':
      return `您在“${title}”的服务时长没有改，原因写在里面`;
    default:
      return null;
  }
}
