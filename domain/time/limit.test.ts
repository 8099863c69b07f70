/** Deadlines worked out by hand from the printed calendars. Office hours are 08:30–12:00 and 13:30–17:30 (7.5 h). */
import { type Calendar, unitCalendar } from './calendar';
import { dayName, moment, timeName } from './day';
import { dueAt, hours, type Limit, minutes, workingDays, workingHours } from './limit';

type Row = [from: string, due: string, why: string];

const said = (at: number) => `${dayName(at)} ${timeName(at)}`;

function check(limit: Limit, rows: Row[], calendar: Calendar = unitCalendar()) {
  test.each(rows)(`${limit.amount} ${limit.unit} from %s end %s: %s`, (from, due) => {
    const { at, beyondCoverage } = dueAt(calendar, moment(from), limit);
    expect(`${said(at)}${beyondCoverage ? ' ?' : ''}`).toBe(due);
  });
}

describe('working days', () => {
  check(workingDays(1), [
    ['2026-11-20 17:00', '2026-11-23 17:30', 'Friday afternoon to Monday closing'],
    ['2026-11-20 23:59', '2026-11-23 17:30', 'a start after closing is still that day'],
    ['2026-11-21 10:00', '2026-11-23 17:30', 'a start on Saturday: counting begins on Monday'],
    ['2026-11-22 23:59', '2026-11-23 17:30', 'the last minute of Sunday'],
    ['2026-11-23 00:00', '2026-11-24 17:30', 'midnight belongs to the new day, which does not count'],
    ['2026-11-23 17:30', '2026-11-24 17:30', 'a start in the closing minute'],
    ['2025-12-31 16:00', '2026-01-04 17:30', 'New Year off until Saturday, Sunday 4 January worked'],
    ['2026-01-04 10:00', '2026-01-05 17:30', 'a start on a worked Sunday'],
    ['2026-02-13 15:00', '2026-02-14 17:30', 'the Saturday before Spring Festival is worked'],
    ['2026-02-14 15:00', '2026-02-24 17:30', 'nine days of Spring Festival 2026'],
    ['2026-02-18 12:00', '2026-02-24 17:30', 'a start inside Spring Festival'],
    ['2026-02-27 09:00', '2026-02-28 17:30', 'month end on a worked Saturday'],
    ['2026-02-28 09:00', '2026-03-02 17:30', 'from a worked Saturday over a free Sunday'],
    ['2026-04-03 09:00', '2026-04-07 17:30', 'Tomb-sweeping 2026, Monday off'],
    ['2026-05-08 09:00', '2026-05-09 17:30', 'the Saturday after Labour Day is worked'],
    ['2026-06-18 09:00', '2026-06-22 17:30', 'Dragon Boat 2026, Friday off'],
    ['2026-09-18 09:00', '2026-09-20 17:30', 'Saturday free, Sunday worked'],
    ['2026-09-24 09:00', '2026-09-28 17:30', 'Mid-Autumn 2026, Friday off'],
    ['2023-01-20 09:00', '2023-01-28 17:30', 'Spring Festival 2023 ends in a worked Saturday'],
    ['2023-04-04 09:00', '2023-04-06 17:30', 'Tomb-sweeping 2023 is a single Wednesday'],
    ['2023-12-29 09:00', '2024-01-02 17:30', 'year end, New Year on a Monday'],
    ['2024-02-03 09:00', '2024-02-04 17:30', 'a start on a free Saturday before a worked Sunday'],
    ['2024-02-09 09:00', '2024-02-18 17:30', 'the eve of Spring Festival 2024 was no holiday'],
    ['2024-02-28 09:00', '2024-02-29 17:30', 'the leap day is a working day'],
    ['2024-05-10 09:00', '2024-05-11 17:30', 'the second make-up day of Labour Day 2024'],
    ['2024-10-11 09:00', '2024-10-12 17:30', 'the make-up day after National Day 2024'],
    ['2024-12-31 09:00', '2025-01-02 17:30', 'New Year 2025 is a single Wednesday'],
    ['2025-05-30 09:00', '2025-06-03 17:30', 'Dragon Boat 2025 across the month end'],
    ['2025-10-10 09:00', '2025-10-11 17:30', 'the make-up day after National Day 2025'],
    ['2026-12-25 09:00', '2026-12-28 17:30', 'the last day the notices settle'],
    ['2026-12-28 09:00', '2026-12-29 17:30 ?', 'the notice for 2027 may move the last days of December'],
    ['2026-12-31 09:00', '2027-01-01 17:30 ?', 'nobody has published 2027: a Friday counts, flagged'],
    ['2022-12-30 09:00', '2023-01-03 17:30 ?', 'a start before our data'],
  ]);
  check(workingDays(2), [
    ['2023-06-21 09:00', '2023-06-26 17:30', 'Dragon Boat 2023, Sunday worked'],
    ['2024-04-03 09:00', '2024-04-08 17:30', 'Tomb-sweeping 2024, Sunday worked'],
    ['2024-09-13 09:00', '2024-09-18 17:30', 'worked Saturday, then Mid-Autumn 2024'],
    ['2025-01-24 09:00', '2025-01-27 17:30', 'worked Sunday before Spring Festival 2025'],
  ]);
  check(workingDays(3), [
    ['2023-04-28 09:00', '2023-05-06 17:30', 'Labour Day 2023 and its worked Saturday'],
    ['2024-09-27 09:00', '2024-10-08 17:30', 'worked Sunday, Monday, then National Day 2024'],
  ]);
  check(workingDays(5), [
    ['2026-11-16 09:00', '2026-11-23 17:30', 'an ordinary week'],
    ['2025-12-31 16:00', '2026-01-08 17:30', 'across New Year 2026'],
    ['2026-02-13 15:00', '2026-02-27 17:30', 'one day before, four after Spring Festival 2026'],
    ['2026-04-30 09:00', '2026-05-11 17:30', 'Labour Day 2026 and its worked Saturday'],
    ['2026-09-30 09:00', '2026-10-13 17:30', 'National Day 2026 and its worked Saturday'],
    ['2023-01-20 09:00', '2023-02-01 17:30', 'a worked weekend after Spring Festival 2023'],
    ['2023-04-21 09:00', '2023-04-27 17:30', 'a worked Sunday shortens the wait'],
    ['2023-09-28 09:00', '2023-10-11 17:30', 'Mid-Autumn and National Day 2023, worked weekend after'],
    ['2024-02-26 09:00', '2024-03-04 17:30', 'over the leap day'],
    ['2024-04-30 09:00', '2024-05-10 17:30', 'Labour Day 2024'],
    ['2025-01-27 09:00', '2025-02-10 17:30', 'Spring Festival 2025 and its worked Saturday'],
    ['2025-04-25 09:00', '2025-05-06 17:30', 'worked Sunday, three days, Labour Day 2025'],
    ['2025-09-26 09:00', '2025-10-10 17:30', 'worked Sunday, then eight days off'],
    ['2027-02-01 09:00', '2027-02-08 17:30 ?', 'all of it beyond our data'],
  ]);
  check(workingDays(15), [
    ['2026-11-16 08:30', '2026-12-07 17:30', 'three ordinary weeks across a month end'],
    ['2026-02-13 15:00', '2026-03-12 17:30', 'Spring Festival 2026 with both make-up days'],
    ['2026-09-18 09:00', '2026-10-15 17:30', 'Mid-Autumn, National Day and both make-up days'],
    ['2024-02-29 09:00', '2024-03-21 17:30', 'from the leap day'],
    ['2026-12-04 09:00', '2026-12-25 17:30', 'ends inside our data'],
    ['2026-12-14 09:00', '2027-01-04 17:30 ?', 'ends beyond it'],
  ]);
});

describe('working hours', () => {
  check(workingHours(4), [
    ['2026-11-25 09:00', '2026-11-25 14:30', 'three hours, lunch, one hour'],
    ['2026-11-25 03:00', '2026-11-25 14:00', 'a start at night waits for opening'],
    ['2026-11-25 08:00', '2026-11-25 14:00', 'half an hour before opening does not count'],
    ['2026-11-25 13:30', '2026-11-25 17:30', 'ends in the closing minute, not the next morning'],
    ['2026-11-25 16:00', '2026-11-26 11:00', 'the rest the next morning'],
    ['2026-11-25 17:30', '2026-11-26 14:00', 'a start in the closing minute'],
    ['2026-11-27 17:00', '2026-11-30 12:00', 'over a weekend, ends when lunch begins'],
    ['2026-11-28 10:00', '2026-11-30 14:00', 'a start on Saturday'],
    ['2026-02-13 16:30', '2026-02-14 11:30', 'the next morning is a worked Saturday'],
    ['2026-02-14 17:00', '2026-02-24 12:00', 'half an hour, Spring Festival, the rest'],
    ['2026-09-30 17:29', '2026-10-08 13:59', 'one minute before National Day'],
    ['2025-12-31 15:30', '2026-01-04 10:30', 'across the year to a worked Sunday'],
    ['2026-12-28 16:30', '2026-12-29 11:30 ?', 'the second day is not settled yet'],
  ]);
  check(workingHours(1), [
    ['2026-11-25 11:30', '2026-11-25 14:00', 'interrupted by lunch'],
    ['2026-11-25 12:00', '2026-11-25 14:30', 'a start when lunch begins'],
    ['2026-11-25 12:45', '2026-11-25 14:30', 'a start in the lunch break'],
  ]);
  check(workingHours(3.5), [
    ['2026-11-25 08:30', '2026-11-25 12:00', 'a whole morning ends at noon, not 13:30'],
  ]);
  check(workingHours(7.5), [['2026-11-25 08:30', '2026-11-25 17:30', 'a whole day ends at closing']]);
  check(workingHours(40), [['2026-11-23 08:30', '2026-11-30 11:00', 'five days of 7.5 hours and 2.5 more']]);
});

describe('natural time', () => {
  check(minutes(15), [
    ['2026-11-25 23:50', '2026-11-26 00:05', 'across midnight'],
    ['2026-12-31 23:50', '2027-01-01 00:05', 'across the year; needs no calendar, so no flag'],
  ]);
  check(minutes(30), [['2026-11-25 11:50', '2026-11-25 12:20', 'lunch does not matter']]);
  check(hours(2), [['2026-02-16 23:00', '2026-02-17 01:00', 'the night of Spring Festival']]);
  check(hours(24), [
    ['2024-02-28 12:00', '2024-02-29 12:00', 'onto the leap day'],
    ['2023-02-28 20:00', '2023-03-01 20:00', 'no leap day in 2023'],
    ['2026-10-01 08:00', '2026-10-02 08:00', 'inside National Day'],
    ['2026-11-27 18:00', '2026-11-28 18:00', 'into a weekend'],
    ['2026-03-08 14:30', '2026-03-09 14:30', 'America changes to summer time, China does not'],
  ]);
});

describe("a unit's own calendar", () => {
  const day = '2026-11-26';
  const closed = unitCalendar({ closures: [{ day, why: '停电检修' }] });
  const afternoonOff = unitCalendar({ closures: [{ day, hours: ['12:00', '24:00'], why: '集中学习' }] });
  const meeting = unitCalendar({ closures: [{ day, hours: ['10:00', '11:00'], why: '例会' }] });
  const bothHalves = unitCalendar({
    closures: [...afternoonOff.closures, { day, hours: ['00:00', '12:00'], why: '搬迁' }],
  });
  const summer = unitCalendar({
    hours: [
      ['09:00', '12:00'],
      ['15:00', '18:00'],
    ],
  });
  const allDay = unitCalendar({ hours: [['00:00', '24:00']] });

  check(workingDays(1), [['2026-11-25 09:00', '2026-11-27 17:30', 'a closed day is no working day']], closed);
  check(
    workingDays(1),
    [['2026-11-25 09:00', '2026-11-26 12:00', 'business closes at noon that day']],
    afternoonOff,
  );
  check(workingDays(1), [['2026-11-25 09:00', '2026-11-27 17:30', 'closed by two halves']], bothHalves);
  check(
    workingHours(3),
    [['2026-11-26 08:30', '2026-11-26 14:00', 'an hour of meeting is left out']],
    meeting,
  );
  check(workingHours(2), [['2026-11-26 11:00', '2026-11-26 16:00', 'a long summer lunch']], summer);
  check(workingDays(1), [['2026-11-25 11:00', '2026-11-26 18:00', 'summer closing time']], summer);
  check(
    workingHours(2),
    [['2026-11-27 23:00', '2026-11-30 01:00', 'open day and night, closed at weekends']],
    allDay,
  );
  check(workingDays(1), [['2026-11-27 23:00', '2026-12-01 00:00', 'a day that closes at midnight']], allDay);
});

test.each([
  { unit: 'hours', amount: 0 },
  { unit: 'minutes', amount: -1 },
  { unit: 'working-hours', amount: Number.NaN },
  { unit: 'working-days', amount: Number.POSITIVE_INFINITY },
  { unit: 'working-days', amount: 1.5 },
] as const)('a limit of $amount $unit is refused', (limit) => {
  expect(() => dueAt(unitCalendar(), 0, limit)).toThrow(RangeError);
});
