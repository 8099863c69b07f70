import { inState, moved, START, ticked } from '@/test/builders/ticket';
import { zhao } from '@/test/builders/town';
import { STATES } from './lifecycle';
import { sayForStaff } from './words';

const DAY = 86_400_000;

test('people who do the work read who has it and what it waits for, never “您”', () => {
  const said = STATES.map((state) => sayForStaff(inState(state)));
  for (const words of said) expect(words).not.toMatch(/您|undefined/);
  expect(said[STATES.indexOf('dispatched')]).toMatch(/赵海平，还没签收$/);
  expect(said[STATES.indexOf('submitted')]).toBe('没有找到当班的人，等人工派单');
});

test('a slip of this cycle is named with its number', () => {
  const late = ticked(inState('working'), inState('working').dueAt);
  expect(sayForStaff(late)).toMatch(/正在办；提醒单 T0311-7KQ4M-TX1$/);
  expect(sayForStaff(ticked(late, START + 30 * DAY))).toMatch(/周会商清单 T0311-7KQ4M-HS4$/);
});

test('who must dispatch reads why it came back, in one line', () => {
  const returned = moved(inState('dispatched'), 'return', zhao, START + 60_000, {
    text: '不在我的网格'.repeat(9),
  });
  expect(sayForStaff(returned)).toMatch(/^.+退回：不在我的网格.{23}…$/);
});
