/** Holidays as people read them. */
import { CHINA } from './calendar';
import { holidaysOf, sayClosure, sayCoverage, sayHours } from './calendar-words';
import { moment } from './day';

test('each holiday to come with the weekend days that are worked for it', () => {
  const now = moment('2026-02-16 09:00');
  const [spring, ...others] = holidaysOf(CHINA, now);
  expect(spring).toEqual({
    name: '春节',
    off: '2月15日至2月23日',
    on: '2月14日 周六上班、2月28日 周六上班',
  });
  expect(others.map(({ name }) => name)).toEqual(['清明节', '劳动节', '端午节', '中秋节', '国庆节']);
  expect(others.at(-1)).toEqual({
    name: '国庆节',
    off: '10月1日至10月7日',
    on: '9月20日 周日上班、10月10日 周六上班',
  });
});

test('after the last published one there is none, and the end of coverage is named', () => {
  const now = moment('2026-11-22 12:00');
  expect(holidaysOf(CHINA, now)).toEqual([]);
  expect(sayCoverage(CHINA, now)).toEqual({ words: '已公布到 2026年12月28日', left: 36 });
});

test('hours and closures', () => {
  const now = moment('2026-11-22 12:00');
  expect(
    sayHours([
      ['08:30', '12:00'],
      ['13:30', '17:30'],
    ]),
  ).toBe('08:30–12:00，13:30–17:30');
  expect(sayClosure({ day: '2026-11-25', why: '大雪封路' }, now)).toBe('11月25日 周三：大雪封路');
  expect(sayClosure({ day: '2026-11-25', hours: ['13:30', '17:30'], why: '停电' }, now)).toBe(
    '11月25日 周三 13:30–17:30：停电',
  );
});
