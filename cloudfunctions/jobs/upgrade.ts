/**
 * Data of older versions brought to today's shape. Each step names what it was that changed, finds the documents that do not
 * have it yet, and gives what they lack; run twice it changes nothing, broken off it goes on where it was. What has been
 * done stands in `directory/schema`. A new shape is a new step at the end; steps never change once they have been released.
 *
 * The timer does it by itself, once per instance: one call when all is done already. `{"job":"upgrade"}` does it now.
 */
import type { Case } from '@/domain/flow/flow';
import { whoMay } from '@/domain/org/policy';
import { withClocks } from '@/domain/ticket/clocks';
import { ticketFlow } from '@/domain/ticket/flow';
import { LIFECYCLE } from '@/domain/ticket/lifecycle';
import type { Slip, Ticket } from '@/domain/ticket/ticket';
import type { Clock } from '@/domain/time/clock';
import { command, db, isDuplicate, readDocument } from '../runtime/cloud';
import { area } from '../runtime/directory';
import { pickupCode } from '../runtime/returns';
import { calendarFor } from '../runtime/tickets';

type Stored = Case & Readonly<Record<string, unknown>>;

interface Step {
  /** Rises by one; the last is today's version. */
  readonly version: number;
  readonly what: string;
  readonly collection: string;
  /** The fields to be set, or null when this document has its shape already. */
  lacks(stored: Stored, now: number): Promise<Readonly<Record<string, unknown>> | null>;
}

/** Fields that came later, as a ticket has them to which nothing of that kind has happened. */
const LATER: Readonly<Partial<Ticket>> = {
  beneficiary: null,
  pending: null,
  declined: null,
  objected: false,
  hold: null,
  extended: false,
  ruling: null,
  ruledAt: null,
  sampled: false,
  calls: [],
  callAt: null,
  newsAt: null,
  joint: null,
  together: null,
  against: null,
  sealed: false,
  reporterLeft: false,
  parent: null,
  followers: [],
  from: null,
  became: null,
};

export const STEPS: readonly Step[] = [
  {
    version: 1,
    what: 'tickets: consent and holds, the ladder of lateness, calls, joint work, shielding, followers, threads',
    collection: 'tickets',
    async lacks(stored, now) {
      const old = stored as unknown as Ticket;
      const change: Record<string, unknown> = Object.fromEntries(
        Object.entries(LATER).filter(([field]) => stored[field] === undefined),
      );
      if (old.leaders === undefined) change.leaders = whoMay(await area(old.orgPath), 'direct', old.orgPath);
      if (old.slips.some(({ end }) => end === undefined))
        change.slips = old.slips.map((slip) => answerable(slip, old.closedAt));
      // Until when it could be given back was not kept: what is with a unit stays there.
      if (old.handler && old.handler.returnBy === undefined)
        change.handler = { ...old.handler, returnBy: old.clocks.unit?.startedAt ?? old.updatedAt };
      if (Object.values(old.clocks).some((clock) => clock && clock.extensions === undefined))
        change.clocks = clocksOf(old);
      if (Object.keys(change).length === 0) return null;
      const filled = await onTheLadder({ ...old, ...change } as Ticket, now);
      const { clocks, slipAt } = filled;
      return { ...change, clocks, slipAt, wakeAt: ticketFlow.wakeAt(filled) };
    },
  },
  {
    version: 2,
    what: 'returns: a pick-up code that does not follow from the id, and how often a wrong one was given',
    collection: 'returns',
    async lacks(stored) {
      if (stored.missed !== undefined) return null;
      return { missed: [], ...(stored.state === 'booked' && { code: pickupCode() }) };
    },
  },
];

/** Clocks that can be extended; there was one slip, at the limit, and it was remembered by another word. */
function clocksOf({ clocks: { resident, unit, sign, contact } }: Ticket): Ticket['clocks'] {
  const today = ({ told: { slip, ...told }, ...clock }: Clock): Clock => ({
    ...clock,
    extensions: clock.extensions ?? [],
    told: { ...told, ...(slip !== undefined && { reminder: slip }) },
  });
  return {
    resident: today(resident),
    unit: unit && today(unit),
    sign: sign && today(sign),
    contact: contact && today(contact),
  };
}

/** With its next rung, where none was kept. */
async function onTheLadder(ticket: Ticket, now: number): Promise<Ticket> {
  const counted: readonly string[] = LIFECYCLE.recompute.from;
  if (ticket.slipAt !== undefined) return ticket;
  if (!counted.includes(ticket.state)) return { ...ticket, slipAt: null };
  const calendar = await calendarFor(ticket);
  return { ...ticket, ...withClocks(ticket.clocks, { calendar, now }, ticket.urgency) };
}

/** Today's version. */
export const VERSION = STEPS.at(-1)?.version ?? 0;

const answerable = (slip: Slip, closedAt: number | null): Slip => {
  const { no, kind, cycle, at, to, replyBy = null, reply = null, end } = slip;
  const ended = closedAt === null ? null : { at: closedAt, how: 'done' as const, text: '' };
  return { no, kind, cycle, at, to, replyBy, reply, end: end === undefined ? ended : end };
};

/** How far it is: all steps up to `version`, and of the next one all documents up to `after` by id. */
interface Progress {
  readonly _id: string;
  readonly version: number;
  readonly after: string;
}
export interface Upgraded {
  readonly from: number;
  readonly version: number;
  readonly looked: number;
  readonly changed: number;
  /** The time was up; the next call goes on. */
  readonly more: boolean;
}

const ROW = 'schema';
const BATCH = 200;
const MS = 40_000;

/** Brings everything up to today's version, for at most `ms`. */
export async function upgrade(now: number, ms = MS): Promise<Upgraded> {
  const startedAt = performance.now();
  const found = await readDocument<Progress>('directory', ROW);
  let progress = found ?? { _id: ROW, version: 0, after: '' };
  const report = { from: progress.version, looked: 0, changed: 0 };
  if (!found) await begin(progress);
  for (const step of STEPS.filter(({ version }) => version > progress.version)) {
    for (;;) {
      if (performance.now() - startedAt > ms) return { ...report, version: progress.version, more: true };
      const rows = await after(step.collection, progress.after);
      for (const row of rows) if (await bring(step, row, now)) report.changed += 1;
      report.looked += rows.length;
      const last = rows.at(-1)?._id ?? '';
      progress =
        rows.length < BATCH ? { _id: ROW, version: step.version, after: '' } : { ...progress, after: last };
      await keep(progress);
      if (rows.length < BATCH) break;
    }
  }
  return { ...report, version: progress.version, more: false };
}

/** One document; somebody who changes it meanwhile comes first, and it is looked at again. */
async function bring({ collection, lacks }: Step, row: Stored, now: number): Promise<boolean> {
  for (let stored: Stored | null = row, tries = 0; stored && tries < 5; tries++) {
    const change = await lacks(stored, now);
    if (!change) return false;
    const { updated } = await db
      .collection(collection)
      .where({ _id: stored._id, rev: stored.rev })
      .update(whole(change));
    if (updated === 1) return true;
    stored = await readDocument<Stored>(collection, stored._id);
  }
  return false;
}

/** Objects are set whole, not merged into what was there. */
const whole = (change: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(change).map(([field, value]) => [
      field,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? command.set(value) : value,
    ]),
  );

async function after(collection: string, id: string): Promise<Stored[]> {
  const { data } = await db
    .collection(collection)
    .where(id ? { _id: command.gt(id) } : {})
    .orderBy('_id', 'asc')
    .limit(BATCH)
    .get();
  return data as Stored[];
}

async function begin(progress: Progress): Promise<void> {
  try {
    await db.collection('directory').add(progress);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Two that run at once repeat each other; neither goes back behind the other's finished step. */
async function keep({ _id, version, after: id }: Progress): Promise<void> {
  await db
    .collection('directory')
    .where({ _id, version: command.lte(version) })
    .update({ version, after: id });
}

/** The version of what is stored; 0 before the first run. */
export const schemaVersion = async (): Promise<number> =>
  (await readDocument<Progress>('directory', ROW))?.version ?? 0;

let done = false;

/** Once per instance; a failure is logged and tried again a minute later. */
export async function keepUpgraded(now: number): Promise<void> {
  if (done) return;
  try {
    done = !(await upgrade(now)).more;
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    console.error(JSON.stringify({ level: 'error', job: 'upgrade', name, code }));
  }
}

/** As a fresh instance. For tests. */
export function forgetUpgraded(): void {
  done = false;
}
