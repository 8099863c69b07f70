/** The same over a bad line, a few lives: `npm run lives:full` tells ten thousand. */
import { withYima } from '@/test/support/yima';
import { tellLives } from './run';

const yima = withYima();
const LIVES = Number(process.env.FAULT_LIVES ?? 60);

beforeAll(() => {
  // Every lost answer is logged, as it must be; here it is the point.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

test.each([0.05, 0.15, 0.3])(
  'lives of which %d of all calls meet a fault',
  async (faults) => {
    const lives = Math.ceil(LIVES / 3);
    const figures = await tellLives(yima, { seed: 5001, lives, rounds: 10, batch: lives, faults });
    expect(figures.lives).toBe(lives);
  },
  240_000,
);
