/**
 * What a sweep does with the cases of one kind: ask for those whose moment has come, let the clock make its moves,
 * tell what was promised. The same for every mechanism; a kind brings its collection, its flow and its commands.
 */
import type { Actor } from '@/domain/flow/actor';
import type { Case, CommandBase, Decision, Promised } from '@/domain/flow/flow';
import { addressed, type Duty, isStaff } from '@/domain/org/addressed';
import type { Area } from '@/domain/org/org';
import type { Cases } from '../runtime/cases';
import { area, othersOf } from '../runtime/directory';
import { deliver } from '../runtime/notices';

export interface Kind<C extends Case, Move extends string, Command extends CommandBase<Actor>> {
  readonly name: string;
  readonly cases: Cases<C>;
  readonly flow: {
    tick(subject: C, now: number, commandFor: (move: Move) => Command): Decision<C> | null;
    delivered(subject: C): C;
  };
  /** What the clock brings along to its moves on this case. */
  commandFor(subject: C, now: number): Promise<(move: Move) => Command>;
  /** A step of its own before the clock's moves: what they rest on may have changed. */
  before?(subject: C, now: number): Promise<C>;
  /** The case as it is by the posts of today; saved with whatever changes it. */
  today?(subject: C): Promise<C>;
  /** Duties that the case names persons for, so that today's holders are told. */
  duties?(subject: C, home: Area): readonly Duty[];
  /** A step of its own after the clock's moves, when there is something to tell: other cases of the same thread. */
  after?(subject: C, now: number): Promise<C>;
}

/** A kind with its type forgotten, so that one sweep serves all. */
export interface Sweeper {
  readonly name: string;
  /** Where its histories are kept, for the hourly witness; absent for what is no case. */
  readonly collection?: string;
  /** Cases whose moment has come, oldest first but for the first `skip`; one call, and one more for each that is looked after. */
  due(now: number, limit: number, skip: number): Promise<readonly Due[]>;
}

export interface Due {
  readonly id: string;
  /** Its moment (ms). */
  readonly since?: number;
  /** Something was promised and is not told yet. */
  readonly untold?: boolean;
  /** The clock's own moves first, then what was promised: a promise is told only after it is saved. */
  wake(): Promise<{ moved: number; told: number }>;
}

/** Makes a kind ready to be swept. */
export function sweeper<C extends Case, Move extends string, Command extends CommandBase<Actor>>(
  kind: Kind<C, Move, Command>,
): Sweeper {
  return {
    name: kind.name,
    collection: kind.cases.collection,
    due: async (now, limit, skip) =>
      (await kind.cases.due(now, limit, skip)).map((subject) => ({
        id: subject._id,
        since: subject.wakeAt ?? now,
        untold: subject.outbox.length > 0,
        wake: () => wake(kind, subject._id, now),
      })),
  };
}

async function wake<C extends Case, Move extends string, Command extends CommandBase<Actor>>(
  { cases, flow, commandFor, before, today, after, duties = () => [] }: Kind<C, Move, Command>,
  id: string,
  now: number,
): Promise<{ moved: number; told: number }> {
  const found = await cases.read(id);
  if (!found) return { moved: 0, told: 0 };
  const stored = before ? await before(found, now) : found;
  const subject = today ? await today(stored) : stored;
  const decision = flow.tick(subject, now, await commandFor(subject, now));
  const moved = decision ? await cases.save(stored, decision.next) : subject;
  // A promise whose addressee has left is none any more, and has to be taken off all the same.
  const promised = moved.outbox.length > 0 || found.outbox.length > 0;
  const current = after && promised ? await after(moved, now) : moved;
  const told = current.outbox.length;
  if (promised || told > 0) {
    const heard = { ...current, outbox: await toHolders(current, duties) };
    await deliver(heard);
    await cases.save(decision || current !== moved ? current : stored, flow.delivered(current));
  }
  return { moved: decision?.happened.length ?? 0, told };
}

/** What was promised, to those who have the duty today. The area is only asked for where somebody of its staff is told. */
async function toHolders<C extends Case>(
  subject: C,
  duties: (subject: C, home: Area) => readonly Duty[],
): Promise<readonly Promised[]> {
  if (!subject.outbox.some(({ to }) => isStaff(to))) return subject.outbox;
  const home = await area(subject.orgPath);
  // Work that has gone up is told to people of other lists.
  const strangers = subject.outbox.some(({ to }) => isStaff(to) && !home.persons.some(({ id }) => id === to));
  const homes = strangers ? [home, ...(await othersOf(home))] : [home];
  return addressed(subject.outbox, duties(subject, home), homes);
}
