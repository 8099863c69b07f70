import { filed, inState, moved, START, ticked } from '@/test/builders/ticket';
import { GAS, hou, lin, qian, ROOF, SEWER, shu, sun, zhao } from '@/test/builders/town';
import { isRunning, pausedAt } from '../time/clock';
import { DAY, HOUR, moment } from '../time/day';
import { ticketFlow } from './flow';
import { rulingLimit } from './limits';
import type { Ticket } from './ticket';
import { sayPromise, sayWhere } from './words';

const told = (ticket: Ticket, kind: string) =>
  ticket.outbox.filter((notice) => notice.kind === kind).map((notice) => notice.to);
const at = START + HOUR;

describe('not taking a request', () => {
  test('two people stand for it, and the resident reads why and where to turn', () => {
    const proposed = moved(filed({ pooled: true }), 'decline', qian, at, {
      code: 'discipline',
      text: '举报村干部',
    });
    expect(proposed).toMatchObject({ state: 'submitted', pending: { kind: 'decline', by: 's_qian' } });
    expect(() => moved(proposed, 'grant', qian, at)).toThrow('由另一个人来确认');
    const declined = moved(proposed, 'grant', shu, at);
    expect(declined).toMatchObject({
      state: 'not_accepted',
      pending: null,
      closedAt: at,
      declined: { code: 'discipline', by: '钱调', confirmedBy: '舒记' },
    });
    expect(told(declined, 'declined')).toEqual(['u_lin']);
    expect(sayWhere(declined, at)).toBe('没有受理：属于纪检监察受理的事');
  });

  test.each([
    ['police', 'out_of_power'],
    ['higher', 'out_of_power'],
    ['market', 'out_of_power'],
    ['court', 'not_accepted'],
    ['repeat', 'not_accepted'],
  ] as const)('%s ends as %s', (code, state) => {
    const proposed = moved(filed({ pooled: true }), 'decline', qian, at, { code });
    expect(moved(proposed, 'grant', shu, at).state).toBe(state);
  });

  test('the resident may object once; it comes back to the desk with the clock running', () => {
    const objected = moved(inState('not_accepted'), 'object', lin, at);
    expect(objected).toMatchObject({ state: 'submitted', objected: true, declined: null, closedAt: null });
    expect(isRunning(objected.clocks.resident)).toBe(true);
    expect(told(objected, 'objected')).toEqual(['s_qian']);
    const again = moved(moved(objected, 'decline', qian, at), 'grant', shu, at);
    expect(() => moved(again, 'object', lin, at)).toThrow('已经提过一次异议');
    expect(ticketFlow.allowed(again, lin, at)).not.toContain('object');
  });

  test('what was refused stays where it was', () => {
    const proposed = moved(filed({ pooled: true }), 'decline', qian, at);
    const kept = moved(proposed, 'deny', shu, at);
    expect([kept.state, kept.pending]).toEqual(['submitted', null]);
    expect(told(kept, 'denied')).toEqual(['s_qian']);
  });

  test('a dispatch overtakes the proposal', () => {
    const proposed = moved(filed({ pooled: true }), 'decline', qian, at);
    expect(moved(proposed, 'dispatch', qian, at).pending).toBeNull();
  });
});

describe('waiting', () => {
  test('the unit’s clock stands until a date, the resident’s runs on', () => {
    const held = inState('on_hold');
    expect(held.clocks.unit && pausedAt(held.clocks.unit)).not.toBeNull();
    expect(isRunning(held.clocks.resident)).toBe(true);
    expect(held.hold).toMatchObject({ code: 'weather', objected: false });
    expect(told(held, 'held')).toEqual(['u_lin']);
    expect(sayWhere(held, held.updatedAt)).toContain('暂缓到 3月21日，天气不允许');
    expect(sayPromise(held, held.updatedAt)).toBeNull();
    expect(ticked(held, (held.hold?.until ?? 0) - 1).slips).toEqual([]);
  });

  test('it ends by itself on its day, with what was left', () => {
    const held = inState('on_hold');
    const until = held.hold?.until ?? 0;
    expect(ticketFlow.delivered(held).wakeAt).toBe(until);
    const back = ticked(held, until);
    expect(back).toMatchObject({ state: 'working', hold: null });
    expect(back.clocks.unit?.dueAt).toBeGreaterThan(until);
  });

  test('the resident may object once, the lead reads it and may let the work go on', () => {
    const objected = moved(inState('on_hold'), 'object', lin, at);
    expect(objected.hold?.objected).toBe(true);
    expect(told(objected, 'objected')).toEqual(['s_zhao', 's_sun']);
    expect(() => moved(objected, 'object', lin, at)).toThrow('已经提过一次异议');
    expect(moved(objected, 'resume', sun, at)).toMatchObject({ state: 'working', hold: null });
  });

  test.each([
    ['no reason', { text: ' ' }, '请写明原因'],
    ['no date', { until: undefined }, '暂缓的原因'],
    ['a date that has passed', { until: START }, '暂缓的原因'],
    ['more than thirty days', { until: START + 40 * DAY }, '暂缓的原因'],
    ['a reason of another kind', { code: 'court' as const }, '暂缓的原因'],
  ])('%s is refused', (_, given, words) => {
    expect(() => moved(inState('working'), 'hold', zhao, at, given)).toThrow(words);
  });

  test('danger never waits', () => {
    for (const service of [GAS, SEWER]) {
      const working = { ...inState('working'), urgency: service.urgency };
      expect(() => moved(working, 'hold', zhao, at)).toThrow('紧急的事不能暂缓');
    }
  });
});

describe('more time', () => {
  test('granted by another person, once, after the date that stood', () => {
    const asked = moved(inState('working'), 'extend', zhao, at, { days: 3 });
    const granted = moved(asked, 'grant', sun, at);
    expect(granted).toMatchObject({ state: 'working', extended: true });
    // Due Wednesday the 18th; three working days more are Monday the 23rd.
    expect(granted.dueAt).toBe(moment('2026-03-23 17:30'));
    expect(sayPromise(granted, at)?.words).toBe('承诺 3月23日 周一 17:30前办好');
    expect(granted.clocks.unit?.dueChanges).toHaveLength(1);
    expect(told(granted, 'extended')).toEqual(['u_lin']);
    expect(() => moved(granted, 'extend', zhao, at)).toThrow('已经延期过一次');
  });

  test('it must be asked before the limit, and for ten working days at most', () => {
    const working = inState('working');
    expect(() => moved(working, 'extend', zhao, working.dueAt + 1)).toThrow('已经过了时限');
    expect(() => moved(working, 'extend', zhao, at, { days: 11 })).toThrow('最多 10 个');
  });

  test('an extension lives through a question and a new calendar', () => {
    const granted = moved(moved(inState('working'), 'extend', zhao, at, { days: 3 }), 'grant', sun, at);
    const answered = moved(moved(granted, 'ask', zhao, at), 'answer', lin, at);
    expect(answered.dueAt).toBe(granted.dueAt);
  });

  test('one request at a time', () => {
    const asked = moved(inState('working'), 'extend', zhao, at);
    expect(() => moved(asked, 'hold', zhao, at)).toThrow('已经有一项申请');
    expect(ticketFlow.allowed(asked, zhao, at)).not.toContain('hold');
    expect(moved(asked, 'resolve', zhao, at).pending).toBeNull();
  });
});

describe('returning and ruling', () => {
  test('the second unit that gives it back makes it a matter for a ruling, which is final', () => {
    const disputed = inState('adjudicating');
    expect(disputed.returnedBy).toEqual(['grid-v01', 'office-urban']);
    const ruled = moved(disputed, 'rule', shu, at);
    expect(ruled).toMatchObject({ state: 'dispatched', handler: { person: 's_sun' } });
    expect(ruled.ruling).toEqual({
      post: 'grid@v01',
      postName: '闫满村网格员',
      unit: 'grid-v01',
      unitName: '闫满村网格',
      text: '按职责清单第 7 条',
      by: '舒记',
      at,
    });
    expect(() => moved(ruled, 'return', sun, at)).toThrow('已经裁定由本单位办');
    expect(ticketFlow.allowed(ruled, hou, at)).toEqual([]);
  });

  test('a ruling is due within a working day; the desk and the leaders hear when it is not there', () => {
    const disputed = ticketFlow.delivered(inState('adjudicating'));
    expect(disputed.clocks.sign?.dueAt).toBe(moment('2026-03-12 17:30'));
    const late = ticked(disputed, moment('2026-03-12 17:30'));
    expect(told(late, 'unruled')).toEqual(['s_qian', 's_shu']);
    expect(told(late, 'undispatched')).toEqual([]);
    expect(rulingLimit('L1')).toEqual({ unit: 'minutes', amount: 15 });
    expect(rulingLimit('Q')).toEqual({ unit: 'working-days', amount: 1 });
  });
});

describe('limits that change', () => {
  test('a unit that receives it late has two fifths of the full limit at least', () => {
    const nearlyDue = moment('2026-03-18 16:30');
    const given = moved(inState('working'), 'transfer', qian, nearlyDue);
    // 5 working days from then are 37.5+1 working hours to Wednesday's close; two fifths of them end on Friday.
    expect(given.clocks.unit?.limit.unit).toBe('working-hours');
    expect(given.dueAt).toBeGreaterThan(moment('2026-03-20 08:30'));
    expect(given.dueAt).toBeLessThan(moment('2026-03-20 17:30'));
    expect(given.clocks.resident).toEqual(inState('working').clocks.resident);
  });

  test('an early transfer keeps what is left', () => {
    const early = inState('working');
    expect(moved(early, 'transfer', qian, START + 2 * HOUR).dueAt).toBe(early.dueAt);
  });

  test('more urgent counts from the dispatch, but leaves one working hour', () => {
    const soon = moved(inState('working'), 'urgency', sun, START + HOUR, { urgency: 'L2' });
    expect(soon).toMatchObject({ urgency: 'L2', dueAt: START + DAY });
    const late = moved(inState('working'), 'urgency', sun, moment('2026-03-16 10:00'), { urgency: 'L2' });
    expect(late.dueAt).toBe(moment('2026-03-16 11:00'));
    expect(() => moved(inState('working'), 'urgency', sun, at, { urgency: 'L3' })).toThrow('请选新的轻重');
  });
});

describe('calling back', () => {
  const resolved = inState('resolved');
  const next = resolved.updatedAt + DAY;

  test('not before a day has passed, and not by who did the work', () => {
    expect(() => moved(resolved, 'call', qian, next - 1)).toThrow('24 小时后');
    expect(() =>
      moved(resolved, 'call', { ...zhao, staff: zhao.staff && { ...zhao.staff, leads: ['grid-v01'] } }, next),
    ).toThrow('由另一个人');
  });

  test('three calls on two days at least, then nobody is called again', () => {
    const missed = { outcome: 'unreached' as const };
    const twice = moved(moved(resolved, 'call', qian, next, missed), 'call', qian, next + HOUR, missed);
    expect(() => moved(twice, 'call', qian, next + 2 * HOUR, missed)).toThrow('改天再打');
    const thrice = moved(twice, 'call', sun, next + DAY, missed);
    expect(thrice).toMatchObject({ state: 'resolved', calls: { length: 3 } });
    expect(() => moved(thrice, 'call', sun, next + 2 * DAY, missed)).toThrow('记为未联系上');
  });

  test('“not solved” on the phone is a rework like any other', () => {
    const again = moved(resolved, 'call', qian, next, { outcome: 'unsolved' });
    expect(again).toMatchObject({ state: 'working', cycle: 2, calls: [] });
    expect(told(again, 'rework')).toEqual(['s_zhao', 's_sun']);
  });

  test('“solved” on the phone closes, and is no rating', () => {
    expect(moved(resolved, 'call', qian, next)).toMatchObject({ state: 'closed', ratings: [] });
  });
});

describe('a danger whose reporter needs it no more', () => {
  const danger = (): Ticket => ({ ...inState('working'), urgency: 'L2' });

  test('goes on as the staff’s own and ends with the result', () => {
    const left = moved(danger(), 'withdraw', lin, at);
    expect(left).toMatchObject({ state: 'working', reporterLeft: true, closedAt: null });
    expect(ticketFlow.allowed(left, lin, at)).not.toContain('withdraw');
    const done = moved(left, 'resolve', zhao, at);
    expect(moved(done, 'check', sun, at)).toMatchObject({ state: 'closed', closedAt: at });
  });

  test('an order is simply withdrawn, however urgent', () => {
    const order: Ticket = { ...filed({ service: ROOF }), urgency: 'L2' };
    expect(moved(order, 'withdraw', lin, at).state).toBe('withdrawn');
  });
});
