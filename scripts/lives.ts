/**
 * The full run: random lives of tickets over a bad line, `npm run lives:full`. Prints what was done and ends with 1 at
 * the first thing that does not hold, with its seed and the shortest life that shows it. Ctrl-C prints what is done.
 *
 * `--lives 10000` in all · `--rates 0.05,0.15,0.30` share of the SDK's calls that meet a fault, in turns · `--seed 1` ·
 * `--rounds 10` steps of a life · `--batch 100` lives side by side
 */
import { parseArgs } from 'node:util';
import { LIFECYCLE, MOVES, STATES } from '@/domain/ticket/lifecycle';
import { type Figures, noFigures, tellLives } from '@/test/lives/run';
import { TestEmulator } from '@/test/support/emulator';
import { Yima } from '@/test/support/yima';

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '10000' },
    rates: { type: 'string', default: '0.05,0.15,0.30' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '10' },
    batch: { type: 'string', default: '100' },
  },
});
const [lives, first, rounds, batch] = [values.lives, values.seed, values.rounds, values.batch].map(
  Number,
) as [number, number, number, number];
const parts = values.rates.split(',').map((rate) => ({ rate: Number(rate), figures: noFigures() }));

async function run(): Promise<void> {
  // Every refusal and every lost answer is logged, as it must be; here they are the point.
  console.error = () => undefined;
  console.info = () => undefined;
  const emulator = new TestEmulator();
  await emulator.start({});
  process.once('SIGINT', () => {
    say();
    process.exit(1);
  });
  try {
    const yima = new Yima(emulator);
    await yima.start();
    for (let done = 0, turn = 0; done < lives; done += batch, turn++) {
      const { rate: faults, figures } = parts[turn % parts.length] as (typeof parts)[number];
      const count = Math.min(batch, lives - done);
      await tellLives(yima, { seed: first + done, lives: count, rounds, batch, faults, figures });
      process.stderr.write(`\r${done + count} of ${lives} lives `);
    }
    say();
  } finally {
    await emulator.process.stop();
  }
}

function say(): void {
  process.stderr.write('\n');
  for (const { rate, figures } of parts) console.log(line(rate, figures));
  const all = <T>(of: (figures: Figures) => Iterable<T>) =>
    new Set(parts.flatMap(({ figures }) => [...of(figures)])).size;
  const made = MOVES.filter((move) => LIFECYCLE[move].by.some((role) => role !== 'clock'));
  const cells = made.flatMap((move) => LIFECYCLE[move].from.map((from) => `${from} ${move}`));
  console.log(`states reached: ${all((figures) => figures.states.keys())} of ${STATES.length}`);
  console.log(`cells of state × person's move walked: ${all((figures) => figures.cells)} of ${cells.length}`);
}

const line = (rate: number, f: Figures): string =>
  `${Math.round(rate * 100)} % faults: ${f.lives} lives, ${f.tickets} tickets; ${f.moves} moves acknowledged in ` +
  `${f.sendings} sendings, ${f.refused} refused, ${f.races} races, ${f.repeats} repeats; ${f.sweeps} sweeps, ` +
  `${f.clockMoves} clock moves, ${f.slips} slips, ${f.notices} notices; nothing broken`;

run().catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
