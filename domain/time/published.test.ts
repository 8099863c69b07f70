/** Our data against the State Council's notices, retyped here festival by festival as they are worded. */
import { CHINA, isWorkday, unitCalendar, workdays } from './calendar';
import { DAY, dayName, moment, weekday } from './day';

type Festival = { name: string; off: string; on?: string };

/** 国办发明电: "X月X日至X日放假调休，共X天。X月X日（星期X）上班。" */
const NOTICES: Record<number, Festival[]> = {
  2023: [
    { name: '元旦', off: '2022-12-31..2023-01-02' },
    { name: '春节', off: '01-21..01-27', on: '01-28 01-29' },
    { name: '清明节', off: '04-05..04-05' },
    { name: '劳动节', off: '04-29..05-03', on: '04-23 05-06' },
    { name: '端午节', off: '06-22..06-24', on: '06-25' },
    { name: '中秋节、国庆节', off: '09-29..10-06', on: '10-07 10-08' },
  ],
  2024: [
    { name: '元旦', off: '01-01..01-01' },
    { name: '春节', off: '02-10..02-17', on: '02-04 02-18' },
    { name: '清明节', off: '04-04..04-06', on: '04-07' },
    { name: '劳动节', off: '05-01..05-05', on: '04-28 05-11' },
    { name: '端午节', off: '06-10..06-10' },
    { name: '中秋节', off: '09-15..09-17', on: '09-14' },
    { name: '国庆节', off: '10-01..10-07', on: '09-29 10-12' },
  ],
  2025: [
    { name: '元旦', off: '01-01..01-01' },
    { name: '春节', off: '01-28..02-04', on: '01-26 02-08' },
    { name: '清明节', off: '04-04..04-06' },
    { name: '劳动节', off: '05-01..05-05', on: '04-27' },
    { name: '端午节', off: '05-31..06-02' },
    { name: '国庆节、中秋节', off: '10-01..10-08', on: '09-28 10-11' },
  ],
  2026: [
    { name: '元旦', off: '01-01..01-03', on: '01-04' },
    { name: '春节', off: '02-15..02-23', on: '02-14 02-28' },
    { name: '清明节', off: '04-04..04-06' },
    { name: '劳动节', off: '05-01..05-05', on: '05-09' },
    { name: '端午节', off: '06-19..06-21' },
    { name: '中秋节', off: '09-25..09-27' },
    { name: '国庆节', off: '10-01..10-07', on: '09-20 10-10' },
  ],
};

/** 制度工作日: days of the year − weekend days − statutory holidays (11; 13 since 2025). */
const TOTALS: Record<number, number> = {
  2023: 365 - 105 - 11,
  2024: 366 - 104 - 11,
  2025: 365 - 104 - 13,
  2026: 365 - 104 - 13,
};

const calendar = unitCalendar();
const years = Object.keys(NOTICES).map(Number);
const noon = (day: string) => moment(`${day} 12:00`);

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = noon(from); at <= noon(to); at += DAY) days.push(dayName(at));
  return days;
}

function noticeOf(year: number): Map<string, { name: string; worked: boolean }> {
  const full = (day: string) => (day.length === 5 ? `${year}-${day}` : day);
  const days = new Map<string, { name: string; worked: boolean }>();
  for (const { name, off, on = '' } of NOTICES[year]!) {
    const [from, to] = off.split('..');
    for (const day of daysOf(full(from!), full(to!))) days.set(day, { name, worked: false });
    for (const day of on.split(' ').filter(Boolean))
      days.set(full(day), { name: `${name}调休`, worked: true });
  }
  return days;
}

test.each(years)('every day of %i is worked or off as published', (year) => {
  const notice = noticeOf(year);
  const wrong = daysOf(`${year}-01-01`, `${year}-12-31`).filter((day) => {
    const weekend = [0, 6].includes(weekday(noon(day)));
    return isWorkday(calendar, noon(day)) !== (notice.get(day)?.worked ?? !weekend);
  });
  expect(wrong).toEqual([]);
});

test.each(years)('%i has as many working days as its law gives', (year) => {
  expect(workdays(calendar, noon(`${year - 1}-12-31`), noon(`${year}-12-31`))).toBe(TOTALS[year]);
});

test('every exception carries the name of its festival, and nothing unpublished is in the data', () => {
  const published = years.flatMap((year) => [...noticeOf(year)]).filter(([day]) => day >= '2023-01-01');
  const named = (worked: boolean) =>
    Object.fromEntries(
      published.filter(([, day]) => day.worked === worked).map(([day, { name }]) => [day, name]),
    );
  expect(CHINA.off).toEqual(named(false));
  expect(CHINA.on).toEqual(named(true));
});

test('a make-up day always falls on a weekend', () => {
  expect(Object.keys(CHINA.on).filter((day) => ![0, 6].includes(weekday(noon(day))))).toEqual([]);
});

test('coverage ends where the next notice may still speak', () => {
  expect(CHINA.coverage).toEqual({ from: '2023-01-01', to: '2026-12-28' });
});
