/** What a ticket keeps of what was asked, granted, given and agreed: whole, as people read it later. */
import { assignmentTo, CALENDAR, filed, inState, moved, START, ticked } from '@/test/builders/ticket';
import { hou, LAMP, lin, qian, SEWER, shu, sun, zhao } from '@/test/builders/town';
import { CLOCK } from '../flow/actor';
import { workingMs } from '../time/calendar';
import { DAY, HOUR, MINUTE, moment } from '../time/day';
import { ticketFlow } from './flow';
import { follow, openTicket } from './open';
import type { Ticket } from './ticket';

const at = START + HOUR;
const working = inState('working');

test('a request for consent keeps who asked what, when and why; the grant keeps both names', () => {
  const until = START + 10 * DAY;
  const asked = moved(working, 'hold', zhao, at);
  expect(asked.pending).toEqual({
    kind: 'hold',
    until,
    by: 's_zhao',
    name: '赵海平',
    at,
    text: '大雪封路',
    code: 'weather',
    remindAt: moment('2026-03-12 17:30'),
  });
  expect(moved(asked, 'grant', sun, at + HOUR)).toMatchObject({
    hold: { code: 'weather', text: '大雪封路', since: at + HOUR, until, objected: false },
    lapsesAt: until,
    pending: null,
  });
  const more = moved(working, 'extend', zhao, at, { days: 3 });
  expect(more.pending).toEqual({
    kind: 'extension',
    days: 3,
    by: 's_zhao',
    name: '赵海平',
    at,
    text: '灯具要从厂家发货',
    remindAt: moment('2026-03-12 17:30'),
  });
  const declined = moved(moved(inState('submitted'), 'decline', qian, at), 'grant', shu, at + HOUR);
  expect(declined.declined).toEqual({
    code: 'court',
    text: '法院正在审理',
    by: '钱调',
    confirmedBy: '舒记',
    at: at + HOUR,
  });
});

test('who has it is kept whole; signing for a colleague changes the person alone', () => {
  const { handler } = filed();
  expect(handler).toMatchObject({
    person: 's_zhao',
    name: '赵海平',
    post: 'grid@m012',
    postName: '第12微网格网格员',
    unit: 'grid-v01',
    unitName: '闫满村网格',
    lead: 's_sun',
  });
  expect(moved(filed(), 'sign', sun, at).handler).toEqual({
    ...handler,
    person: 's_sun',
    name: '孙立',
    phone: sun.staff?.phone,
  });
  expect(moved(filed(), 'sign', zhao, at).handler).toEqual(handler);
});

test('a rework begins with nothing of the cycle before: no question asked, no call made', () => {
  const askedOnce = moved(moved(working, 'ask', zhao, at), 'answer', lin, at);
  const resolved = moved(askedOnce, 'resolve', zhao, at);
  const missed = moved(resolved, 'call', qian, at + DAY, { outcome: 'unreached' });
  const again = moved(missed, 'rate', lin, at + DAY, { level: 1, reasons: ['slow'], text: ' 太久 ' });
  expect(again).toMatchObject({ cycle: 2, asked: 0, calls: [], callAt: null, lapsesAt: null });
  expect(again.ratings).toEqual([
    { cycle: 1, level: 1, solved: null, reasons: ['slow'], text: '太久', at: at + DAY },
  ]);
});

test('what has ended waits for nothing any more', () => {
  for (const state of ['closed', 'withdrawn', 'not_accepted', 'became'] as const) {
    const { lapsesAt, newsAt, callAt, nudgeAt, slipAt, runsOut, together } = inState(state);
    expect([state, lapsesAt, newsAt, callAt, nudgeAt, slipAt, runsOut, together]).toEqual([
      state,
      ...Array(7).fill(null),
    ]);
  }
});

describe('natural hours', () => {
  const urgent = inState('working', { service: { ...LAMP, urgency: 'L2' } });

  test('a transfer keeps what is left, day and night', () => {
    const given = moved(urgent, 'transfer', qian, START + 6 * HOUR);
    expect(given.clocks.unit?.limit).toEqual({ unit: 'hours', amount: 18 });
    expect(given.dueAt).toBe(START + DAY);
  });

  test('a late one has two fifths of a day and a night', () => {
    const given = moved(urgent, 'transfer', qian, START + 2 * DAY);
    expect(given.dueAt).toBe(START + 2 * DAY + 9.6 * HOUR);
  });

  test('others who help have four fifths of what is left', () => {
    const helped = moved(urgent, 'convene', zhao, START + 4 * HOUR);
    expect(helped.joint?.measures[0]?.dueAt).toBe(START + 4 * HOUR + 16 * HOUR);
    expect(helped.joint?.measures[0]?.slipAt).toBe(START + 20 * HOUR);
  });
});

test('less urgent counts from the same start, by the longer limit', () => {
  const slower = moved(working, 'urgency', sun, at, { urgency: 'L4', text: '要几家一起办' });
  expect([slower.clocks.resident.dueAt, slower.clocks.unit?.dueAt]).toEqual([
    moment('2026-04-01 17:30'),
    moment('2026-04-01 17:30'),
  ]);
  expect(slower.clocks.resident.startedAt).toBe(START);
  expect(slower.limits.resolve).toEqual({ unit: 'working-days', amount: 15 });
  const pooled = moved(inState('submitted'), 'urgency', qian, at, { urgency: 'L4' });
  expect(pooled.clocks.unit).toBeNull();
});

describe('reported by many', () => {
  const joinedBy = (count: number, from: Ticket = working) =>
    Array.from({ length: count }, (_, n) => `t_${n}`).reduce(
      (ticket, follower) => moved(ticket, 'joined', CLOCK, at, { follower }),
      ticketFlow.delivered(from),
    );

  test('the fifth who follows brings the leaders a 督查交办单 at once, and the sixth none', () => {
    expect(ticked(joinedBy(4), at).slips).toEqual([]);
    const pressed = ticked(joinedBy(5), at);
    expect(pressed.slips.map(({ kind, to }) => [kind, to])).toEqual([['supervise', ['s_sun', 's_shu']]]);
    expect(pressed.history.at(-1)?.about).toMatchObject({ kind: 'supervise', late: false });
    const sixth = moved(pressed, 'joined', CLOCK, at, { follower: 't_6' });
    expect(sixth.followers).toHaveLength(6);
    expect(ticked(sixth, at + HOUR).slips).toHaveLength(1);
  });

  test('the same report follows once', () => {
    const twice = moved(joinedBy(1), 'joined', CLOCK, at, { follower: 't_0' });
    expect(twice.followers).toEqual(['t_0']);
    expect(twice.history.at(-1)?.about).toEqual({ count: 1 });
  });
});

describe('“me too”', () => {
  const FILING: Parameters<typeof openTicket>[0] = {
    ...filed(),
    _id: 't_mine',
    no: 'T0311-MINE1',
    service: LAMP,
    reporter: { id: 'u_wang', name: '王秀英', phone: '' },
    key: 'my-key',
    sent: 'digest',
  };
  const when = { calendar: CALENDAR, now: at };

  test('it follows from its first moment: nobody is sent twice, and only its reporter hears of it', () => {
    const mine = follow(FILING, working, when);
    expect(mine).toMatchObject({
      state: 'merged',
      parent: { id: working._id, no: working.no },
      handler: null,
      area: '370114/guanzhuang/yanman/',
      clocks: { unit: null, sign: null, contact: null },
    });
    expect(mine?.history.map(({ move, by }) => [move, by.role])).toEqual([
      ['file', 'reporter'],
      ['merge', 'clock'],
    ]);
    expect(mine?.outbox.map(({ kind, to }) => [kind, to])).toEqual([['merged', 'u_wang']]);
  });

  test('what cannot be followed is opened as any other', () => {
    expect(follow({ ...FILING, service: SEWER }, working, when)).toBeNull();
    const pooled = openTicket(FILING, { ...when, assignment: null });
    expect(pooled.outbox).toEqual([
      {
        to: 's_qian',
        kind: 'pooled',
        at,
        about: { id: 't_mine', no: 'T0311-MINE1', service: '楼道灯不亮' },
      },
    ]);
    expect(pooled.history[0]).toEqual({
      at,
      move: 'file',
      by: { id: 'u_wang', name: '王秀英', role: 'reporter' },
      key: 'my-key',
    });
    expect(pooled.wakeAt).toBe(at);
  });
});

describe('measures of others', () => {
  const helped = ticketFlow.delivered(
    moved(working, 'convene', zhao, at, { assignments: ['s_hou', 's_sun'].map(assignmentTo) }),
  );
  const due = helped.joint?.measures[0]?.dueAt ?? 0;

  test('each is kept whole, with who leads its unit', () => {
    expect(helped.joint?.measures[0]).toEqual({
      no: 1,
      text: '污水要建设办一起疏通',
      dueAt: due,
      person: 's_hou',
      name: '侯明',
      phone: assignmentTo('s_hou').person.phone,
      unit: 'office-urban',
      unitName: '城乡建设办',
      lead: 's_ma',
      slipAt: due,
      done: null,
    });
    expect(workingMs(CALENDAR, at, due)).toBeGreaterThan(0);
  });

  test('in time only its own person ends it, in the moment it is due as well; late the lead of the unit may, too', () => {
    const end = (who: typeof sun, now: number) => () => moved(helped, 'measure', who, now, { measure: 1 });
    expect(end(sun, due)).toThrow('不由您来销');
    expect(end(sun, due + 1)().joint?.measures[0]?.done?.by).toBe('孙立');
    expect(end(zhao, due + 1)().joint?.measures[0]?.done?.by).toBe('赵海平');
    expect(end(hou, due)().joint?.measures[0]?.done).toEqual({
      at: due,
      by: '侯明',
      text: '已疏通 30 米',
      photos: [],
    });
  });

  test('the lead is told of each that ends, and of the last that all have', () => {
    const one = moved(helped, 'measure', hou, at, { measure: 1 });
    const both = moved(ticketFlow.delivered(one), 'measure', sun, at, { measure: 2 });
    expect([one, both].map(({ together, outbox }) => [together, outbox.map(({ kind }) => kind)])).toEqual([
      [true, ['measure-done']],
      [null, ['measures-done']],
    ]);
  });

  test('a new calendar leaves alone what is done, and nobody’s slip comes twice', () => {
    const silent = ticked(helped, due);
    expect(silent.slips.map(({ to }) => to)).toEqual([['s_hou', 's_ma'], ['s_sun']]);
    expect(silent.joint?.measures.map(({ slipAt }) => slipAt)).toEqual([null, null]);
    const done = moved(silent, 'measure', hou, due + MINUTE, { measure: 1 });
    const again = moved(done, 'recompute', CLOCK, due + MINUTE);
    expect(again.joint).toEqual(done.joint);
  });
});

test('a slip that a leader has cancelled stays cancelled when the work is done', () => {
  const late = ticked(ticketFlow.delivered(working), moment('2026-03-19 17:30'));
  const cancelled = moved(late, 'cancelSlip', shu, moment('2026-03-20 09:00'));
  const done = moved(cancelled, 'resolve', zhao, moment('2026-03-20 10:00'));
  expect(done.slips.map(({ end }) => end)).toEqual([
    { at: moment('2026-03-20 10:00'), how: 'done', text: '' },
    { at: moment('2026-03-20 09:00'), how: 'cancelled', text: '时限算错了' },
  ]);
});
