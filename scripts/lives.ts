/**
 * The full run: random lives of tickets over a bad line, `npm run lives:full`. Prints what was done and ends with 1 at
 * the first thing that does not hold, with its seed and the shortest life that shows it.
 *
 * `--lives 10000` in all · `--rates 0.05,0.15,0.30` share of the SDK's calls that meet a fault · `--seed 1` ·
 * `--rounds 10` · `--batch 50`
 */
import { parseArgs } from 'node:util';
import { LIFECYCLE, MOVES, STATES } from '@/domain/ticket/lifecycle';
import { type Figures, tellLives } from '@/test/lives/run';
import { TestEmulator } from '@/test/support/emulator';
import { Yima } from '@/test/support/yima';

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '10000' },
    rates: { type: 'string', default: '0.05,0.15,0.30' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '10' },
    batch: { type: 'string', default: '50' },
  },
});

async function run(): Promise<void> {
  // Every refusal and every lost answer is logged, as it must be; here they are the point.
  console.error = () => undefined;
  console.info = () => undefined;
  const rates = values.rates.split(',').map(Number);
  let seed = Number(values.seed);
  let left = Number(values.lives);
  const cells = new Set<string>();
  const states = new Set<string>();
  for (const [index, rate] of rates.entries()) {
    const lives = Math.ceil(left / (rates.length - index));
    const began = Date.now();
    const figures = await told(seed, lives, rate);
    for (const cell of figures.cells) cells.add(cell);
    for (const state of figures.states.keys()) states.add(state);
    console.log(line(rate, figures, Math.round((Date.now() - began) / 1000)));
    seed += lives;
    left -= lives;
  }
  const lawful = MOVES.flatMap((move) => LIFECYCLE[move].from.map((from) => `${from} ${move}`));
  console.log(`states reached: ${states.size} of ${STATES.length}`);
  console.log(
    `cells of state × person's move walked: ${cells.size} (the table has ${lawful.length} with the clock's)`,
  );
}

/** A fresh emulator for each rate, so that one that fails leaves nothing behind. */
async function told(seed: number, lives: number, faults: number): Promise<Figures> {
  const emulator = new TestEmulator();
  await emulator.start({});
  try {
    const yima = new Yima(emulator);
    await yima.start();
    const onBatch = ({ lives: done }: Figures) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${lives} lives `);
    };
    const [rounds, batch] = [Number(values.rounds), Number(values.batch)];
    return await tellLives(yima, { seed, lives, rounds, batch, faults, onBatch });
  } finally {
    await emulator.process.stop();
  }
}

const line = (rate: number, f: Figures, seconds: number): string =>
  `${Math.round(rate * 100)} % faults: ${f.lives} lives, ${f.tickets} tickets; ${f.moves} moves acknowledged in ` +
  `${f.sendings} sendings, ${f.refused} refused, ${f.races} races, ${f.repeats} repeats; ${f.sweeps} sweeps, ` +
  `${f.clockMoves} clock moves, ${f.slips} slips, ${f.notices} notices; 0 broken (${seconds} s)`;

run().catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
