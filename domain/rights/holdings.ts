/**
 * What is kept about a person, why, for how long, and what becomes of it when they want to be forgotten: the one list
 * that 我的数据 shows and that the privacy notice is written from (PIPL §17, §44–47). A new kind of personal data is a
 * line here before it is stored.
 */

/** What kinds there are; those with rows can be taken along one by one. */
export const HOLDINGS = [
  {
    id: 'profile',
    title: '名字和电话',
    what: '您自己留的称呼、电话和微信给的编号',
    why: '您自己留下的，办事的人好找您',
    how: '您删除之前一直留着，随时能改',
    gone: '全部删除',
  },
  {
    id: 'tickets',
    title: '办件',
    what: '您报的事、地址、照片、语音和评价',
    why: '镇街履行职责要办这件事',
    how: '是镇街的工作档案，您要求删除之前一直留着；传了没用上的照片和语音，一天后自动删除',
    gone: '没办完的替您撤回，险情接着排除；内容、地址、照片全部删除，只留“某天办过一件路灯”这样的统计',
  },
  {
    id: 'wishes',
    title: '微心愿',
    what: '您许的、认领的、排队的心愿',
    why: '您同意后贴上心愿墙',
    how: '您要求删除之前一直留着',
    gone: '没实现的撤下，认领的还回去，您的名字和电话全部删除',
  },
  {
    id: 'parts',
    title: '活动和服务时长',
    what: '您报名和参加过的活动',
    why: '志愿服务记录（民政部令第67号）',
    how: '您删除之前一直留着',
    gone: '取消报名，记录里不再有您，证明作废',
  },
  {
    id: 'points',
    title: '积分和换的东西',
    what: '积分的每一笔，换了什么',
    why: '您参加积分后记账',
    how: '积分到期作废，账留到您要求删除',
    gone: '没领的退掉，账本删除',
  },
  {
    id: 'notices',
    title: '通知',
    what: '告诉过您的话',
    why: '把进展告诉您',
    how: '您删除之前一直留着',
    gone: '全部删除',
  },
  {
    id: 'deeds',
    title: '安全日志',
    what: '重要操作的时间和结果，没有您写的话',
    why: '网络安全法要求留存',
    how: '不少于 400 天',
    gone: '依法留着，但换掉您的编号，看不出是您',
  },
] as const;
export type HoldingId = (typeof HOLDINGS)[number]['id'];

/** Kinds that can be taken along, in the order of the file. */
export const PARTS = ['profile', 'tickets', 'wishes', 'parts', 'points', 'notices'] as const;
export type ExportPart = (typeof PARTS)[number];

/** What somebody has agreed to and may take back with one tap. */
export const CONSENTS = ['contact', 'messages', 'volunteer'] as const;
export type ConsentId = (typeof CONSENTS)[number];

/** After the wish to be forgotten every running function has heard of it by then (ms): none remembers a person longer. */
export const LEAVES_AFTER = 120_000;
