import { assignmentTo, CALENDAR, decide, filed, inState, moved, START, ticked } from '@/test/builders/ticket';
import { hou, lin, ma, qian, shu, sun, zhao } from '@/test/builders/town';
import { CLOCK } from '../flow/actor';
import { isOpen, unitCalendar, workingMs } from '../time/calendar';
import { DAY, dayName, HOUR, moment } from '../time/day';
import { ticketFlow } from './flow';
import { openMeasures } from './joint';
import type { Ticket } from './ticket';

const at = START + 10 * 60_000;
const convened = (...who: string[]): Ticket =>
  moved(inState('working'), 'convene', zhao, at, {
    assignments: (who.length > 0 ? who : ['s_hou', 's_sun']).map(assignmentTo),
    text: '要几个单位一起办',
  });

/** hou ends the first measure. */
const DONE = { move: 'measure', actor: hou, calendar: CALENDAR, measure: 1, text: '好了' } as const;

test('each of the others gets a measure with four fifths of what the lead has left', () => {
  const ticket = convened();
  const { measures, meetBy } = ticket.joint ?? { measures: [], meetBy: 0 };
  expect(measures.map(({ no, person, unit }) => [no, person, unit])).toEqual([
    [1, 's_hou', 'office-urban'],
    [2, 's_sun', 'grid-v01'],
  ]);
  const due = ticket.clocks.unit?.dueAt ?? 0;
  const share = workingMs(CALENDAR, at, measures[0]?.dueAt ?? 0) / workingMs(CALENDAR, at, due);
  expect(share).toBeCloseTo(0.8, 5);
  expect(meetBy).toBe(moment('2026-03-16 17:30'));
  expect(ticket.together).toBe(true);
  expect(ticket.outbox.filter(({ kind }) => kind === 'measure').map(({ to }) => to)).toEqual([
    's_hou',
    's_sun',
  ]);
  expect(ticket.outbox.at(-1)).toMatchObject({ kind: 'convened', to: 'u_lin' });
});

test.each([
  ['nobody', []],
  ['the lead itself', ['s_zhao']],
  ['somebody twice', ['s_hou', 's_hou']],
])('refuses %s as co-handler', (_, who) => {
  expect(() =>
    moved(inState('working'), 'convene', zhao, at, { assignments: who.map(assignmentTo) }),
  ).toThrow('一起办的单位');
});

test('a co-handler sees it, does the own part, and none of the rest', () => {
  const ticket = convened('s_hou');
  expect(ticketFlow.rolesOf(ticket, hou)).toEqual(['helper']);
  expect(ticketFlow.allowed(ticket, hou, at)).toEqual(['note', 'measure']);
  expect(ticketFlow.rolesOf(ticket, ma)).toEqual([]);
  const done = moved(ticket, 'measure', hou, at, { measure: 1, text: '疏通了 30 米' });
  expect(done).toMatchObject({ state: 'working', together: null });
  expect(done.outbox.at(-1)).toMatchObject({ kind: 'measures-done', to: 's_zhao' });
  expect(() => moved(done, 'measure', hou, at, { measure: 1 })).toThrow('没有要办的措施');
});

test('nobody ends another’s measure, except the lead once it is late', () => {
  const ticket = convened();
  const [mine, late] = [{ measure: 1, text: '好了' }, (ticket.joint?.measures[0]?.dueAt ?? 0) + 1];
  expect(() => moved(ticket, 'measure', zhao, at, mine)).toThrow('不由您来销');
  expect(() => moved(ticket, 'measure', sun, at, mine)).toThrow('不由您来销');
  expect(openMeasures(moved(ticket, 'measure', zhao, late, mine))).toHaveLength(1);
  expect(() => decide(ticket, 'measure', hou, at, { measure: 9 })).toThrow('不由您来销');
});

test('the lead is not done before the others are, may not give it back, and it follows nothing else', () => {
  const ticket = convened();
  expect(() => moved(ticket, 'resolve', zhao, at)).toThrow('措施没办完');
  expect(() => moved(ticket, 'merge', qian, at)).toThrow('一起办');
  const signed = moved(moved(filed(), 'sign', zhao, at), 'convene', zhao, at);
  expect(() => moved(signed, 'return', zhao, at)).toThrow('几个单位正一起办');
});

test('a meeting agrees on measures inside the lead’s limit', () => {
  const ticket = convened('s_hou');
  const due = ticket.clocks.unit?.dueAt ?? 0;
  const meet = (until: number, text = '换主管') =>
    moved(ticket, 'meet', zhao, at, {
      text: '会商记录',
      measures: [{ assignment: assignmentTo('s_ma'), text, until }],
    });
  expect(() => meet(due + 1)).toThrow('不能晚过牵头的时限');
  expect(() => meet(at)).toThrow('不能晚过牵头的时限');
  expect(() => meet(due, ' ')).toThrow('不能晚过牵头的时限');
  expect(meet(due).joint).toMatchObject({
    meeting: { by: '赵海平', text: '会商记录' },
    measures: [{ no: 1 }, { no: 2, person: 's_ma', text: '换主管', dueAt: due }],
  });
  expect(() => moved(inState('working'), 'meet', zhao, at)).toThrow('先发起联办');
  expect(() => moved(ticket, 'convene', zhao, at)).toThrow('已经在一起办');
});

test('who stays silent gets a slip of their own, once', () => {
  const ticket = ticketFlow.delivered(moved(convened('s_hou'), 'meet', zhao, at));
  const due = ticket.joint?.measures[0]?.dueAt ?? 0;
  const late = ticked(ticket, due + HOUR);
  const own = late.slips.filter(({ to }) => to.includes('s_hou'));
  expect(own).toMatchObject([{ kind: 'urge', to: ['s_hou', 's_ma'] }]);
  expect(late.outbox.some(({ kind, to }) => kind === 'measure-silent' && to === 's_zhao')).toBe(true);
  expect(ticked(late, due + 2 * HOUR).slips).toHaveLength(late.slips.length);
});

test('a missed meeting is told to the leaders, once; a held one is not', () => {
  const ticket = ticketFlow.delivered(convened('s_hou'));
  const missed = ticked(ticket, ticket.joint?.meetBy ?? 0);
  expect(missed.outbox.filter(({ kind }) => kind === 'unmet').map(({ to }) => to)).toEqual([
    's_zhao',
    's_sun',
    's_shu',
  ]);
  expect(
    ticked(ticketFlow.delivered(missed), (ticket.joint?.meetBy ?? 0) + HOUR).outbox.some(
      ({ kind }) => kind === 'unmet',
    ),
  ).toBe(false);
  const met = moved(ticket, 'meet', zhao, at);
  expect(ticked(met, ticket.joint?.meetBy ?? 0).outbox.some(({ kind }) => kind === 'unmet')).toBe(false);
});

test('while the clocks stand nobody’s part is late', () => {
  const ticket = moved(convened('s_hou'), 'ask', zhao, at);
  expect(ticked(ticket, at + 4 * DAY).slips).toEqual([]);
  expect(() => decide(ticket, 'measureLate', CLOCK, at)).toThrow('新进展');
});

test('others’ work ends with the matter', () => {
  expect(moved(convened(), 'withdraw', lin, at)).toMatchObject({ state: 'withdrawn', together: null });
});

describe('the long-term list', () => {
  test('a leader puts it there with a definite date; the resident hears why and may object', () => {
    const shelved = inState('long_term');
    expect(shelved).toMatchObject({
      hold: { code: 'budget', until: START + 200 * DAY },
      runsOut: null,
      slipAt: null,
    });
    expect(shelved.clocks.resident.pauses).toEqual([]);
    expect(shelved.clocks.unit?.pauses.map(({ to, why }) => [to, why])).toEqual([[null, 'long_term']]);
    expect(shelved.outbox.at(-2)).toMatchObject({ kind: 'shelved', to: 'u_lin' });
    const objected = moved(shelved, 'object', lin, at);
    expect(objected).toMatchObject({ state: 'long_term', hold: { objected: true } });
    expect(() => moved(objected, 'object', lin, at)).toThrow('已经提过一次异议');
  });

  test.each([
    ['no date', { until: undefined }],
    ['a date that has passed', { until: at - DAY }],
    ['a date beyond two years', { until: at + 800 * DAY }],
    ['no reason', { text: '' }],
    ['no code', { code: undefined }],
  ])('refuses %s', (_, given) => {
    expect(() => moved(inState('working'), 'shelve', shu, at, given)).toThrow();
  });

  test('never danger', () => {
    const danger: Ticket = { ...inState('working'), urgency: 'L2' };
    expect(() => moved(danger, 'shelve', shu, at)).toThrow('紧急的事不能暂缓');
  });

  test('news every month, asked for when nobody writes; at its date the work goes on', () => {
    const shelved = ticketFlow.delivered(inState('long_term'));
    expect(shelved.wakeAt).toBe(shelved.updatedAt + 30 * DAY);
    const asked = ticked(shelved, shelved.updatedAt + 30 * DAY);
    expect(asked.outbox.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'news-due s_zhao',
      'news-due s_sun',
    ]);
    const told = moved(shelved, 'note', zhao, shelved.updatedAt + 10 * DAY);
    expect(told.newsAt).toBe(shelved.updatedAt + 40 * DAY);
    const awake = ticked(shelved, START + 200 * DAY);
    expect(awake).toMatchObject({ state: 'working', hold: null, newsAt: null });
  });
});

test('a measure that falls on a day off is due when offices open again, and its slip never goes out at night', () => {
  const ticket = ticketFlow.delivered(convened('s_hou'));
  const due = ticket.joint?.measures[0]?.dueAt ?? 0;
  const off = unitCalendar({ closures: [{ day: dayName(due), why: '停电' }] });
  const { next } = ticketFlow.decide(ticket, { move: 'recompute', actor: CLOCK, calendar: off, now: at });
  const moved = next.joint?.measures[0];
  expect(moved?.dueAt).toBeGreaterThan(due + 12 * HOUR);
  expect(moved?.dueAt).toBeLessThan(next.dueAt);
  expect(isOpen(off, moved?.dueAt ?? 0)).toBe(true);
  // what is done keeps the date by which it was done
  const done = ticketFlow.decide(ticket, { ...DONE, now: at }).next;
  const kept = ticketFlow.decide(done, { move: 'recompute', actor: CLOCK, calendar: off, now: at }).next;
  expect(kept.joint).toEqual(done.joint);

  const night = (ticket.joint?.measures[0]?.slipAt ?? 0) + 9 * HOUR;
  const found = ticked(ticket, night);
  expect(found.slips.filter(({ to }) => to.includes('s_hou'))).toEqual([]);
  expect(isOpen(CALENDAR, found.joint?.measures[0]?.slipAt ?? 0)).toBe(true);
});
