import fc from 'fast-check';
import { unitCalendar, workingMs } from './calendar';
import {
  type Clock,
  extend,
  isLate,
  isRunning,
  left,
  pause,
  pausedAt,
  pointAt,
  recompute,
  resume,
  start,
  stop,
  tell,
  used,
} from './clock';
import { DAY, dayName, HOUR, MINUTE, moment, timeName } from './day';
import { hours, type Limit, minutes, workingDays, workingHours } from './limit';

const calendar = unitCalendar();
const said = (at: number | null) => (at === null ? null : `${dayName(at)} ${timeName(at)}`);
const at = moment;

/** A clock started at the first moment, paused and resumed at each further pair. */
function run(limit: Limit, from: string, ...pauses: [string, string][]): Clock {
  return pauses.reduce(
    (clock, [stop, go]) => resume(calendar, pause(clock, at(stop), '待补充材料'), at(go)),
    start(calendar, limit, at(from)),
  );
}

describe('pausing', () => {
  test.each<[string, Clock, string]>([
    [
      'an hour of a natural limit',
      run(hours(24), '2026-11-25 10:00', ['2026-11-25 20:00', '2026-11-25 21:00']),
      '2026-11-26 11:00',
    ],
    [
      'a night costs working hours nothing',
      run(workingHours(4), '2026-11-25 16:00', ['2026-11-25 17:30', '2026-11-26 08:30']),
      '2026-11-26 11:00',
    ],
    [
      'a lunch costs working hours nothing',
      run(workingHours(4), '2026-11-25 09:00', ['2026-11-25 12:00', '2026-11-25 13:30']),
      '2026-11-25 14:30',
    ],
    [
      'a working day moves five working days by one',
      run(workingDays(5), '2026-11-16 09:00', ['2026-11-17 10:00', '2026-11-18 10:00']),
      '2026-11-24 17:30',
    ],
    [
      'a weekend moves nothing',
      run(workingDays(5), '2026-11-16 09:00', ['2026-11-20 18:00', '2026-11-23 08:00']),
      '2026-11-23 17:30',
    ],
    [
      'two hours spill into the next morning',
      run(workingDays(1), '2026-11-25 09:00', ['2026-11-26 10:00', '2026-11-26 12:00']),
      '2026-11-27 10:30',
    ],
    [
      'one day was left before Spring Festival and its worked Saturday, so one is left after',
      run(workingDays(1), '2026-02-13 09:00', ['2026-02-13 17:30', '2026-02-24 17:30']),
      '2026-02-25 17:30',
    ],
    [
      'two pauses add up',
      run(
        hours(2),
        '2026-11-25 10:00',
        ['2026-11-25 10:10', '2026-11-25 10:20'],
        ['2026-11-25 11:00', '2026-11-25 11:30'],
      ),
      '2026-11-25 12:40',
    ],
    [
      'a pause that ends after the old due moment',
      run(minutes(30), '2026-11-25 10:00', ['2026-11-25 10:20', '2026-11-25 12:00']),
      '2026-11-25 12:10',
    ],
    [
      'once late, a pause heals nothing',
      run(minutes(30), '2026-11-25 10:00', ['2026-11-25 10:31', '2026-11-25 12:00']),
      '2026-11-25 10:30',
    ],
    [
      'late in the evening of the last day is late',
      run(workingDays(1), '2026-11-25 09:00', ['2026-11-26 18:00', '2026-11-27 12:00']),
      '2026-11-26 17:30',
    ],
  ])('%s', (_, clock, due) => {
    expect(said(clock.dueAt)).toBe(due);
  });

  test('while paused nothing is used, nothing gets late, and no point is reached', () => {
    const clock = pause(start(calendar, hours(2), at('2026-11-25 10:00')), at('2026-11-25 10:30'), '待补充');
    const later = at('2026-11-28 10:30');
    expect(pausedAt(clock)).toBe(at('2026-11-25 10:30'));
    expect(used(calendar, clock, later)).toBe(0.25);
    expect(isLate(clock, later)).toBe(false);
    expect(left(calendar, clock, later)).toEqual({ late: false, ms: 90 * MINUTE, working: false });
    expect(said(pointAt(calendar, clock, 0.25))).toBe('2026-11-25 10:30');
    expect(pointAt(calendar, clock, 0.75)).toBeNull();
    expect(said(pointAt(calendar, resume(calendar, clock, later), 0.75))).toBe('2026-11-28 11:30');
  });

  test('each step is taken once: a repeat changes nothing', () => {
    const running = start(calendar, hours(2), at('2026-11-25 10:00'));
    const paused = pause(running, at('2026-11-25 10:30'), '待补充');
    const stopped = stop(running, at('2026-11-25 11:00'));
    expect(pause(paused, at('2026-11-25 10:40'), '再问')).toBe(paused);
    expect(resume(calendar, running, at('2026-11-25 10:40'))).toBe(running);
    expect(stop(stopped, at('2026-11-25 11:30'))).toBe(stopped);
    expect(pause(stopped, at('2026-11-25 11:30'), '')).toBe(stopped);
    expect(isRunning(paused) || isRunning(stopped)).toBe(false);
  });

  test('a machine whose clock is behind cannot turn time back', () => {
    const clock = pause(start(calendar, hours(2), at('2026-11-25 10:00')), at('2026-11-25 09:58'), '待补充');
    expect(clock.pauses[0]!.from).toBe(clock.startedAt);
    expect(resume(calendar, clock, at('2026-11-25 09:55')).dueAt).toBe(at('2026-11-25 12:00'));
  });
});

describe('stopping', () => {
  const clock = start(calendar, workingDays(5), at('2026-11-16 09:00'));

  test('a stopped clock keeps what it showed', () => {
    const stopped = stop(clock, at('2026-11-18 17:30'));
    const later = at('2027-03-01 09:00');
    expect(used(calendar, stopped, later)).toBe(used(calendar, clock, at('2026-11-18 17:30')));
    expect(left(calendar, stopped, later)).toMatchObject({ late: false, workingDays: 3 });
    expect(pointAt(calendar, stopped, 1)).toBeNull();
    expect(isLate(stopped, later)).toBe(false);
  });

  test('in the due moment it is in time, a minute later it is late', () => {
    expect(isLate(stop(clock, clock.dueAt), clock.dueAt + DAY)).toBe(false);
    expect(isLate(stop(clock, clock.dueAt + 1), clock.dueAt + DAY)).toBe(true);
  });

  test('stopped in a pause, it does not count as paused any more', () => {
    const stopped = stop(pause(clock, at('2026-11-17 09:00'), '待补充'), at('2026-11-20 09:00'));
    expect(pausedAt(stopped)).toBeNull();
    expect(used(calendar, stopped, at('2026-11-30 09:00'))).toBe(
      used(calendar, clock, at('2026-11-17 09:00')),
    );
  });
});

describe('what is left', () => {
  const clock = start(calendar, workingDays(5), at('2026-11-16 09:00')); // due Monday 23rd 17:30
  test.each([
    ['2026-11-16 09:00', { late: false, workingDays: 5, ms: 44.5 * HOUR }],
    ['2026-11-17 09:00', { late: false, workingDays: 4, ms: 37 * HOUR }],
    ['2026-11-21 12:00', { late: false, workingDays: 1, ms: 7.5 * HOUR }],
    ['2026-11-23 09:00', { late: false, workingDays: 0, ms: 7 * HOUR }],
    ['2026-11-23 17:30', { late: false, workingDays: 0, ms: 0 }],
    ['2026-11-23 22:00', { late: true, workingDays: 0, ms: 0 }],
    ['2026-11-24 09:30', { late: true, workingDays: 0, ms: HOUR }],
    ['2026-11-24 17:30', { late: true, workingDays: 1, ms: 7.5 * HOUR }],
    ['2026-11-29 12:00', { late: true, workingDays: 4, ms: 30 * HOUR }],
  ])('five working days at %s', (now, expected) => {
    expect(left(calendar, clock, at(now))).toEqual({ ...expected, working: true });
  });

  test('a unit that closes at midnight has its last day before midnight', () => {
    const allDay = unitCalendar({ hours: [['00:00', '24:00']] });
    const clock = start(allDay, workingDays(1), at('2026-11-24 09:00'));
    expect(said(clock.dueAt)).toBe('2026-11-26 00:00');
    const days = (now: string) => left(allDay, clock, at(now)).workingDays;
    expect(
      ['2026-11-24 10:00', '2026-11-25 10:00', '2026-11-26 10:00', '2026-11-27 00:00'].map(days),
    ).toEqual([1, 0, 0, 1]);
  });

  test('hours say how many, of which time', () => {
    const working = start(calendar, workingHours(4), at('2026-11-27 17:00'));
    expect(left(calendar, working, at('2026-11-28 12:00'))).toEqual({
      late: false,
      ms: 3.5 * HOUR,
      working: true,
    });
    const natural = start(calendar, hours(2), at('2026-11-27 17:00'));
    expect(left(calendar, natural, at('2026-11-27 19:40'))).toEqual({
      late: true,
      ms: 40 * MINUTE,
      working: false,
    });
  });
});

test('three quarters of a limit', () => {
  const point = (limit: Limit, from: string) =>
    said(pointAt(calendar, start(calendar, limit, at(from)), 0.75));
  expect(point(hours(2), '2026-11-25 23:00')).toBe('2026-11-26 00:30');
  expect(point(workingHours(4), '2026-11-25 16:00')).toBe('2026-11-26 10:00');
  // 44.5 h of work in all: 33.375 h, of which Monday has 7 and each further day 7.5; Friday 3.875 h over lunch
  expect(point(workingDays(5), '2026-11-16 09:00')).toBe('2026-11-20 13:52');
});

test('a clock remembers what it has caused, once', () => {
  const clock = tell(start(calendar, hours(2), 0), 'nudge', 5);
  expect(clock.told).toEqual({ nudge: 5 });
  expect(tell(clock, 'nudge', 9)).toBe(clock);
});

describe('more time', () => {
  const clock = start(calendar, workingDays(5), at('2026-11-16 09:00')); // due Monday 23rd 17:30
  const asked = at('2026-11-20 10:00');

  test('is counted from the date that stood, and the change is kept', () => {
    const longer = extend(calendar, clock, workingDays(3), asked);
    expect(said(longer.dueAt)).toBe('2026-11-26 17:30');
    expect(longer.dueChanges).toEqual([{ at: asked, from: clock.dueAt, to: longer.dueAt }]);
    const twice = extend(calendar, longer, workingHours(2), asked + DAY);
    expect(said(twice.dueAt)).toBe('2026-11-27 10:30');
    expect(twice.dueChanges.map(({ from, to }) => [said(from), said(to)])).toEqual([
      ['2026-11-23 17:30', '2026-11-26 17:30'],
      ['2026-11-26 17:30', '2026-11-27 10:30'],
    ]);
    expect(left(calendar, twice, asked)).toMatchObject({ late: false, workingDays: 5 });
  });

  test('lives through a pause', () => {
    const longer = extend(calendar, clock, workingDays(3), asked);
    const back = resume(calendar, pause(longer, at('2026-11-24 17:30'), '待补充'), at('2026-11-25 17:30'));
    expect(said(back.dueAt)).toBe('2026-11-27 17:30');
  });

  test('beyond what is published is flagged; natural hours never are', () => {
    const december = start(calendar, workingDays(1), at('2026-12-24 09:00'));
    expect(december.beyondCoverage).toBe(false);
    expect(extend(calendar, december, workingDays(10), asked).beyondCoverage).toBe(true);
    const natural = start(calendar, hours(2), at('2026-12-31 23:00'));
    expect(extend(calendar, natural, hours(2), asked)).toMatchObject({
      dueAt: at('2027-01-01 03:00'),
      beyondCoverage: false,
    });
  });

  test('what has ended gets no more', () => {
    const stopped = stop(clock, asked);
    expect(extend(calendar, stopped, workingDays(3), asked)).toBe(stopped);
  });
});

test('many working hours are said in days, the last two days in hours', () => {
  const clock = start(calendar, workingHours(22.5), at('2026-11-16 08:30')); // Monday; three full days
  const days = (now: string) => left(calendar, clock, at(now));
  expect(days('2026-11-16 08:30')).toEqual({ late: false, ms: 22.5 * HOUR, working: true, workingDays: 2 });
  expect(days('2026-11-17 08:30')).toEqual({ late: false, ms: 15 * HOUR, working: true });
});

test('a stop that is told by a machine whose clock is behind does not lie before the last event', () => {
  const clock = start(calendar, hours(2), at('2026-11-25 10:00'));
  expect(said(stop(clock, at('2026-11-25 09:58')).stoppedAt)).toBe('2026-11-25 10:00');
  const paused = pause(clock, at('2026-11-25 10:30'), '待补充');
  expect(said(stop(paused, at('2026-11-25 10:29')).stoppedAt)).toBe('2026-11-25 10:30');
  const resumed = resume(calendar, paused, at('2026-11-25 11:00'));
  expect(said(stop(resumed, at('2026-11-25 10:59')).stoppedAt)).toBe('2026-11-25 11:00');
});

describe('new calendar data', () => {
  const clock = start(calendar, workingDays(5), at('2026-12-28 09:00'));
  const now = at('2026-12-29 09:00');
  const published = unitCalendar({
    coverage: { from: '2023-01-01', to: '2027-12-28' },
    off: { ...calendar.off, '2027-01-01': '元旦' },
  });

  test('moves a flagged clock and keeps the old moment', () => {
    expect(clock.beyondCoverage).toBe(true);
    const change = recompute(published, clock, now);
    expect([said(change!.from), said(change!.to)]).toEqual(['2027-01-04 17:30', '2027-01-05 17:30']);
    expect(change!.clock).toEqual({
      ...clock,
      dueAt: change!.to,
      beyondCoverage: false,
      dueChanges: [{ at: now, from: change!.from, to: change!.to }],
    });
    expect(recompute(published, change!.clock, now)).toBeNull();
  });

  test('confirms a clock it does not move', () => {
    const confirmed = recompute(unitCalendar({ coverage: published.coverage }), clock, now);
    expect(confirmed).toEqual({
      clock: { ...clock, beyondCoverage: false },
      from: clock.dueAt,
      to: clock.dueAt,
    });
  });

  test('leaves natural and stopped clocks alone', () => {
    expect(recompute(published, start(calendar, hours(240), at('2026-12-28 09:00')), now)).toBeNull();
    expect(recompute(published, stop(clock, now), now)).toBeNull();
  });

  test('respects the pauses of a clock', () => {
    const paused = resume(calendar, pause(clock, at('2026-12-28 17:30'), '待补充'), at('2026-12-29 17:30'));
    expect(said(recompute(published, paused, now)!.to)).toBe('2027-01-06 17:30');
  });
});

describe('for any limit and any pauses', () => {
  const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
    fc.integer({ min: 1, max: 2000 }).map(minutes),
    fc.integer({ min: 1, max: 100 }).map(workingHours),
    fc.integer({ min: 1, max: 40 }).map(workingDays),
  );
  const anyStart = fc.integer({ min: moment('2023-06-01 00:00'), max: moment('2026-11-01 00:00') });
  const anySteps = fc.array(fc.tuple(fc.nat(4 * DAY), fc.nat(9 * DAY)), { maxLength: 6 });

  /** Runs a clock through waits and pauses, looking at it before and after each pause. */
  function drive(
    limit: Limit,
    from: number,
    steps: [number, number][],
    look: (a: Clock, b: Clock, at: number[]) => void,
  ) {
    let now = from;
    let clock = start(calendar, limit, from);
    for (const [wait, rest] of steps) {
      const before = clock;
      const pausedAt = now + wait;
      now = pausedAt + rest;
      clock = resume(calendar, pause(clock, pausedAt, '待补充'), now);
      look(before, clock, [pausedAt, now]);
    }
    return { clock, now };
  }

  test('what was left at the pause is left at the resume', () => {
    const property = fc.property(anyLimit, anyStart, anySteps, (limit, from, steps) => {
      drive(limit, from, steps, (before, after, [pausedAt, resumedAt]) => {
        expect(left(calendar, after, resumedAt!).ms).toBe(left(calendar, before, pausedAt!).ms);
        expect(isLate(after, resumedAt!)).toBe(isLate(before, pausedAt!));
        expect(used(calendar, after, resumedAt!)).toBeCloseTo(used(calendar, before, pausedAt!), 9);
        expect(after.dueAt).toBeGreaterThanOrEqual(before.dueAt);
      });
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('the time run until the due moment is the limit, whatever the pauses', () => {
    const property = fc.property(anyLimit, anyStart, anySteps, (limit, from, steps) => {
      const { clock } = drive(limit, from, steps, () => {});
      const time = (from: number, to: number) =>
        limit.unit === 'minutes' ? to - from : workingMs(calendar, from, to);
      const paused = clock.pauses
        .filter((pause) => pause.from < clock.dueAt)
        .reduce((sum, pause) => sum + time(pause.from, pause.to!), 0);
      const whole = time(from, start(calendar, limit, from).dueAt);
      expect(time(from, clock.dueAt) - paused).toBe(whole);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('points rise with the fraction, the last is the due moment, and a point uses its fraction', () => {
    const fraction = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
    const property = fc.property(anyLimit, anyStart, anySteps, fraction, (limit, from, steps, fraction) => {
      const { clock } = drive(limit, from, steps, () => {});
      const point = pointAt(calendar, clock, fraction)!;
      expect(pointAt(calendar, clock, 1)).toBe(clock.dueAt);
      expect(point).toBeLessThanOrEqual(clock.dueAt);
      expect(used(calendar, clock, point)).toBeGreaterThanOrEqual(fraction - 1e-12);
      expect(used(calendar, clock, point - 2)).toBeLessThan(fraction);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('used never falls, and passes 1 only when the due moment has passed', () => {
    const property = fc.property(anyLimit, anyStart, anySteps, fc.nat(DAY), (limit, from, steps, step) => {
      const { clock } = drive(limit, from, steps, () => {});
      let last = 0;
      for (let now = from; now < from + 40 * DAY; now += step + HOUR) {
        const share = used(calendar, clock, now);
        expect(share).toBeGreaterThanOrEqual(last);
        if (share > 1) expect(isLate(clock, now)).toBe(true);
        last = share;
      }
    });
    fc.assert(property, { numRuns: 100 });
  });

  test('a clock survives being stored as JSON', () => {
    const property = fc.property(anyLimit, anyStart, anySteps, (limit, from, steps) => {
      const { clock, now } = drive(limit, from, steps, () => {});
      for (const any of [clock, pause(clock, now, '待补充'), stop(clock, now)]) {
        expect(JSON.parse(JSON.stringify(any))).toStrictEqual(any);
      }
    });
    fc.assert(property);
  });
});
