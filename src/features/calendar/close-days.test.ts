import { moment } from '@/domain/time/day';
import { daysFrom, OFFERED } from './close-days';

test('from today on, without weekends, lot after lot', () => {
  // a Friday
  const now = moment('2026-11-27 10:00');
  const first = daysFrom(now, 0);
  expect(first).toHaveLength(OFFERED);
  expect(first.slice(0, 2)).toEqual([
    { day: '2026-11-27', words: '今天 11月27日 周五' },
    { day: '2026-11-30', words: '11月30日 周一' },
  ]);
  expect(first.at(-1)?.day).toBe('2026-12-08');
  expect(daysFrom(now, 1)[0]).toEqual({ day: '2026-12-09', words: '12月9日 周三' });
});
