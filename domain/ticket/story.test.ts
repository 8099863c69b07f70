/** What the story of a ticket says after each move: the sentence, what was written with it, and how many photos it shows. */
import { CLOCK } from '@/domain/flow/actor';
import { DAY, HOUR } from '@/domain/time/day';
import { assignmentTo, decide, filed, inState, moved, START } from '@/test/builders/ticket';
import { hou, lin, qian, shu, sun, zhao } from '@/test/builders/town';
import type { TicketMove } from './lifecycle';
import type { Ticket } from './ticket';
import { sayHappened } from './words';

type Given = Parameters<typeof decide>[4];
type Person = typeof lin;

const at = START + HOUR;
const working = inState('working');
const helped = moved(working, 'convene', zhao, at);
const asked = (move: 'decline' | 'hold' | 'extend', from: Ticket, by: Person) => moved(from, move, by, at);
const resolved = inState('resolved');
const PHOTO = { photos: ['cloud://local.b/u/2026-03/b.jpg'] };

test.each<[TicketMove, Ticket, Person, Given, string, string?, number?]>([
  ['dispatch', inState('submitted'), qian, {}, '派给闫满村网格的孙立'],
  ['transfer', working, qian, {}, '改派给闫满村网格的孙立', '赵海平请假'],
  ['succeed', working, CLOCK, {}, '赵海平不再负责，由闫满村网格的孙立接着办'],
  ['vacate', working, CLOCK, {}, '赵海平不再负责，回到工单池重派'],
  ['rule', inState('adjudicating'), shu, {}, '裁定由闫满村网格的孙立办', '按职责清单第 7 条'],
  ['urgency', working, sun, {}, '轻重改为紧急，时限重新计算', '整栋楼都不亮'],
  ['sign', filed(), zhao, {}, '赵海平已签收'],
  ['return', filed(), zhao, {}, '闫满村网格认为不归自己，退回重派', '不在我的网格'],
  ['contact', inState('signed'), zhao, PHOTO, '赵海平：电话联系上了', undefined, 1],
  ['contact', inState('signed'), zhao, { text: ' 晚上再打 ' }, '赵海平：电话联系上了', '晚上再打'],
  ['ask', working, zhao, {}, '赵海平请您补充', '是哪一层？'],
  ['answer', inState('need_info'), lin, PHOTO, '林桂芬回答了', '二层', 1],
  ['expire', inState('need_info'), CLOCK, {}, '五天没有等到补充，先按现有情况办'],

  ['decline', inState('submitted'), qian, {}, '钱调建议不受理，等另一人确认', '法院正在审理'],
  ['grant', asked('decline', inState('submitted'), qian), shu, {}, '舒记确认不受理'],
  ['hold', working, zhao, {}, '赵海平申请暂缓：天气不允许', '大雪封路'],
  ['grant', asked('hold', working, zhao), sun, { text: '注意安全' }, '孙立同意暂缓', '注意安全'],
  ['deny', asked('hold', working, zhao), sun, {}, '孙立没有同意', '再想想办法'],
  ['extend', working, zhao, {}, '赵海平申请延期 5 个工作日', '灯具要从厂家发货'],
  ['grant', asked('extend', working, zhao), sun, {}, '孙立同意延期 5 个工作日'],
  ['object', inState('on_hold'), lin, {}, '林桂芬不同意', '等不了那么久'],
  ['object', inState('not_accepted'), lin, {}, '林桂芬不同意', '等不了那么久'],
  ['resume', inState('on_hold'), sun, { text: '雪停了' }, '孙立恢复办理', '雪停了'],
  ['holdEnds', inState('on_hold'), CLOCK, {}, '暂缓的日子到了，恢复办理'],
  ['shelve', working, shu, {}, '舒记列入长期挂账：等资金批复', '等明年的管网改造'],
  ['askNews', inState('long_term'), CLOCK, {}, '一个月了，已提醒经办人写进展'],

  ['resolve', working, zhao, {}, '赵海平办好了：已解决', '换了声控灯', 1],
  ['resolve', { ...working, sampled: true }, zhao, {}, '赵海平办好了：已解决', '换了声控灯', 1],
  ['check', inState('checking'), sun, { text: '看过了' }, '孙立复核通过', '看过了'],
  [
    'check',
    inState('checking'),
    sun,
    { passed: false, text: '还是不亮' },
    '孙立复核没通过，继续办',
    '还是不亮',
  ],
  ['passUnchecked', inState('checking'), CLOCK, {}, '一个工作日没有人复核，先请居民看'],
  ['rate', resolved, lin, { text: '谢谢' }, '评价：非常满意', '谢谢'],
  ['rate', resolved, lin, { reasons: ['slow'] }, '评价：非常满意'],
  [
    'rate',
    resolved,
    lin,
    { level: 2, reasons: ['slow', 'manner'], text: '等了五天' },
    '评价：不满意（太慢、态度不好），返工',
    '等了五天',
  ],
  [
    'rate',
    resolved,
    lin,
    { level: undefined, solved: 'no', reasons: ['unsolved'] },
    '评价：没有解决（没解决），返工',
  ],
  ['call', { ...resolved, callAt: at }, qian, { text: '说很好' }, '钱调电话回访：居民说好了', '说很好'],
  ['call', { ...resolved, callAt: at }, qian, { outcome: 'unreached' }, '钱调电话回访：没打通'],
  ['call', { ...resolved, callAt: at }, qian, { outcome: 'unsolved' }, '钱调电话回访：居民说没好'],
  ['close', resolved, CLOCK, {}, '七天没有评价，记为“未评价”，不算满意'],
  ['reopen', inState('closed'), lin, PHOTO, '林桂芬说还没好，重新办理', '又坏了', 1],

  ['withdraw', working, lin, { text: '自己修好了' }, '林桂芬撤回了', '自己修好了'],
  ['withdraw', { ...working, urgency: 'L2' }, lin, { text: '我搬走了' }, '林桂芬撤回了', '我搬走了'],
  ['note', working, lin, PHOTO, '林桂芬补充说明', '楼上也不亮', 1],
  ['look', { ...working, sealed: true }, zhao, {}, '赵海平查看了保密的姓名电话', '要上门核实，得先约时间'],
  ['become', working, sun, {}, '转成微心愿 X0311-1，请志愿者来帮', '想要一位老师，不是办事'],
  ['merge', filed(), qian, {}, '和 T0311-OTHER 是同一件事，一起办'],
  ['part', inState('merged'), qian, {}, '改为单独办理'],
  [
    'settle',
    inState('merged'),
    CLOCK,
    { parent: { ...resolved, _id: 't_other', no: 'T0311-OTHER' } },
    'T0311-OTHER 办好了，请您也看一看',
    '换了声控灯',
    1,
  ],
  ['joined', working, CLOCK, {}, '又有一位居民反映同一件事，现在共 2 位'],

  ['convene', working, zhao, {}, '赵海平请城乡建设办一起办', '污水要建设办一起疏通'],
  [
    'convene',
    working,
    zhao,
    { assignments: ['s_hou', 's_sun'].map(assignmentTo) },
    '赵海平请城乡建设办、闫满村网格一起办',
    '污水要建设办一起疏通',
  ],
  ['meet', helped, zhao, {}, '开了会商', '会商记录：先抽排，再换管'],
  [
    'meet',
    helped,
    zhao,
    { measures: [{ assignment: assignmentTo('s_sun'), text: '换管', until: at + DAY }] },
    '会商定了 1 项措施',
    '会商记录：先抽排，再换管',
  ],
  ['measure', helped, hou, PHOTO, '城乡建设办办完了“污水要建设办一起疏通”', '已疏通 30 米', 1],
  ['remind', filed(), CLOCK, {}, '还没有人签收，已提醒负责人'],
  ['nudge', working, CLOCK, {}, '时间用了四分之三，已提醒经办人'],
  ['recompute', working, CLOCK, {}, '工作日历有变动，期限按新日历重新计算'],
])('%s', (move, ticket, actor, given, ...expected) => {
  const [entry] = decide(ticket, move, actor, at, given).happened;
  const story = [entry && sayHappened(entry, false), entry?.text, entry?.photos?.length];
  expect(story.slice(0, 1 + story.findLastIndex((part) => part !== undefined))).toEqual(expected);
});
