/**
 * What any flow is: one typed table of moves, and the small machine that walks it.
 *
 * A mechanism (ticket, wish, visit …) brings a table and the effects of its moves; this file brings the
 * order in which a move is judged: is it still there, may this person, is everything given, what changes,
 * who is told, when must the clock look again. Reads no clock and no database.
 */
import { Refusal, type RefusalCode } from './refusal';

/** One row of a flow's table. `to` lists every state the move may end in, the usual one first. */
export interface Row<State extends string, Role extends string, Need extends string> {
  readonly from: readonly State[];
  readonly to: readonly State[];
  readonly by: readonly Role[];
  readonly needs: readonly Need[];
}

export type Table<
  Move extends string,
  State extends string,
  Role extends string,
  Need extends string,
> = Readonly<Record<Move, Row<State, Role, Need>>>;

/** What happened, for people. Append only. `at` in ms; `text` is what somebody wrote; `about` fills the sentence. */
export interface Happened {
  readonly at: number;
  readonly move: string;
  readonly by: { readonly id: string; readonly name: string; readonly role: string };
  /** The state it led to, where that changed: so that what is counted later follows from the history alone. */
  readonly to?: string;
  readonly text?: string;
  readonly photos?: readonly string[];
  readonly about?: Readonly<Record<string, string | number | boolean>>;
  /** The client's key of this submit, so that a repeat is recognised. */
  readonly key?: string;
  /** A digest of what was sent with that key: other content under it is no repeat. */
  readonly sent?: string;
  /** Given when it is stored: chains this entry to the one before it. */
  readonly mark?: string;
  /** Who it was has asked to be forgotten: a digest stands for what was taken out. */
  readonly erased?: string;
}

/** What we promised to tell someone; saved with the change itself and delivered by the jobs. `to` is a person id. */
export interface Promised {
  readonly to: string;
  readonly kind: string;
  readonly at: number;
  readonly about: Readonly<Record<string, string | number>>;
}

/** The head that every case carries, whatever its flow. All moments in ms. */
export interface Case<State extends string = string> {
  readonly _id: string;
  readonly no: string;
  readonly flow: string;
  readonly state: State;
  readonly rev: number;
  readonly orgPath: string;
  /** The next moment the clock must look at this case, or null when it never needs to. */
  readonly wakeAt: number | null;
  readonly history: readonly Happened[];
  readonly outbox: readonly Promised[];
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
}

/** Everything a move brings along. `move` names the row; the evidence fields are per flow. */
export interface CommandBase<Actor> {
  readonly move: string;
  readonly actor: Actor;
  readonly now: number;
  readonly key?: string;
  /** The digest of what was sent with the key. */
  readonly sent?: string;
}

export interface Decision<C> {
  readonly next: C;
  readonly happened: readonly Happened[];
  readonly promised: readonly Promised[];
}

/** What a move's effect answers: the new state, the changed fields, the sentence's filling and who is told. */
export interface Effect<C extends Case> {
  readonly to: C['state'];
  readonly change?: Partial<C>;
  readonly text?: string | undefined;
  readonly photos?: readonly string[] | undefined;
  readonly about?: Happened['about'];
  readonly tell?: readonly Omit<Promised, 'at'>[];
}

/** What a mechanism brings: its table and what its own words mean. Everything here is pure. */
export interface Rules<
  C extends Case,
  Move extends string,
  Role extends string,
  Need extends string,
  Actor,
  Command extends CommandBase<Actor>,
> {
  readonly name: string;
  readonly table: Table<Move, C['state'], Role, Need>;
  /** In what capacities this person meets this case. */
  rolesOf(subject: C, actor: Actor): readonly Role[];
  identify(actor: Actor): { id: string; name: string };
  /** Why the evidence is not enough, or null. */
  missing(need: Need, command: Command, subject: C): RefusalCode | null;
  /** Limits on a move beyond state and role (asked twice already, too late …), or null. */
  barred(move: Move, subject: C, actor: Actor, now: number): RefusalCode | null;
  effect(move: Move, subject: C, command: Command): Effect<C>;
  /** The next moment (ms) the clock must look at this case, or null. */
  nextMoment(subject: C): number | null;
  /** The clock's own move that is due now, or null. */
  due(subject: C, now: number): Move | null;
  /** What lets the clock's move wait for a fitting hour, when the timer comes late and finds none; else null. */
  postponed?(move: Move, subject: C, command: Command): Partial<C> | null;
}

/** Binds a mechanism's rules to the machine that walks its table. */
export function flow<
  C extends Case,
  Move extends string,
  Role extends string,
  Need extends string,
  Actor,
  Command extends CommandBase<Actor>,
>(rules: Rules<C, Move, Role, Need, Actor, Command>) {
  const { name, table } = rules;

  /** The moves this person may make on this case now: what a phone draws as buttons. */
  function allowed(subject: C, actor: Actor, now: number): Move[] {
    const roles = rules.rolesOf(subject, actor);
    return (Object.keys(table) as Move[]).filter(
      (move) =>
        table[move].from.includes(subject.state) &&
        table[move].by.some((role) => roles.includes(role)) &&
        rules.barred(move, subject, actor, now) === null,
    );
  }

  /**
   * Decides what one move makes of the case, or refuses: NOT_ALLOWED (never this person's move), MOVED_ON (the
   * case is elsewhere by now), the flow's own bars, then missing evidence, in that order.
   */
  function decide(subject: C, command: Command): Decision<C> {
    const move = command.move as Move;
    const row = Object.hasOwn(table, move) ? table[move] : null;
    const roles = rules.rolesOf(subject, command.actor);
    const role = row?.by.find((candidate) => roles.includes(candidate));
    if (!row || role === undefined) throw new Refusal('NOT_ALLOWED', { move: String(move) });
    if (!row.from.includes(subject.state)) throw new Refusal('MOVED_ON', { state: subject.state });
    const bar = rules.barred(move, subject, command.actor, command.now);
    if (bar) throw new Refusal(bar, { move });
    for (const need of row.needs) {
      const lack = rules.missing(need, command, subject);
      if (lack) throw new Refusal(lack, { field: need });
    }
    const effect = rules.effect(move, subject, command);
    if (!row.to.includes(effect.to)) throw new Error(`${name}.${move} may not end in ${effect.to}`);

    const happened: Happened = {
      at: command.now,
      move,
      by: { ...rules.identify(command.actor), role },
      ...(effect.to !== subject.state ? { to: effect.to } : {}),
      ...(effect.text ? { text: effect.text } : {}),
      ...(effect.photos?.length ? { photos: effect.photos } : {}),
      ...(effect.about ? { about: effect.about } : {}),
      ...(command.key ? { key: command.key } : {}),
      ...(command.key && command.sent ? { sent: command.sent } : {}),
    };
    const promised = (effect.tell ?? []).map((notice) => ({ ...notice, at: command.now }));
    const moved: C = {
      ...subject,
      ...effect.change,
      state: effect.to,
      updatedAt: command.now,
      history: [...subject.history, happened],
      outbox: [...subject.outbox, ...promised],
    };
    return { next: { ...moved, wakeAt: wakeAt(moved) }, happened: [happened], promised };
  }

  /**
   * Makes every clock move that is due, one after the other, as one decision; null when nothing is. A move that has to
   * wait for a fitting hour is no move yet: the case only wakes later. Running it twice, late, or five at once changes
   * nothing more.
   */
  function tick(subject: C, now: number, commandFor: (move: Move) => Command): Decision<C> | null {
    let next = subject;
    const happened: Happened[] = [];
    const promised: Promised[] = [];
    for (let move = rules.due(next, now); move !== null; move = rules.due(next, now)) {
      const command = commandFor(move);
      const later = rules.postponed?.(move, next, command);
      if (later) {
        next = { ...next, ...later };
        continue;
      }
      const step = decide(next, command);
      next = step.next;
      happened.push(...step.happened);
      promised.push(...step.promised);
      if (happened.length > 20) throw new Error(`${name} ${subject._id}: the clock does not come to rest`);
    }
    return next === subject ? null : { next: { ...next, wakeAt: wakeAt(next) }, happened, promised };
  }

  /** The same case after its promises were delivered. */
  function delivered(subject: C): C {
    const quiet = { ...subject, outbox: [] };
    return { ...quiet, wakeAt: wakeAt(quiet) };
  }

  /** Undelivered notices wake the jobs at once; otherwise the flow's own next moment. */
  function wakeAt(subject: C): number | null {
    const oldest = subject.outbox[0];
    return oldest ? oldest.at : rules.nextMoment(subject);
  }

  return { name, table, rolesOf: rules.rolesOf, allowed, decide, tick, delivered, wakeAt };
}
