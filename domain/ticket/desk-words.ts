/** Words that only those who do the work choose from; a resident's phone does not carry them. */
import type { CallOutcome, Contact, DeclineCode, HoldCode, ResultKind } from './ticket';

export const CONTACT_WORDS: Readonly<Record<Contact, string>> = {
  phone: '电话联系上了',
  visit: '上门见到了',
  message: '留言约好了',
  unreached: '没联系上，再想办法',
};

export const RESULT_WORDS: Readonly<Record<ResultKind, string>> = {
  solved: '已解决',
  partly: '部分解决',
  explained: '已解释清楚',
  unsolvable: '暂时办不了',
};

/** Why a request is not taken, and where to turn. */
export const DECLINE_WORDS: Readonly<Record<DeclineCode | 'unfounded', { why: string; path: string }>> = {
  unfounded: {
    why: '又核实了一遍，两个人确认已经办到位',
    path: '还不同意，可以走信访渠道，也可以拨打 12345',
  },
  court: { why: '已经或应当通过诉讼、仲裁解决', path: '请到人民法院或仲裁委员会办理' },
  discipline: { why: '属于纪检监察受理的事', path: '请拨打 12388 向纪检监察机关反映' },
  review: { why: '属于行政复议的事', path: '请向有权的行政复议机关申请' },
  disclosure: { why: '属于政府信息公开申请', path: '请向区政府信息公开办公室申请' },
  petition: { why: '已经在信访程序中', path: '请按信访答复上的期限申请复查' },
  secret: { why: '涉及国家秘密、商业秘密或他人隐私', path: '请到窗口当面说明' },
  repeat: { why: '同一件事已答复过，没有新的事实', path: '有新情况请补充后再提交' },
  unlawful: { why: '请求本身违反法律法规', path: '可以先做一次法律咨询' },
  police: { why: '属于公安机关的职权', path: '请拨打 110 或到派出所' },
  higher: { why: '属于上级部门的职权', path: '我们已报告上级，也可以拨打 12345' },
  market: { why: '属于企业经营自主的事', path: '请联系该企业，也可以拨打 12315' },
};

export const HOLD_WORDS: Readonly<Record<HoldCode, string>> = {
  weather: '天气不允许',
  material: '等材料配件',
  season: '等合适的季节施工',
  'third-party': '等别的单位配合',
  budget: '等资金批复',
};

export const CALL_WORDS: Readonly<Record<CallOutcome, string>> = {
  unreached: '没打通',
  solved: '居民说好了',
  unsolved: '居民说没好',
};

/** Ready reasons for giving a ticket back: one tap, editable. */
export const RETURN_REASONS = [
  '不在我的网格',
  '不是我们办公室的事',
  '需要多个部门一起办',
  '信息不全，找不到地方',
] as const;
