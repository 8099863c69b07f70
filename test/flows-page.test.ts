import { readFileSync } from 'node:fs';
import { drawFlows, FLOWS_PAGE } from '@/scripts/draw';

test('the drawn page says what the tables say; `npm run draw` renews it', () => {
  expect(readFileSync(FLOWS_PAGE, 'utf8')).toBe(drawFlows());
});
