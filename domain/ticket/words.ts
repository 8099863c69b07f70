/** Every word about a ticket, once: states, buttons, sentences of the story, notices. */
import type { Urgency } from '../catalogue/catalogue';
import type { Happened } from '../flow/flow';
import type { Why } from '../org/dispatch';
import { sayPassed, sayScore } from '../org/words';
import { sayDate, sayDue, sayWhen } from '../time/words';
import { CALL_WORDS, CONTACT_WORDS, DECLINE_WORDS, HOLD_WORDS, RESULT_WORDS } from './desk-words';
import { isOpen, type TicketMove, type TicketState } from './lifecycle';
import {
  type CallOutcome,
  type Contact,
  type DeclineCode,
  type HoldCode,
  type Level,
  type Pending,
  promisedAt,
  type RatingReason,
  type ResultKind,
  type Slip,
  type SlipKind,
  type Ticket,
} from './ticket';

export {
  CALL_WORDS,
  CONTACT_WORDS,
  DECLINE_WORDS,
  HOLD_WORDS,
  RESULT_WORDS,
  RETURN_REASONS,
} from './desk-words';

export const KIND_WORDS = { order: '点单', report: '报问题', advice: '咨询建议' } as const;

export const STATE_WORDS: Readonly<Record<TicketState, string>> = {
  submitted: '等派单',
  adjudicating: '等裁定',
  dispatched: '已派单',
  signed: '已签收',
  working: '正在办',
  need_info: '等您补充',
  on_hold: '暂缓',
  long_term: '长期挂账',
  checking: '办好了，复核中',
  merged: '一起办',
  resolved: '等您评价',
  closed: '已办结',
  not_accepted: '不受理',
  out_of_power: '不归乡镇管',
  withdrawn: '已撤回',
  became: '转成心愿',
};

/** The same states as the people who do the work read them. */
export const STAFF_STATE_WORDS: Readonly<Record<TicketState, string>> = {
  ...STATE_WORDS,
  submitted: '待派单',
  adjudicating: '待裁定',
  dispatched: '待签收',
  signed: '待联系',
  working: '办理中',
  need_info: '等居民补充',
  checking: '待复核',
  resolved: '等居民评价',
};

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  L1: '危急',
  L2: '紧急',
  L3: '一般',
  L4: '需协调',
  Q: '咨询',
};

/** The button of each move a person can make; the clock's moves have none. */
export const MOVE_LABELS: Readonly<Partial<Record<TicketMove, string>>> = {
  dispatch: '派单',
  transfer: '改派',
  rule: '裁定',
  urgency: '改轻重',
  decline: '不受理',
  hold: '申请暂缓',
  extend: '申请延期',
  grant: '同意',
  refute: '核实不成立',
  retract: '收回申请',
  urge: '催一催',
  deny: '不同意',
  resume: '恢复办理',
  object: '我不同意',
  reply: '回复督办单',
  cancelSlip: '撤销督办单',
  call: '电话回访',
  merge: '并到同一件',
  part: '改为单独办',
  sign: '签收',
  return: '不归我',
  contact: '已联系居民',
  ask: '请居民补充',
  answer: '补充回答',
  resolve: '办好了',
  rate: '评价',
  reopen: '还没好，重新办',
  withdraw: '不用办了',
  note: '补充说明',
  check: '复核',
  become: '转成微心愿',
  look: '查看保密信息',
  shelve: '列入长期挂账',
  convene: '发起联办',
  meet: '记会商',
  measure: '办完我的一项',
};

/** The rungs of the ladder. */
export const SLIP_WORDS: Readonly<Record<SlipKind, string>> = {
  reminder: '提醒单',
  urge: '催办单',
  supervise: '督查交办单',
  bulletin: '周会商清单',
};

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  1: '非常不满意',
  2: '不满意',
  3: '基本满意',
  4: '满意',
  5: '非常满意',
};

export const RATING_REASON_WORDS: Readonly<Record<RatingReason, string>> = {
  unsolved: '没解决',
  slow: '太慢',
  manner: '态度不好',
  unclear: '没说清楚',
  other: '其他',
};

/** Why a clock stands, for everybody who sees it. */
export const STANDING_WORDS: Readonly<Record<string, string>> = {
  asked: '等居民补充，暂停计时',
  verdict: '已办好，等居民评价',
  closed: '已结束',
  hold: '暂缓办理，办理计时停住',
  long_term: '长期挂账，办理计时停住',
  check: '已办好，等别人复核',
};

/** One plain sentence: where the request stands, as its reporter reads it. */
export function sayWhere(ticket: Ticket, now: number): string {
  const who = ticket.handler?.name ?? '';
  switch (ticket.state) {
    case 'submitted':
      if (ticket.desk.length === 0) return '已经收到，这里没有能回避的人，正等上一级来办，也可以打 12345';
      return ticket.returnedBy.length > 0 ? '正在为您换一个合适的单位' : '已经收到，正在为您找负责的人';
    case 'dispatched':
      return `已交给${ticket.handler?.unitName ?? ''}的${who}`;
    case 'signed':
      return `${who}已经接手，会先联系您`;
    case 'working':
      return ticket.cycle > 1 ? `${who}正在返工，这是第 ${ticket.cycle} 次办理` : `${who}正在办`;
    case 'adjudicating':
      return '两个单位都说不归自己，正在裁定由谁办';
    case 'on_hold':
      return `暂缓到 ${sayDate(ticket.hold?.until ?? now, now)}，${ticket.hold ? HOLD_WORDS[ticket.hold.code] : ''}；您的等待时间照算`;
    case 'long_term':
      return `一时办不成，定在 ${sayDate(ticket.hold?.until ?? now, now)}再办，每月告诉您一次进展`;
    case 'checking':
      return `${who}说办好了，换一个人去看过，再请您评`;
    case 'merged':
      return `和 ${ticket.parent?.no ?? ''} 是同一件事，一起办${ticket.beneficiary ? '' : '，办好了一样请您评'}`;
    case 'not_accepted':
    case 'out_of_power':
      return ticket.declined ? `没有受理：${DECLINE_WORDS[ticket.declined.code].why}` : '没有受理';
    case 'need_info':
      return `${who}想请您补充几句`;
    case 'resolved':
      return ticket.beneficiary
        ? `${who}说办好了，会${ticket.beneficiary.callback === 'door' ? '上门' : '打电话'}问${ticket.beneficiary.name}好不好`
        : `${who}说办好了，请您看看是不是真好了`;
    case 'closed':
      return ticket.ratings.some((rating) => rating.cycle === ticket.cycle)
        ? '已办结，谢谢您的评价'
        : '已办结，未评价';
    case 'became':
      return `转成了微心愿 ${ticket.became?.no ?? ''}，请邻里志愿者来帮`;
    case 'withdrawn':
      return `${sayWhen(ticket.closedAt ?? now, now)} 您撤回了`;
  }
}

/** The same place in the road as the people who do the work read it: who has it, and what it waits for. */
export function sayForStaff(ticket: Ticket): string {
  const slip = ticket.slips.findLast((each) => each.cycle === ticket.cycle);
  const stands = standsForStaff(ticket);
  return slip && isOpen(ticket.state) ? `${stands}；${SLIP_WORDS[slip.kind]} ${slip.no}` : stands;
}

/** So much of a reason fits on a card; all of it is in the story. */
const REASON_SHOWN = 30;

function standsForStaff({ state, handler, cycle, history, parent }: Ticket): string {
  // a full-width bracket brings its own space
  const who = `${handler?.unitName ?? ''} ${handler?.name ?? ''}`.replace('） ', '）');
  switch (state) {
    case 'submitted':
      return sayPooled(history.findLast((entry) => entry.move === 'return'));
    case 'dispatched':
      return `${who}，还没签收`;
    case 'signed':
      return `${who}，已签收，还没联系居民`;
    case 'working':
      return cycle > 1 ? `${who}，返工中，第 ${cycle} 次办理` : `${who}，正在办`;
    case 'adjudicating':
      return `${sayPooled(history.findLast((entry) => entry.move === 'return'))}，等裁定`;
    case 'on_hold':
      return `${who}，暂缓办理`;
    case 'long_term':
      return `${who}，长期挂账`;
    case 'checking':
      return `${who}，已办好，待复核`;
    case 'merged':
      return `和 ${parent?.no ?? ''} 是同一件事，一起办`;
    case 'not_accepted':
    case 'out_of_power':
      return '没有受理，已告诉居民去哪里办';
    case 'need_info':
      return `${who}，等居民补充`;
    case 'resolved':
      return `${who}，已办好，等居民评价`;
    case 'closed':
      return `${who}，已办结`;
    case 'became':
      return '转成了微心愿';
    case 'withdrawn':
      return '居民撤回了';
  }
}

function sayPooled(returned: Happened | undefined): string {
  if (!returned) return '没有找到当班的人，等人工派单';
  const reason = returned.text ?? '';
  const shown = reason.length > REASON_SHOWN ? `${reason.slice(0, REASON_SHOWN - 1)}…` : reason;
  return `${returned.about?.unit ?? ''}退回：${shown}`;
}

/** The promise to the resident, or null once there is nothing left to promise. */
export function sayPromise(ticket: Ticket, now: number): { words: string; late: boolean } | null {
  if (
    ticket.closedAt !== null ||
    ['resolved', 'checking', 'on_hold', 'long_term', 'merged'].includes(ticket.state)
  )
    return null;
  const at = promisedAt(ticket);
  // While the resident is asked, the promise moves with every hour: nothing is late then.
  const late = at < now && ticket.state !== 'need_info';
  return late
    ? { words: `承诺 ${sayDue(at, now)}办好，已经晚了`, late }
    : { words: `承诺 ${sayDue(at, now)}办好`, late };
}

/** What a slip says and how it stands. */
export function saySlip({ kind, end, reply, replyBy }: Slip, now: number): string {
  const name = SLIP_WORDS[kind];
  if (end) return end.how === 'cancelled' ? `${name}：已撤销，${end.text}` : `${name}：已办结`;
  if (reply) return `${name}：已回复，${reply.text}`;
  return replyBy === null ? `${name}：超过办理时限` : `${name}：请在${sayDue(replyBy, now)}回复`;
}

/** What waits for consent, in one line. */
export function sayPending({ kind, code, until, days }: Pending, now: number): string {
  if (kind === 'extension') return `申请延期 ${days} 个工作日`;
  if (kind === 'hold') return `申请暂缓到 ${sayDate(until ?? now, now)}（${HOLD_WORDS[code as HoldCode]}）`;
  if (kind === 'unfounded') return '核实后认为已经办到位，建议办结';
  return `建议不受理（${DECLINE_WORDS[code as DeclineCode].why}）`;
}

/** Why this person has it: shown to everyone concerned ("为什么是他"). */
export function sayWhy({ among, clause, load, passed = [], post, score }: Why): string {
  const parts = score ? sayScore(score, load) : `手上 ${load} 件`;
  const choice = among > 1 ? `当班的 ${among} 人里他最合适，${parts}` : '今天由他当班';
  const by = clause ? `，依据：${clause}` : '';
  const who = passed.length > 0 ? `${sayPassed(passed)}，最后由${post}接办` : `由${post}负责`;
  return `这类事在这个地方${who}${by}；${choice}。`;
}

/** The title of one entry of the story; `mine` when the reader reported it. */
export function sayHappened(entry: Happened, mine: boolean): string {
  const name = mine && entry.by.role === 'reporter' ? '您' : entry.by.name;
  const about = entry.about ?? {};
  switch (entry.move as TicketMove | 'file') {
    case 'file':
      return `${name}提交了`;
    case 'dispatch':
      return `派给${about.unit}的${about.name}`;
    case 'transfer':
      return `改派给${about.unit}的${about.name}`;
    case 'succeed':
      return `${about.from}不再负责，由${about.unit}的${about.name}接着办`;
    case 'vacate':
      return `${about.from}不再负责，回到工单池重派`;
    case 'sign':
      return about.late ? `${name}签收（晚了）` : `${name}已签收`;
    case 'return':
      return `${about.unit}认为不归自己，退回重派`;
    case 'contact':
      return `${name}：${CONTACT_WORDS[about.contact as Contact] ?? '已联系'}`;
    case 'ask':
      return `${name}请您补充`;
    case 'answer':
      return `${name}回答了`;
    case 'expire':
      return '五天没有等到补充，先按现有情况办';
    case 'resolve':
      return `${name}办好了：${RESULT_WORDS[about.result as ResultKind] ?? ''}`;
    case 'rate':
      return sayVerdict(about);
    case 'close':
      return '七天没有评价，记为“未评价”，不算满意';
    case 'reopen':
      return `${name}说还没好，重新办理`;
    case 'withdraw':
      return `${name}撤回了`;
    case 'note':
      return `${name}补充说明`;
    case 'remind':
      return about.with === '' ? '还没有派出去，已提醒调度室' : '还没有人签收，已提醒负责人';
    case 'rule':
      return `裁定由${about.unit}的${about.name}办`;
    case 'urgency':
      return `轻重改为${URGENCY_WORDS[about.urgency as Urgency] ?? ''}，时限重新计算`;
    case 'decline':
      return `${name}建议不受理，等另一人确认`;
    case 'hold':
      return `${name}申请暂缓：${HOLD_WORDS[about.code as HoldCode] ?? ''}`;
    case 'extend':
      return `${name}申请延期 ${about.days} 个工作日`;
    case 'grant':
      return sayGranted(name, String(about.kind), Number(about.days));
    case 'refute':
      return `${name}核实后认为已经办到位，等另一人确认`;
    case 'retract':
      return `${name}收回了申请`;
    case 'askConsent':
      return '一个工作日没有答复，已再次提醒';
    case 'urge':
      return `${name}催了一次`;
    case 'deny':
      return `${name}没有同意`;
    case 'resume':
      return `${name}恢复办理`;
    case 'holdEnds':
      return '暂缓的日子到了，恢复办理';
    case 'object':
      return `${name}不同意`;
    case 'call':
      return `${name}电话回访：${CALL_WORDS[about.outcome as CallOutcome] ?? ''}`;
    case 'nudge':
      return '时间用了四分之三，已提醒经办人';
    case 'slip':
      return `${about.late === false ? '事情要紧' : '超过时限'}，已发${SLIP_WORDS[about.kind as SlipKind] ?? '提醒单'} ${about.no}`;
    case 'merge':
      return `和 ${about.no} 是同一件事，一起办`;
    case 'part':
      return '改为单独办理';
    case 'settle':
      return `${about.no} 办好了，请您也看一看`;
    case 'joined':
      return `又有一位居民反映同一件事，现在共 ${Number(about.count) + 1} 位`;
    case 'reply':
      return `${name}回复督查交办单 ${about.no}`;
    case 'cancelSlip':
      return `${name}撤销了督办单 ${about.no}`;
    case 'check':
      return about.passed ? `${name}复核通过` : `${name}复核没通过，继续办`;
    case 'passUnchecked':
      return '一个工作日没有人复核，先请居民看';
    case 'look':
      return `${name}查看了保密的姓名电话`;
    case 'become':
      return `转成微心愿 ${about.no}，请志愿者来帮`;
    case 'shelve':
      return `${name}列入长期挂账：${HOLD_WORDS[about.code as HoldCode] ?? ''}`;
    case 'askNews':
      return '一个月了，已提醒经办人写进展';
    case 'convene':
      return `${name}请${about.units}一起办`;
    case 'meet':
      return Number(about.measures) > 0 ? `会商定了 ${about.measures} 项措施` : '开了会商';
    case 'measure':
      return `${about.unit}办完了“${about.what}”`;
    case 'measureLate':
      return `${about.unit}的措施到期没办完，已发催办单 ${about.no}`;
    case 'unmet':
      return '三个工作日没有会商，已报告负责人';
    case 'recompute':
      return '工作日历有变动，期限按新日历重新计算';
  }
}

function sayGranted(name: string, kind: string, days: number): string {
  if (kind === 'hold') return `${name}同意暂缓`;
  if (kind === 'unfounded') return `${name}确认已经办到位，办结`;
  return kind === 'extension' ? `${name}同意延期 ${days} 个工作日` : `${name}确认不受理`;
}

function sayVerdict(about: NonNullable<Happened['about']>): string {
  const level = LEVEL_WORDS[Number(about.level) as Level];
  const reasons = String(about.reasons ?? '')
    .split(',')
    .filter(Boolean)
    .map((reason) => RATING_REASON_WORDS[reason as RatingReason])
    .join('、');
  const verdict = level ?? (about.solved === 'no' ? '没有解决' : '已评价');
  return reasons ? `评价：${verdict}（${reasons}），返工` : `评价：${verdict}`;
}

/** A notice in the list of a person: one line, one sentence. `service` is the ticket's name. */
export function sayNotice(kind: string, service: string): string {
  const say: Readonly<Record<string, string>> = {
    assigned: `新任务：${service}，请签收`,
    dispatched: `“${service}”已经派人`,
    pooled: `“${service}”没有找到当班的人，请人工派单`,
    taken: `“${service}”已改派他人`,
    signed: `“${service}”有人接手了`,
    returned: `“${service}”被退回，请重新派单`,
    contacted: `“${service}”经办人联系过您`,
    asked: `“${service}”请您补充几句`,
    answered: `“${service}”居民已补充`,
    unanswered: `“${service}”居民五天未补充，请继续办理`,
    lapsed: `“${service}”没有等到您的补充，先按现有情况办`,
    resolved: `“${service}”办好了，请您评一评`,
    rated: `“${service}”收到评价`,
    rework: `“${service}”居民不满意，已自动返工`,
    'handed-on': `“${service}”居民不满意，已换人办`,
    closed: `“${service}”已办结，记为未评价`,
    reopened: `“${service}”居民要求重新办理`,
    withdrawn: `“${service}”居民撤回了`,
    noted: `“${service}”居民补充了说明`,
    news: `“${service}”有新进展`,
    undispatched: `“${service}”还在工单池里，请马上派单`,
    ruled: `“${service}”已裁定由您办，请签收`,
    consent: `“${service}”有一项申请等您同意`,
    'consent-waits': `“${service}”有一项申请等了一个工作日，请同意或不同意`,
    unfounded: `“${service}”核实后办结了，请看说明；不同意还有路可走`,
    urged: `“${service}”居民催了，答应的日子已过，请马上处理`,
    unruled: `“${service}”还没有裁定由谁办，请马上裁定`,
    granted: `“${service}”的申请已同意`,
    denied: `“${service}”的申请没有同意`,
    held: `“${service}”暂缓办理，请看原因和日子`,
    resumed: `“${service}”恢复办理`,
    extended: `“${service}”延期了，请看原因和新的日子`,
    declined: `“${service}”没有受理，请看原因和去哪里办`,
    objected: `“${service}”居民不同意，请再看一看`,
    urgency: `“${service}”轻重和时限改了`,
    callback: `“${service}”办好了，请打电话或上门回访本人`,
    merged: `“${service}”已有人反映，一起办，办好了一样请您评`,
    joined: `“${service}”又有居民反映同一件事`,
    called: `“${service}”电话回访过了`,
    unsigned: `“${service}”超过签收时限，请马上签收`,
    nudge: `“${service}”时间已用四分之三，请抓紧`,
    'slip-reminder': `“${service}”已超时限，提醒单请查收`,
    'slip-urge': `“${service}”超时限一个工作日，催办单请查收`,
    'slip-supervise': `“${service}”督查交办单，请在一个工作日内回复`,
    'slip-supervise-sent': `“${service}”已发督查交办单，经办单位一个工作日内回复`,
    'slip-bulletin': `“${service}”超时限五个工作日，已列入周会商清单`,
    'slip-replied': `“${service}”督查交办单有回复`,
    'danger-over': `“${service}”办好了，反映人已撤回，险情排除`,
    check: `“${service}”办好了，请您复核`,
    'check-failed': `“${service}”复核没通过，请接着办`,
    'rule-rework': `“${service}”返工多次居民仍不满意，请负责人定由谁办`,
    looked: `有人查看了您在“${service}”里保密的姓名电话，请看原因`,
    became: `“${service}”转成了微心愿，请邻里志愿者来帮`,
    shelved: `“${service}”列入长期挂账，请看原因和日子`,
    'news-due': `“${service}”挂账满一个月，请把进展告诉居民`,
    convened: `“${service}”几个单位一起来办`,
    measure: `请您一起办“${service}”，看看您的一项`,
    'measure-done': `“${service}”有一项措施办完了`,
    'measures-done': `“${service}”各单位的措施都办完了，请您收尾`,
    'measure-late': `“${service}”您的一项措施已到期，催办单请查收`,
    'measure-silent': `“${service}”有单位的措施到期没办完`,
    unmet: `“${service}”三个工作日还没有会商`,
    'slip-cancelled': `“${service}”的督办单已撤销`,
  };
  return say[kind] ?? `“${service}”有新进展`;
}
