/** Words around the volunteers' screens: the tabs, and what somebody reads who is not one yet. */
export const TABS = { wall: '心愿墙', mine: '我认领的', activities: '活动', me: '我的' } as const;

export const NOT_YET = {
  title: '这里是志愿者用的',
  line: '会修灯、会陪老人说说话、会辅导功课，都可以来。登记一次，就能认领微心愿、报名活动。',
  register: '登记成为志愿者',
  home: '回首页',
} as const;

export const HOME_WORD = '首页';
