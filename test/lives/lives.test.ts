/**
 * A thousand random lives through the real functions, the real SDK and the emulator: no illegal transition, nothing
 * acknowledged is lost or counted twice, no slip twice, nobody's open ticket without owner, date and next wake, every
 * notice once. `LIVES_SEED` and `LIVES` tell others; `npm run lives:full` tells ten thousand over a bad line.
 */
import { withYima } from '@/test/support/yima';
import { tellLives } from './run';

const yima = withYima();
const SEED = Number(process.env.LIVES_SEED ?? 1);
const LIVES = Number(process.env.LIVES ?? 1000);

test('a thousand lives hold what must hold', async () => {
  const figures = await tellLives(yima, { seed: SEED, lives: LIVES, rounds: 8, batch: 100, faults: 0 });
  expect(figures.lives).toBe(LIVES);
  if (process.env.LIVES_SAY) console.info(figures);
}, 900_000);
