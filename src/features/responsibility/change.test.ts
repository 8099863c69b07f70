import type { Responsibility } from '@/domain/org/org';
import { changed, editOf, lackIn } from './change';

const rule: Responsibility = {
  id: 'r1',
  service: 'lamp',
  place: '370114/a/b/',
  post: 'p-urban',
  clause: '责任清单',
  until: '2026-12-31',
  otherwise: ['grid-worker'],
};
const other: Responsibility = { ...rule, id: 'r2' };

test('an edit changes its line and nothing else, and the same edit changes nothing', () => {
  expect(changed([rule, other], 'r1', editOf(rule))).toEqual([rule, other]);
  const { until: _, ...open } = rule;
  expect(changed([rule, other], 'r1', { post: 'p-repair', from: '2026-12-01', until: '' })).toEqual([
    { ...open, post: 'p-repair', from: '2026-12-01' },
    other,
  ]);
});

test.each([
  ['', '', null],
  ['2026-12-01', '2026-12-01', null],
  ['2026-2-1', '', 'from'],
  ['', '2026-02-30', 'until'],
  ['2026-12-02', '2026-12-01', 'until'],
])('from %p until %p', (from, until, field) => {
  expect(lackIn({ post: 'p', from, until })?.field ?? null).toBe(field);
});
