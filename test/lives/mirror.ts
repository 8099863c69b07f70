/** The rules themselves, walked beside the real functions: what a stored ticket must have become. */
import { isDeepStrictEqual } from 'node:util';
import { type Actor, CLOCK } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { assignable } from '@/domain/org/dispatch';
import type { Chosen } from '@/domain/ticket/command';
import { type TicketCommand, ticketFlow } from '@/domain/ticket/flow';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { CALENDAR } from '@/test/builders/ticket';
import { TOWN } from '@/test/builders/town';
import type { MoveInput } from './life';

/** What a stored ticket tells of how it was decided. */
export interface Made {
  readonly successor: Chosen | null;
  readonly became: Ticket['became'];
}

const NO_WISH = { kind: 'wish', id: '', no: '' } as const;

/** What the jobs do when they look at a thread; every other move of the clock waits for its moment. */
const THREAD: readonly string[] = ['merge', 'joined', 'settle', 'part', 'recompute'];

export class Mirror {
  /** Everything that was ever promised to somebody: `kind to at`. */
  readonly promised = new Set<string>();
  private constructor(public ticket: Ticket) {
    this.promise(ticket.outbox);
  }

  /** Begins with a ticket as it was stored when it was filed. */
  static of(filed: Ticket): Mirror {
    return new Mirror(filed);
  }

  /**
   * What the rules answer: `ok` and the next ticket, or the refusal's code. `made`: what the functions alone know, the
   * successor where they choose by what everybody has in hand, the number of the wish it became.
   */
  answer(
    input: MoveInput,
    actor: Actor,
    now: number,
    parent: Ticket | undefined,
    made: Made = { successor: null, became: null },
  ) {
    if (ticketFlow.rolesOf(this.ticket, actor).length === 0) return { code: 'NOT_FOUND' } as const;
    const { id: _, post, person, parent: __, helpers, measures, ...evidence } = input;
    try {
      const chosen = (wanted: { post: string; person: string }) => this.chosen(wanted, now);
      const command: TicketCommand = {
        ...evidence,
        ...(parent && { parent }),
        ...(evidence.kind && { thread: made.became ?? NO_WISH }),
        photos: evidence.photos ?? [],
        assignment: post && person ? chosen({ post, person }) : made.successor,
        assignments: helpers?.map(chosen) ?? [],
        measures: measures?.map(({ text, until, ...to }) => ({ assignment: chosen(to), text, until })) ?? [],
        actor,
        calendar: CALENDAR,
        now,
      };
      return { code: 'ok', next: ticketFlow.decide(this.ticket, command).next } as const;
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code } as const;
      throw error;
    }
  }

  take(next: Ticket): void {
    this.promise(next.outbox);
    this.ticket = next;
  }

  /**
   * Takes what the timer has done since: each new entry must be a move that was due, or lawful for the clock. Gives how
   * many there were. Afterwards nothing may be due any more.
   */
  followTimer(stored: Ticket, now: number, others: readonly Ticket[]): number {
    const fresh = stored.history.slice(this.ticket.history.length);
    for (const entry of fresh) {
      if (entry.by.role !== 'clock')
        throw new Error(`nobody was told that ${entry.move} by ${entry.by.name} worked`);
      const due = ticketFlow.tick(this.ticket, entry.at, commandAt(entry.at))?.happened[0]?.move;
      if (!THREAD.includes(entry.move) && due !== entry.move)
        throw new Error(`the timer made ${entry.move}, due was ${due ?? 'nothing'}`);
      const about = others.find(({ _id, no }) => no === entry.about?.no || _id === this.ticket.parent?.id);
      const follower = stored.followers.find((id) => !this.ticket.followers.includes(id));
      const command = {
        ...commandAt(entry.at)(entry.move as TicketMove),
        ...(about && { parent: about }),
        ...(follower && { follower }),
      };
      this.take(ticketFlow.decide(this.ticket, command).next);
    }
    const left = ticketFlow.tick(this.ticket, now, commandAt(now));
    if (left?.happened.length)
      throw new Error(`the timer forgot ${left.happened.map(({ move }) => move).join(' ')}`);
    // A slip that waits for the morning is no entry of the story.
    this.ticket = ticketFlow.delivered(left?.next ?? this.ticket);
    return fresh.length;
  }

  /** Throws when the stored ticket is another than the rules say. */
  compare(stored: Ticket): void {
    const [is, must] = [plain(stored), plain(this.ticket)];
    if (isDeepStrictEqual(is, must)) return;
    const field = Object.keys({ ...is, ...must }).find((name) => !isDeepStrictEqual(is[name], must[name]));
    const shown = (value: unknown) => JSON.stringify(value)?.slice(-400);
    throw new Error(`stored ${field} is ${shown(is[field ?? ''])}, by the rules ${shown(must[field ?? ''])}`);
  }

  private chosen(wanted: { post: string; person: string }, now: number): Chosen {
    const found = assignable(TOWN, this.ticket.orgPath, now).find(
      ({ post, person }) => post.id === wanted.post && person.id === wanted.person,
    );
    const unit = found && TOWN.units.find((candidate) => candidate.id === found.post.unit);
    if (!found || !unit) throw new Refusal('ASSIGNEE_UNKNOWN');
    return {
      ...found,
      unit,
      why: { rule: 'by-hand', clause: '', post: found.post.name, load: 0, among: 1 },
    };
  }

  private promise(outbox: Ticket['outbox']): void {
    for (const { kind, to, at } of outbox) this.promised.add(`${kind} ${to} ${at}`);
  }
}

const commandAt =
  (now: number) =>
  (move: TicketMove): TicketCommand => ({ move, actor: CLOCK, calendar: CALENDAR, now });

/** As it is stored: plain JSON, without the count of its saves, the marks that chain its story and digests of what was sent. */
function plain(ticket: Ticket): Record<string, unknown> {
  const { rev: _, ...rest } = JSON.parse(JSON.stringify(ticket)) as Ticket & Record<string, unknown>;
  return { ...rest, history: rest.history.map((entry) => ({ ...entry, mark: undefined, sent: undefined })) };
}

/** The choice that led to a stored ticket's handler. */
export function choiceIn({ handler }: Ticket): Chosen | null {
  const person = TOWN.persons.find(({ id }) => id === handler?.person);
  const post = TOWN.posts.find(({ id }) => id === handler?.post);
  const unit = TOWN.units.find(({ id }) => id === handler?.unit);
  return handler && person && post && unit ? { person, post, unit, why: handler.why } : null;
}
