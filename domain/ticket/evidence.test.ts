/** What each move asks for, with the first and the last that is enough, and the words of who is told that something lacks. */
import { CLOCK } from '@/domain/flow/actor';
import { DAY, HOUR } from '@/domain/time/day';
import { assignmentTo, decide, filed, inState, moved, START } from '@/test/builders/ticket';
import { LAMP, lin, qian, shu, sun, zhao } from '@/test/builders/town';
import type { TicketMove } from './lifecycle';
import type { Ticket } from './ticket';

type Given = Parameters<typeof decide>[4];

const at = START + HOUR;
const working = inState('working');
const photographed = inState('working', { service: { ...LAMP, evidence: 'required' } });
const joint = moved(working, 'convene', zhao, at);
const due = joint.clocks.unit?.dueAt ?? 0;
const other: Ticket = { ...filed(), _id: 't_other' };
const called: Ticket = { ...inState('resolved'), callAt: at };
const PHOTO = { photos: ['cloud://local.b/u/2026-03/b.jpg'] };
/** So many others of so many units. */
const others = (count: number) => {
  const hou = assignmentTo('s_hou');
  return Array.from({ length: count }, (_, n) => ({ ...hou, person: { ...hou.person, id: `s_${n}` } }));
};
const agreed = (count: number, until = due, text = '换管') =>
  others(count).map((assignment) => ({ assignment, text, until }));
const unknown = 'unheard-of' as never;

const ENOUGH = 'enough';
test.each<[string, TicketMove, Ticket, typeof lin, Given, string]>([
  ['nobody', 'dispatch', inState('submitted'), qian, { assignment: null }, '请选择派给谁'],
  ['no reason', 'return', filed(), zhao, { text: undefined }, '请写明原因'],
  ['no question', 'ask', working, zhao, { text: ' ' }, '请写明要请居民补充什么'],
  ['no answer', 'answer', inState('need_info'), lin, { text: '' }, '请写下您的回答'],
  ['a photo for an answer', 'answer', inState('need_info'), lin, { text: '', ...PHOTO }, ENOUGH],
  ['an empty note', 'note', working, lin, { text: '', photos: [] }, '请写下要补充的内容'],
  ['a photo for a note', 'note', working, lin, { text: '', ...PHOTO }, ENOUGH],
  ['no way of contact', 'contact', inState('signed'), zhao, { contact: undefined }, '请选择联系居民的结果'],
  ['an unknown way', 'contact', inState('signed'), zhao, { contact: unknown }, '请选择联系居民的结果'],
  ['an unknown result', 'resolve', working, zhao, { result: unknown }, '请写明办理结果'],
  ['no photo where one is asked for', 'resolve', photographed, zhao, { photos: undefined }, '请拍一张再提交'],
  ['a photo where one is asked for', 'resolve', photographed, zhao, {}, ENOUGH],

  ['no level', 'rate', inState('resolved'), lin, { level: undefined, solved: 'yes' }, '请选一个评价'],
  ['a level that is none', 'rate', inState('resolved'), lin, { level: 6 as never }, '请选一个评价'],
  ['unhappy without a reason', 'rate', inState('resolved'), lin, { level: 2 }, '哪里没办好'],
  ['content without a reason', 'rate', inState('resolved'), lin, { level: 3 }, ENOUGH],

  [
    'a reason to wait, not to decline',
    'decline',
    inState('submitted'),
    qian,
    { code: 'weather' },
    '请选不受理的原因',
  ],
  ['a reason to decline, not to wait', 'hold', working, zhao, { code: 'court' }, '请选暂缓的原因'],
  ['waiting until now', 'hold', working, zhao, { until: at }, '请选暂缓的原因'],
  ['waiting a moment', 'hold', working, zhao, { until: at + 1 }, ENOUGH],
  ['waiting thirty days', 'hold', working, zhao, { until: at + 30 * DAY }, ENOUGH],
  ['waiting longer', 'hold', working, zhao, { until: at + 30 * DAY + 1 }, '请选暂缓的原因'],
  ['no days', 'extend', working, zhao, { days: undefined }, '请写明要延长几个工作日'],
  ['0 days', 'extend', working, zhao, { days: 0 }, '请写明要延长几个工作日'],
  ['1 day', 'extend', working, zhao, { days: 1 }, ENOUGH],
  ['1½ days', 'extend', working, zhao, { days: 1.5 }, '请写明要延长几个工作日'],
  ['10 days', 'extend', working, zhao, { days: 10 }, ENOUGH],
  ['11 days', 'extend', working, zhao, { days: 11 }, '请写明要延长几个工作日'],
  ['a reason to decline', 'shelve', working, shu, { code: 'court' }, '请选原因，并写明哪天再办'],
  ['the list until now', 'shelve', working, shu, { until: at }, '请选原因，并写明哪天再办'],
  ['the list for two years', 'shelve', working, shu, { until: at + 730 * DAY }, ENOUGH],
  ['the list for longer', 'shelve', working, shu, { until: at + 730 * DAY + 1 }, '请选原因，并写明哪天再办'],

  [
    'neither passed nor not',
    'check',
    inState('checking'),
    sun,
    { passed: undefined, text: '看了' },
    '请选复核的结果',
  ],
  ['not passed, without why', 'check', inState('checking'), sun, { passed: false }, '请选复核的结果'],
  ['no other urgency', 'urgency', working, sun, { urgency: undefined }, '请选新的轻重'],
  ['the urgency it has', 'urgency', working, sun, { urgency: 'L3' }, '请选新的轻重'],
  ['no outcome of a call', 'call', called, qian, { outcome: undefined }, '请选回访的结果'],
  ['an unknown outcome', 'call', called, qian, { outcome: unknown }, '请选回访的结果'],
  ['nothing that it becomes', 'become', working, sun, { thread: undefined }, '这类心愿不能选了'],

  ['nothing to follow', 'merge', filed(), qian, { parent: undefined }, '不能合并'],
  ['itself', 'merge', filed(), qian, { parent: filed() }, '不能合并'],
  ['one of another area', 'merge', filed(), qian, { parent: { ...other, area: '370114/x/y/' } }, '不能合并'],
  [
    'one of another service',
    'merge',
    filed(),
    qian,
    { parent: { ...other, service: { ...LAMP, id: 'gas' } } },
    '不能合并',
  ],
  [
    'one that follows itself',
    'merge',
    filed(),
    qian,
    { parent: { ...other, parent: { id: 'x', no: 'x' } } },
    '不能合并',
  ],
  ['nobody who follows', 'joined', working, CLOCK, { follower: '' }, '不能合并'],
  ['itself as follower', 'joined', working, CLOCK, { follower: working._id }, '不能合并'],

  ['eight others', 'convene', working, zhao, { assignments: others(8) }, ENOUGH],
  ['nine others', 'convene', working, zhao, { assignments: others(9) }, '请选一起办的单位'],
  ['no list of others', 'convene', working, zhao, { assignments: undefined }, '请选一起办的单位'],
  ['eight measures', 'meet', joint, zhao, { measures: agreed(8) }, ENOUGH],
  ['nine measures', 'meet', joint, zhao, { measures: agreed(9) }, '请写明每项措施'],
  ['a measure due now', 'meet', joint, zhao, { measures: agreed(1, at) }, '请写明每项措施'],
  ['a measure that says nothing', 'meet', joint, zhao, { measures: agreed(1, due, ' ') }, '请写明每项措施'],
])('%s: %s', (_, move, ticket, actor, given, words) => {
  const made = () => decide(ticket, move, actor, at, given);
  if (words === ENOUGH) expect(made().happened).toHaveLength(1);
  else expect(made).toThrow(words);
});

test.each<[string, TicketMove, Ticket, typeof lin, string]>([
  ['danger to life waits for nothing', 'hold', { ...working, urgency: 'L1' }, zhao, '紧急的事不能暂缓'],
  ['nor does water, power, heat', 'hold', { ...working, urgency: 'L2' }, zhao, '紧急的事不能暂缓'],
  ['danger to life is not put off', 'shelve', { ...working, urgency: 'L1' }, shu, '紧急的事不能暂缓'],
  ['nor turned into a wish', 'become', { ...working, urgency: 'L1' }, sun, '紧急的事和投诉不能转成心愿'],
  ['nor water, power, heat', 'become', { ...working, urgency: 'L2' }, sun, '紧急的事和投诉不能转成心愿'],
  [
    'nor a complaint',
    'become',
    { ...working, against: { unit: null, person: 's_hou', name: '' } },
    sun,
    '紧急的事和投诉不能转成心愿',
  ],
  ['nor what several do together', 'become', joint, sun, '几个单位正一起办'],
  [
    'who has it asks once for a decline',
    'decline',
    moved(inState('submitted'), 'decline', qian, at),
    qian,
    '已经有一项申请',
  ],
  ['one extension at a time', 'extend', moved(working, 'hold', zhao, at), zhao, '已经有一项申请'],
])('%s', (_, move, ticket, actor, words) => {
  expect(() => moved(ticket, move, actor, at)).toThrow(words);
});
