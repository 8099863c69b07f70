/**
 * Forgetting a person (PIPL §47). The wish to be forgotten is one write: from then on nobody acts as this person, and the
 * jobs do the rest two minutes later, when every instance has heard of it. Each step may be done again, and the person's
 * own record goes last, so that what breaks off is taken up by the next sweep.
 *
 * What they have open ends as the flows say: requests are withdrawn (a danger goes on as the staff's own), claims and
 * places are given back, returns cancelled. Then every collection is gone through; `domain/rights/forget` says what is
 * left of a case. Entries of histories are blanked, so the chains of the audit still hold.
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '@/domain/flow/actor';
import type { Case, Happened } from '@/domain/flow/flow';
import { Refusal } from '@/domain/flow/refusal';
import type { Honour } from '@/domain/honour/honour';
import type { Conduct } from '@/domain/points/conduct';
import { type Return, returnFlow } from '@/domain/points/returns';
import { participationFlow } from '@/domain/record/flow';
import type { Participation } from '@/domain/record/participation';
import {
  activityWithout,
  conductWithout,
  honourWithout,
  partWithout,
  returnWithout,
  scrubbed,
  type Trace,
  ticketWithout,
  wishWithout,
  wordsOf,
} from '@/domain/rights/forget';
import { LEAVES_AFTER } from '@/domain/rights/holdings';
import { ticketFlow } from '@/domain/ticket/flow';
import { UNNAMED } from '@/domain/ticket/shield';
import type { Ticket } from '@/domain/ticket/ticket';
import { wishFlow } from '@/domain/wish/flow';
import type { WishMove } from '@/domain/wish/lifecycle';
import type { Wish } from '@/domain/wish/wish';
import { activities, change, hear, participations } from './activities';
import { blanked, forgetDeeds, reworded } from './audit';
import { type Bound, boundOf, forgetBindings } from './bindings';
import { forgetBudget } from './budget';
import type { Cases } from './cases';
import { command, db, only } from './cloud';
import { conducts } from './conduct';
import { forgetClaims } from './enrolments';
import { removeFiles } from './files';
import { honours } from './honours';
import { forgetPeople, type PersonRecord } from './people';
import { returns, settlePoints, settleStock } from './returns';
import { calendarFor, tickets } from './tickets';
import { forgetFiles } from './unused';
import { wishes } from './wishes';

/** Marks a person as leaving; their name, phone, work and volunteering are gone at once. One write. */
export async function beginLeaving(person: PersonRecord, now: number): Promise<void> {
  const { _id, openid, name, phone, staff, claims = [] } = person;
  const leaving = {
    ...{ since: now, words: [name, phone], staff: staff?.id ?? '', volunteer: person.volunteer },
    ...{ bound: boundOf(person), claims },
  };
  await db
    .collection('people')
    .doc(_id)
    .set({
      openid,
      name: '',
      phone: '',
      staff: null,
      volunteer: null,
      leaving,
      leavesAt: now + LEAVES_AFTER,
    });
  forgetPeople();
}

interface Leaving extends PersonRecord {
  readonly leaving: {
    readonly since: number;
    readonly words: readonly string[];
    readonly staff: string;
    readonly volunteer?: Actor['volunteer'];
    readonly bound?: Bound;
    readonly claims?: readonly string[];
  };
  readonly leavesAt: number;
}

/** Those whose time has come, oldest first but for the first `skip`; one indexed call. */
export async function leavingNow(now: number, limit: number, skip: number): Promise<Leaving[]> {
  const { data } = await db
    .collection('people')
    .where({ leavesAt: command.lte(now) })
    .orderBy('leavesAt', 'asc')
    .skip(skip)
    .limit(limit)
    .get();
  return data as Leaving[];
}

/** Whose words and pictures go; entries of theirs in a history. */
interface Whom extends Trace {
  readonly actor: Actor;
  /** The work identity, under which they may have acted as a neighbour, too; '' for none. */
  readonly staff: string;
}

/**
 * Forgets somebody for good. Costs their own cases, a page of a hundred for each hundred wishes and honours of the county,
 * and a call for each collection.
 */
export async function forgetPerson(person: Leaving, now: number): Promise<void> {
  const { _id: id, leaving } = person;
  const given = await wordsGiven(id, leaving.words);
  const actor: Actor = {
    id,
    name: given.name,
    staff: null,
    volunteer: leaving.volunteer ?? { since: 0, skills: [], places: [], teams: [] },
  };
  const whom: Whom = { id, words: given.words, actor, staff: leaving.staff };
  const photos = new Set<string>();

  for await (const ticket of mine<Ticket>('tickets', id)) await forgetTicket(ticket, whom, now, photos);
  for await (const wish of every<Wish>('wishes', id)) await forgetWish(wish, whom, now, photos);
  for await (const part of mine<Participation>('participations', id))
    await forgetPart(part, whom, now, photos);
  for await (const taken of mine<Return>('returns', id)) await forgetReturn(taken, whom, now);
  for await (const conduct of mine<Conduct>('conduct', id))
    await blankCase(conducts, conduct, whom, ['subject'], (each) => conductWithout(each, whom), now);
  for await (const honour of every<Honour>('honours', id))
    await blankCase(honours, honour, whom, [], (each) => honourWithout(each, whom), now);

  await forgetBudget(id);
  if (leaving.bound) await forgetBindings(id, leaving.bound);
  await removeAll('points', { person: id });
  await removeAll('certificates', { person: id });
  await removeAll('enrolments', { person: id });
  await forgetClaims(id, leaving.claims ?? []);
  await removeAll('notices', { to: id });
  await db.collection('invitations').where({ usedBy: id }).update({ usedBy: 'forgotten' });
  await forgetDeeds(id, leaving.staff);
  await removeFiles([...photos]);
  await forgetFiles(id);
  await db.collection('people').where({ _id: id, leavesAt: person.leavesAt }).remove();
  forgetPeople();
}

/** Every name, phone and address that this person gave with what they sent. */
async function wordsGiven(id: string, own: readonly string[]): Promise<{ name: string; words: string[] }> {
  const words = [...own];
  for await (const { reporter, address, beneficiary } of mine<Ticket>('tickets', id))
    words.push(reporter.name, reporter.phone, ...(beneficiary ? [] : [address]));
  for await (const { poster, wisher, address } of mine<Wish>('wishes', id))
    words.push(poster.name, poster.phone, ...(wisher.sort === 'self' ? [address] : []));
  for await (const { name, phone } of mine<Participation>('participations', id)) words.push(name, phone);
  return { name: own[0] ?? '', words: wordsOf(words.filter((word) => word !== UNNAMED)) };
}

async function forgetTicket(found: Ticket, whom: Whom, now: number, photos: Set<string>): Promise<void> {
  const calendar = await calendarFor(found);
  // What was reported for somebody else is theirs, and goes on.
  const left =
    found.beneficiary === null
      ? await tried(found, (ticket) =>
          tickets.save(
            ticket,
            ticketFlow.decide(ticket, { move: 'withdraw', actor: whom.actor, calendar, now }).next,
          ),
        )
      : found;
  const bare = await blankCase(tickets, left, whom, ['reporter'], (each) => ticketWithout(each, whom), now);
  const kept = new Set([...bare.photos, ...bare.history.flatMap((entry) => entry.photos ?? [])]);
  for (const photo of [...left.photos, ...left.history.flatMap((entry) => entry.photos ?? [])])
    if (!kept.has(photo)) photos.add(photo);
}

/** What somebody does with a wish who leaves, by the part they have in it. */
const LEAVE_WISH: readonly WishMove[] = ['giveBack', 'pass', 'leave', 'withdraw'];

async function forgetWish(found: Wish, whom: Whom, now: number, photos: Set<string>): Promise<void> {
  let wish = found;
  for (const move of LEAVE_WISH) {
    if (move === 'withdraw' && wish.poster.id === whom.id && wish.wisher.sort !== 'self') continue;
    wish = await tried(wish, (each) =>
      wishes.save(each, wishFlow.decide(each, { move, actor: whom.actor, text: '不再参加', now }).next),
    );
  }
  const roles = ['poster', 'claimer', 'next', 'waiting', 'volunteer'];
  const bare = await blankCase(wishes, wish, whom, roles, (each) => wishWithout(each, whom), now);
  dropped(wish.history, bare.history, photos);
}

async function forgetPart(found: Participation, whom: Whom, now: number, photos: Set<string>): Promise<void> {
  let part = found;
  const activity = found.source.kind === 'activity' ? await activities.read(found.source.id) : null;
  if (activity) {
    const left = await tried(activity, (each) => change(each, { move: 'leave', actor: whom.actor, now }));
    if (left !== activity)
      part = await hear(left, { person: whom.id, name: part.name, phone: part.phone }, now);
    const alias = `gone_${randomBytes(6).toString('hex')}`;
    await blankCase(
      activities,
      left,
      whom,
      ['joined', 'volunteer'],
      (each) => activityWithout(each, whom, alias),
      now,
    );
  }
  part = await tried(part, (each) =>
    participations.save(each, participationFlow.decide(each, { move: 'erase', actor: whom.actor, now }).next),
  );
  for (const photo of found.photos) photos.add(photo);
  const bare = await blankCase(participations, part, whom, ['self'], (each) => partWithout(each, whom), now);
  dropped(part.history, bare.history, photos);
}

async function forgetReturn(found: Return, whom: Whom, now: number): Promise<void> {
  const ended = await tried(found, (each) =>
    returns.save(each, returnFlow.decide(each, { move: 'cancel', actor: whom.actor, now }).next),
  );
  await settlePoints(ended, now);
  await settleStock(ended);
  await blankCase(returns, ended, whom, ['owner'], (each) => returnWithout(each, whom), now);
}

/** The case after a move that the rules may refuse, as it is then. */
async function tried<C>(subject: C, move: (subject: C) => Promise<C>): Promise<C> {
  try {
    return await move(subject);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'MOVED_ON') return subject;
    if (error instanceof Refusal && notHere(error)) return subject;
    throw error;
  }
}

/** MOVED_ON of the table (this move is not for this state) names the state; of a race it does not. */
const notHere = ({ details }: Refusal): boolean => 'state' in details;

/** Puts the bare case in place of what was stored, its history blanked; when somebody was faster, the next sweep goes on. */
async function blankCase<C extends Case>(
  cases: Cases<C>,
  found: C,
  whom: Whom,
  roles: readonly string[],
  without: (subject: C) => C,
  now: number,
): Promise<C> {
  const own = ({ by }: Happened) =>
    by.id === whom.id || (by.id === whom.staff && whom.staff !== '' && roles.includes(by.role));
  const bare = without(found);
  const after: C = {
    ...bare,
    history: found.history.map((entry) => (own(entry) ? blanked(entry) : unnamed(entry, whom))),
    rev: found.rev + 1,
    updatedAt: now,
  };
  const { _id, ...fields } = after;
  const values = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null && !Array.isArray(value) ? command.set(value) : value,
  ]);
  const { updated } = await db
    .collection(cases.collection)
    .where({ _id, rev: found.rev })
    .update(Object.fromEntries(values));
  if (updated !== 1) throw new Refusal('MOVED_ON');
  return after;
}

/** Somebody else's entry, without the words of this person. */
function unnamed(entry: Happened, whom: Whom): Happened {
  const { text, about } = entry;
  const said = { ...(text !== undefined && { text }), ...(about && { about }) };
  const words = scrubbed(said, whom);
  return JSON.stringify(words) === JSON.stringify(said) ? entry : reworded(entry, words);
}

function dropped(before: readonly Happened[], after: readonly Happened[], into: Set<string>): void {
  const kept = new Set(after.flatMap((entry) => entry.photos ?? []));
  for (const photo of before.flatMap((entry) => entry.photos ?? [])) if (!kept.has(photo)) into.add(photo);
}

const BATCH = 100;

/** Everything of a collection that is one person's, read before any of it is dealt with; newest first, by its index. */
async function* mine<T>(collection: keyof typeof OWN, id: string): AsyncGenerator<T> {
  const [field, sort] = OWN[collection];
  const all: T[] = [];
  for (;;) {
    const { data } = await db
      .collection(collection)
      .where(only({ [field]: id }))
      .orderBy(sort, 'desc')
      .skip(all.length)
      .limit(BATCH)
      .get();
    all.push(...(data as T[]));
    if (data.length < BATCH) break;
  }
  yield* all;
}

/** Whose a case is, and what its index is sorted by. */
const OWN = {
  tickets: ['reporter.id', 'openedAt'],
  wishes: ['poster.id', 'openedAt'],
  participations: ['person', 'startsAt'],
  returns: ['owner.id', 'openedAt'],
  conduct: ['subject.id', 'openedAt'],
} as const;

/** Every row of a collection that names this person anywhere: lists within rows have no index. */
async function* every<T extends { _id: string }>(collection: string, id: string): AsyncGenerator<T> {
  for (let last = ''; ; ) {
    const { data } = await db
      .collection(collection)
      .where(last ? { _id: command.gt(last) } : {})
      .orderBy('_id', 'asc')
      .limit(BATCH)
      .get();
    const rows = data as T[];
    for (const row of rows) if (JSON.stringify(row).includes(id)) yield row;
    if (rows.length < BATCH) return;
    last = (rows.at(-1) as T)._id;
  }
}

async function removeAll(collection: string, is: Record<string, string>): Promise<void> {
  await db.collection(collection).where(only(is)).remove();
}
