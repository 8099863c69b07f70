import type { TicketRow } from '@/contract';
import { countByState, grouped } from './groups';

const row = (id: string, group: TicketRow['group'], stateWords = '办理中') =>
  ({ id, group, stateWords }) as TicketRow;

test('the most pressing stand first, and a group without rows is not drawn', () => {
  const rows = [row('a', 'later'), row('b', 'waiting'), row('c', 'late'), row('d', 'later')];
  expect(grouped(rows).map(({ title, rows: own }) => [title, own.map(({ id }) => id).join('')])).toEqual([
    ['已超时', 'c'],
    ['以后', 'ad'],
    ['等居民、暂缓', 'b'],
  ]);
});

test('states are counted, never people', () => {
  expect(countByState([row('a', 'late'), row('b', 'late', '待签收'), row('c', 'late')])).toBe(
    '办理中 2 · 待签收 1',
  );
});
