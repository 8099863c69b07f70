/** Words around the staff's screens: tabs, who I am, and what a visitor without a work identity reads. */
export const TABS = { work: '待办', pool: '工单池', late: '督办', me: '我的' } as const;

export const STRANGER = {
  title: '这里是工作人员用的',
  line: '网格员、科室和调度室的人在这里签收、办理。向站长要一个邀请码，绑定一次就能用。来办事，请回首页。',
  bind: '绑定工作身份',
  home: '回首页',
} as const;

export const ME = {
  title: '我的',
  done: '我办过的',
  doneLine: '已经办结的，最近的在前',
  responsibility: '谁负责什么',
  responsibilityLine: '责任表、漏洞检查、改之前先试算',
  wishes: '心愿审核',
  wishesLine: '看过才上墙；办到了没回音的问一问',
  wall: '心愿墙',
  wallLine: '替老人、孩子许个心愿',
  roster: '值班和请假',
  rosterLine: '谁在岗、谁请假、手里的事谁接',
  calendar: '工作日历',
  shelf: '服务菜单',
  shelfLine: '居民能点什么，谁负责',
  calendarLine: '放假调休、本单位上班时间和临时关门',
  standing: '积分与谢礼',
  standingLine: '核查、待领取、货架、荣誉评选',
  replies: '常用回复',
  repliesLine: '办事时点一下就能写上的话',
  activities: '活动',
  activitiesLine: '发起、发布、签到、时长',
  volunteers: '志愿者',
  volunteersLine: '谁会什么；双报到名单',
  codes: '打印一码办',
  codesLine: '选一个村，一张 A4 贴八个码',
  notices: '消息',
  noticesLine: '新任务、催办和居民评价',
  large: '大字版',
  largeLine: '字和按钮都放大，每一页都管用',
  resident: '回居民首页',
  residentLine: '自己家的事在那里办',
} as const;

/** The way from what is late to the rates; here, so that the late page does not carry the rates along. */
export const TO_RATES = { title: '各项比率', line: '签收、办结、满意，分子分母都写明' } as const;

/** Which unit a page is about. */
export const UNIT = { which: '哪个单位？', change: '点这里换一个单位' } as const;
