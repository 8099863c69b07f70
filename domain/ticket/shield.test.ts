import { assignmentTo, decide, filed, inState, moved, START } from '@/test/builders/ticket';
import { hou, lin, ma, qian, shu, sun, TOWN, zhao } from '@/test/builders/town';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { withHolders } from '../org/roster';
import { DAY } from '../time/day';
import { ticketFlow } from './flow';
import { MOVES, STATES } from './lifecycle';
import { isShielded, mayHave, sealedText, shieldedFrom, tellable, withJoined } from './shield';
import type { Against, Joint, Measure, Ticket } from './ticket';

const JOINT: Joint = {
  at: START,
  by: '赵海平',
  text: '',
  meetBy: START,
  meeting: null,
  unmet: false,
  measures: [],
};

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

describe('whoever it is about hears nothing of it', () => {
  const MA: Against = { unit: null, person: null, name: '马建', people: ['s_ma'] };
  const told = new Set<string>();

  test.each(STATES)('whatever happens to it in %s', (state) => {
    const found: Ticket = { ...inState(state), against: MA, sealed: true };
    const handler = found.handler && { ...found.handler, lead: 's_ma' };
    const measure = { ...moved(inState('working'), 'convene', zhao, at).joint?.measures[0], lead: 's_ma' };
    const joint = found.joint ?? (state === 'working' ? { ...JOINT, measures: [measure as Measure] } : null);
    const ticket: Ticket = {
      ...found,
      handler,
      joint,
      desk: ['s_qian', 's_ma'],
      leaders: ['s_shu', 's_ma'],
      outbox: [],
    };
    const nows = [ticket.updatedAt + 1, ticket.updatedAt + 400 * DAY];
    for (const now of nows)
      for (const move of MOVES)
        for (const actor of [lin, zhao, sun, hou, qian, shu, CLOCK])
          for (const given of [
            {},
            { passed: false },
            { level: 1, reasons: ['slow'] },
            { outcome: 'unsolved' },
          ] as const)
            try {
              const { next, promised } = decide(ticket, move, actor, now, given);
              for (const { kind, to } of promised) {
                told.add(kind);
                expect([move, kind, to]).not.toEqual([move, kind, 's_ma']);
              }
              expect([move, next.slips.flatMap(({ to }) => to)]).not.toEqual([
                move,
                expect.arrayContaining(['s_ma']),
              ]);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
  });

  test('and most of what there is to tell was told to others', () => expect(told.size).toBeGreaterThan(35));

  test('who joins the unit later is one of them from then on, and stays one', () => {
    const about: Ticket = { ...filed(), against: { ...OFFICE, people: ['s_ma', 's_hou'] } };
    expect(withJoined(about, TOWN)).toBe(about);
    const zhaoJoins = withHolders(TOWN, 'urban', [{ person: 's_zhao' }]);
    const joined = withJoined(about, zhaoJoins);
    expect([...(joined.against?.people ?? [])].sort()).toEqual(['s_hou', 's_ma', 's_zhao']);
    expect(tellable(joined, ['s_zhao', 's_sun', 's_sun', null, 's_hou'])).toEqual(['s_sun']);
    expect(ticketFlow.rolesOf(joined, zhao)).toEqual([]);
    expect(mayHave(joined, assignmentTo('s_zhao'))).toBe(false);
    expect(withJoined(filed(), zhaoJoins).against).toBeNull();
  });
});

test.each<[string, string, string]>([
  ['the name and number that were left', '我是林桂芬，打17000000001', '我是***，打***'],
  ['numbers written in any other way', '打 170-0000 0001 或 0531 8888 8888', '打 *** 或 ***'],
  ['nothing else', '3号楼2单元 101，2026年3月', '3号楼2单元 101，2026年3月'],
])('a sealed report loses %s', (_, text, shown) => {
  const { reporter, beneficiary } = filed();
  expect(sealedText({ sealed: true, reporter, beneficiary }, text)).toBe(shown);
  expect(sealedText({ sealed: false, reporter, beneficiary }, text)).toBe(text);
});

test('a sealed report is not turned into a wish, which others would read', () => {
  expect(() => moved(filed({ sealed: true }), 'become', qian, at)).toThrow('要求保密');
  expect(moved(filed(), 'become', qian, at).state).toBe('became');
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

test('somebody without a name or with a name of one letter takes nothing out of the words', () => {
  const nameless = { sealed: true, reporter: { id: 'u', name: '居民', phone: '' }, beneficiary: null };
  expect(sealedText(nameless, '居民都说灯不亮')).toBe('居民都说灯不亮');
  const short = { ...nameless, reporter: { id: 'u', name: '灯', phone: '' } };
  expect(sealedText(short, '灯不亮')).toBe('灯不亮');
  const elder = { name: '欧阳采薇', phone: '17055512345', callback: 'door' } as const;
  expect(sealedText({ ...nameless, beneficiary: elder }, '欧阳采薇家的')).toBe('***家的');
});

test('a report from before who belonged to the unit was kept knows it by today’s posts', () => {
  const old: Ticket = { ...filed(), against: OFFICE };
  expect([...(withJoined(old, TOWN).against?.people ?? [])].sort()).toEqual(['s_hou', 's_ma']);
});
