/**
 * What happens when nobody presses a button: limits that pass, questions that lapse, notices that are due.
 *
 * The timer calls once a minute. A sweep asks each kind of case only for those whose moment has come, so with nothing
 * due it costs one call per kind, however many cases are open; running it twice, late, or several at once changes
 * nothing more.
 */
import { CLOCK } from '@/domain/flow/actor';
import { Refusal, type RefusalCode } from '@/domain/flow/refusal';
import { ticketFlow } from '@/domain/ticket/flow';
import { LIFECYCLE } from '@/domain/ticket/lifecycle';
import * as clock from '../runtime/clock';
import { causeOf } from '../runtime/cloud';
import { refusalOf, requestIdOf } from '../runtime/envelope';
import { inLanes } from '../runtime/lanes';
import { log } from '../runtime/log';
import { calendarFor, tickets } from '../runtime/tickets';
import { isBelievable, keepBeat } from './beat';
import { admit, type Job } from './door';
import { health } from './health';
import { KINDS } from './kinds';
import { keepPoints } from './points';
import { keepRates } from './rates';
import type { Due, Sweeper } from './sweeper';
import { keepUnused } from './unused';
import { keepUpgraded, upgrade } from './upgrade';
import { keepWitness } from './witness';

const BATCH = 50;
/** Cases looked after at once: a sweep waits for the database, not for itself. */
const AT_ONCE = 8;
/** How often one sweep looks at one case. */
const TRIES = 3;
/** Well below the function's own 60 s, so that a sweep ends by itself; the next minute goes on. */
const SWEEP_MS = 45_000;

export interface SweepReport {
  readonly looked: number;
  readonly moved: number;
  readonly told: number;
  readonly failed: number;
  /** More is due; the next sweep takes it. */
  readonly more: boolean;
}

/** What went wrong, in the same envelope as any other answer. */
interface Failed {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
  readonly requestId: string;
}

/** What each job does. */
const WORK = {
  sweep: ring,
  health,
  /** Works out deadlines anew after a calendar was loaded. */
  recompute: async (now: number) => ({ recomputed: await recompute(now) }),
  /** Brings older data to today's shape. */
  upgrade,
} satisfies { readonly [J in Job]: (now: number) => Promise<object> };

type Done = Awaited<ReturnType<(typeof WORK)[Job]>>;

/**
 * Called by the timer, or by the operator with `{"job": …, "key": …}`; everybody else is refused (see `door.ts`). Never
 * rejects: what goes wrong is logged and told.
 */
export async function main(event: unknown, context: unknown): Promise<Done | Failed> {
  const requestId = requestIdOf(context);
  try {
    const job = admit(event, context);
    const now = clock.now();
    if (job && (causeOf(context) !== 'timer' || (await isBelievable(event, now))))
      return await WORK[job](now);
    if (job) throw new Error('the clock of this instance is wrong');
    log('warn', { what: 'jobs', requestId, code: 'NOT_ALLOWED', cause: causeOf(context) });
    throw new Refusal('NOT_ALLOWED');
  } catch (error) {
    const { code, message } = refusalOf(error, { job: 'main', requestId });
    return { ok: false, code, message, requestId };
  }
}

/** The timer's minute. */
async function ring(now: number): Promise<SweepReport> {
  await keepUpgraded(now);
  const report = await sweep(now);
  await keepBeat(now, report.failed);
  if (!report.more) {
    await keepRates(now);
    await keepWitness(now);
    await keepPoints(now);
    await keepUnused(now);
  }
  return report;
}

/**
 * Brings every case whose moment has come to rest. The kinds take turns, so that a rush of one holds up no other. Two
 * cases of one thread may get into each other's way when they are looked after at once; then that kind's go one by one.
 */
export async function sweep(now: number): Promise<SweepReport> {
  const report = { looked: 0, moved: 0, told: 0, failed: 0 };
  const startedAt = performance.now();
  const seen = new Map<string, number>();
  const stuck = new Map<Sweeper, number>();
  const collided = new Set<Sweeper>();
  const look = async (kind: Sweeper, { id, wake }: Due, alone: boolean) => {
    report.looked += 1;
    try {
      const outcome = await wake();
      report.moved += outcome.moved;
      report.told += outcome.told;
    } catch (error) {
      if (!alone && error instanceof Refusal && error.code === 'MOVED_ON') {
        collided.add(kind);
        return;
      }
      report.failed += 1;
      if (!(error instanceof Refusal)) logFailure(kind.name, id, error);
    }
  };
  for (let waiting = KINDS; ; ) {
    // What was tried three times stays at the front and is stepped over: it must not hide the rest.
    const batches = await Promise.all(
      waiting.map(async (kind) => ({ kind, batch: await kind.due(now, BATCH, stuck.get(kind) ?? 0) })),
    );
    const more: Sweeper[] = [];
    for (const { kind, batch } of batches) {
      const fresh = batch.filter(({ id }) => (seen.get(id) ?? 0) < TRIES);
      for (const { id } of fresh) {
        const times = (seen.get(id) ?? 0) + 1;
        seen.set(id, times);
        if (times === TRIES) stuck.set(kind, (stuck.get(kind) ?? 0) + 1);
      }
      const alone = collided.delete(kind);
      await inLanes(fresh, alone ? 1 : AT_ONCE, (due) => look(kind, due, alone));
      // A short batch was all there was.
      if ((fresh.length > 0 && batch.length === BATCH) || collided.has(kind)) more.push(kind);
    }
    if (more.length === 0) return { ...report, more: false };
    if (performance.now() - startedAt > SWEEP_MS) return { ...report, more: true };
    waiting = more;
  }
}

/** Works out deadlines that lay beyond the published calendar; call it after loading a new one. */
async function recompute(now: number): Promise<number> {
  let done = 0;
  for await (const ticket of tickets.flagged('beyondCoverage')) {
    const counted: readonly string[] = LIFECYCLE.recompute.from;
    if (!counted.includes(ticket.state)) continue;
    const calendar = await calendarFor(ticket);
    const { next } = ticketFlow.decide(ticket, { move: 'recompute', actor: CLOCK, calendar, now });
    await tickets.save(ticket, next);
    done += 1;
  }
  return done;
}

function logFailure(kind: string, id: string, error: unknown): void {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const at = (stack ?? '')
    .split('\n')
    .slice(1, 4)
    .map((line) => line.trim());
  console.error(JSON.stringify({ level: 'error', job: 'sweep', kind, id, name, code, at }));
}
