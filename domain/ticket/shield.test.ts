import { assignmentTo, filed, inState, moved, START } from '@/test/builders/ticket';
import { hou, lin, ma, qian, shu, sun, TOWN, zhao } from '@/test/builders/town';
import type { Actor } from '../flow/actor';
import { ticketFlow } from './flow';
import { isShielded, shieldedFrom } from './shield';
import type { Against, Ticket } from './ticket';

const at = START + 60_000;
const ZHAO: Against = { unit: null, person: 's_zhao', name: '赵海平' };
const OFFICE: Against = { unit: 'office-urban', person: null, name: '城乡建设办' };
const DESK: Against = { unit: 'desk', person: null, name: '调度室' };

test.each<[string, Against | null, Record<string, boolean>]>([
  ['nobody', null, { zhao: false, sun: false, ma: false, hou: false, qian: false, shu: false }],
  ['a person', ZHAO, { zhao: true, sun: false, ma: false, hou: false, qian: false, shu: false }],
  [
    'a unit: its lead and its members',
    OFFICE,
    { zhao: false, sun: false, ma: true, hou: true, qian: false, shu: false },
  ],
  ['the desk', DESK, { zhao: false, sun: false, ma: false, hou: false, qian: true, shu: true }],
])('about %s', (_, against, expected) => {
  const people: Record<string, Actor> = { zhao, sun, ma, hou, qian, shu };
  const seen = Object.fromEntries(
    Object.entries(people).map(([name, { staff }]) => [
      name,
      staff !== null && isShielded({ against }, staff),
    ]),
  );
  expect(seen).toEqual(expected);
  const names = Object.keys(expected).filter((name) => expected[name]);
  expect(shieldedFrom(against, TOWN).sort()).toEqual(names.map((name) => `s_${name}`).sort());
});

test('whom it is about has no part in it, whatever their post', () => {
  const ticket = filed({ pooled: true, against: DESK });
  expect(ticketFlow.rolesOf(ticket, qian)).toEqual([]);
  expect(ticketFlow.allowed(ticket, qian, at)).toEqual([]);
  expect(ticketFlow.rolesOf(ticket, lin)).toEqual(['reporter']);
});

test.each(['dispatch', 'transfer', 'rule'] as const)('%s never gives it to them', (move) => {
  const from = { dispatch: 'submitted', transfer: 'working', rule: 'adjudicating' } as const;
  const ticket: Ticket = { ...inState(from[move]), against: { unit: null, person: 's_ma', name: '马建' } };
  const give = (who: string) =>
    moved(ticket, move, qian, at, { assignment: assignmentTo(who), text: '改一下' });
  expect(() => give('s_ma')).toThrow('正是反映这位');
  expect(give('s_sun').handler?.person).toBe('s_sun');
});

test('nor as co-handler, nor in a meeting, nor as the lead who hears of lateness', () => {
  const ticket: Ticket = { ...inState('working'), against: { unit: null, person: 's_ma', name: '马建' } };
  expect(() => moved(ticket, 'convene', zhao, at, { assignments: [assignmentTo('s_ma')] })).toThrow(
    '一起办的单位',
  );
  const joint = moved(ticket, 'convene', zhao, at, { assignments: [assignmentTo('s_sun')] });
  const agreed = [{ assignment: assignmentTo('s_ma'), text: '修好', until: at + 3_600_000 }];
  expect(() => moved(joint, 'meet', zhao, at, { measures: agreed })).toThrow('写明每项措施');
  const office = moved({ ...ticket, state: 'submitted', handler: null }, 'dispatch', qian, at, {
    assignment: assignmentTo('s_hou'),
  });
  expect(office.handler).toMatchObject({ person: 's_hou', lead: null });
});

test('it follows nothing and nothing follows it', () => {
  const parent = { ...filed(), _id: 't_other' };
  expect(() => moved({ ...filed(), against: ZHAO }, 'merge', qian, at, { parent })).toThrow('不能合并');
  expect(() => moved(filed(), 'merge', qian, at, { parent: { ...parent, against: ZHAO } })).toThrow(
    '不能合并',
  );
});

test('who looks at a sealed name gives a reason, and its reporter is told', () => {
  const sealed: Ticket = { ...inState('working'), sealed: true, outbox: [] };
  expect(() => moved(sealed, 'look', zhao, at, { text: ' ' })).toThrow('写明原因');
  const looked = moved(sealed, 'look', zhao, at);
  expect(looked.history.at(-1)).toMatchObject({
    move: 'look',
    by: { id: 's_zhao' },
    text: '要上门核实，得先约时间',
  });
  expect(looked.outbox).toMatchObject([{ kind: 'looked', to: 'u_lin' }]);
  expect(() => moved(inState('working'), 'look', zhao, at)).toThrow('没有保密信息');
  expect(ticketFlow.allowed(sealed, hou, at)).toEqual([]);
});
