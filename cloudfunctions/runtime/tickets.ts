/** The tickets of the database, and how one is opened to a person: the same answer for "absent" and "not yours". */
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { type Area, areaPathOf, type Unit } from '@/domain/org/org';
import { unitsOf } from '@/domain/org/policy';
import { asOfToday, goesUp } from '@/domain/ticket/desk';
import { visibleTo } from '@/domain/ticket/flow';
import { GROWTH, LIFECYCLE } from '@/domain/ticket/lifecycle';
import type { Ruled } from '@/domain/ticket/precedents';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Calendar } from '@/domain/time/calendar';
import { DAY } from '@/domain/time/day';
import { Cases, type Listing } from './cases';
import { command, db } from './cloud';
import { area, areaPaths, calendarOf, othersOf } from './directory';

export const tickets = new Cases<Ticket>('tickets', GROWTH);

/** The newest open tickets of one service in a place's area; one call. */
export async function openLike(path: string, serviceId: string): Promise<Ticket[]> {
  const is = { area: areaPathOf(path), 'service.id': serviceId, closedAt: null };
  return (await tickets.list({ is, sort: 'openedAt', direction: 'desc' })).rows;
}

/** What is left of any list for this reader of the staff: nothing that is about them or about a unit of theirs. */
function hiddenFrom({ staff }: Actor): Record<string, unknown> {
  if (!staff) return {};
  const units = unitsOf(staff);
  return {
    'against.person': command.neq(staff.id),
    'against.people': command.neq(staff.id),
    ...(units.length > 0 && { 'against.unit': command.nin(units) }),
  };
}

/**
 * One page of a list as this person may see it. What they have no part in is left out before the page is filled, so that
 * no page is shorter for what it leaves out; nor for what this list does not want.
 */
export function listFor(
  actor: Actor,
  listing: Listing,
  wanted: (ticket: Ticket) => boolean = () => true,
): Promise<{ rows: Ticket[]; next: string | null }> {
  return tickets.list({
    ...listing,
    bare: 'words',
    keep: (ticket) => visibleTo(ticket, actor) && wanted(ticket),
  });
}

/** The ticket, if this person has any part in it; refuses NOT_FOUND otherwise. */
export async function ticketFor(id: string, actor: Actor): Promise<Ticket> {
  return openedTo(await today(await tickets.read(id)), actor);
}

/** The same ticket with the desk, leaders and unit's lead of today, as this instance knows the area: no call. */
export const today = async (ticket: Ticket | null): Promise<Ticket | null> =>
  ticket && todayIn(ticket, await area(ticket.orgPath));

/** The same with the area at hand. Where nobody of it is left, the county's other lists are asked. */
export const todayIn = async (ticket: Ticket, home: Area): Promise<Ticket> =>
  asOfToday(ticket, home, await listsAbove(ticket, home));

/** The lists in which an owner is looked for when a place has none of its own; none otherwise, and then no call. */
export const listsAbove = async (ticket: Pick<Ticket, 'orgPath' | 'against'>, home: Area): Promise<Area[]> =>
  goesUp(ticket, home) ? othersOf(home) : [];

/** The same of a ticket that was read. */
export function openedTo(ticket: Ticket | null, actor: Actor): Ticket {
  if (!ticket || !visibleTo(ticket, actor)) throw new Refusal('NOT_FOUND');
  return ticket;
}

/** The calendar by which a ticket's unit works; the usual one while nobody has it. */
export async function calendarFor(ticket: Pick<Ticket, 'orgPath' | 'handler'>): Promise<Calendar> {
  const { units } = await area(ticket.orgPath);
  return calendarOf(units.find((unit: Unit) => unit.id === ticket.handler?.unit));
}

/**
 * What each of these persons has in hand, when the last of it was handed over, and, for a ticket at `path`, whether they
 * have handled one of that very place within a year before `now`: one call, and none when there is nothing to choose.
 * Of whom nothing is known is absent.
 */
export async function standingsOf(
  persons: readonly string[],
  at?: { readonly path: string; readonly now: number },
): Promise<Record<string, { open: number; lastAt: number | null; known: boolean }>> {
  if (persons.length < 2) return {};
  const person = command.in([...persons]);
  const inHand = { 'handler.person': person, closedAt: null };
  // Each alternative has its own index; a condition that both share would stand before them and use neither.
  const here = at && {
    'handler.person': person,
    orgPath: at.path,
    openedAt: command.gte(at.now - KNOWN_FOR),
  };
  const { data } = await db
    .collection('tickets')
    .aggregate()
    .match(here ? command.or([inHand, here]) : inHand)
    .group({
      _id: '$handler.person',
      open: $.sum($.cond([$.eq(['$closedAt', null]), 1, 0])),
      lastAt: $.max('$clocks.unit.startedAt'),
      here: $.sum($.cond([$.eq(['$orgPath', at?.path ?? '']), 1, 0])),
    })
    .end();
  const rows = data as { _id: string; open: number; lastAt: number | null; here: number }[];
  return Object.fromEntries(
    rows.map(({ _id, open, lastAt, here }) => [_id, { open, lastAt, known: here > 0 }]),
  );
}

/** A year (ms): who has handled something at a place within it still knows the place. */
const KNOWN_FOR = 365 * DAY;
const $ = command.aggregate;

/** The latest rulings of an area, none of a report about somebody, newest first: one indexed call. */
export async function ruledIn(area: string, limit: number): Promise<Ruled[]> {
  const { data } = await db
    .collection('tickets')
    .where({ area, ruledAt: command.gt(0), against: null })
    .orderBy('ruledAt', 'desc')
    .limit(limit)
    .field({ _id: true, no: true, service: true, orgPath: true, place: true, ruling: true })
    .get();
  return data as Ruled[];
}

/**
 * How many open tickets each has in hand, without those that the reader must not know of, also by a count: one indexed
 * call, none for nobody.
 */
export async function inHandOf(persons: readonly string[], reader: Actor): Promise<Record<string, number>> {
  if (persons.length === 0) return {};
  const { data } = await db
    .collection('tickets')
    .aggregate()
    .match({ 'handler.person': command.in([...persons]), closedAt: null, ...hiddenFrom(reader) })
    .group({ _id: '$handler.person', open: $.sum(1) })
    .end();
  return Object.fromEntries((data as { _id: string; open: number }[]).map(({ _id, open }) => [_id, open]));
}

/**
 * Marks the open tickets of these units, whose calendar has changed with the area's `rev`, and wakes them for the jobs:
 * one call. Says how many. `rev` of each ticket goes up too, so that nobody saves over the mark.
 */
export async function askRecount(
  { path, rev = 0 }: Pick<Area, 'path' | 'rev'>,
  units: readonly string[],
  now: number,
): Promise<number> {
  const { updated } = await db
    .collection('tickets')
    .where({
      area: path,
      'handler.unit': command.in([...units]),
      state: command.in([...LIFECYCLE.recompute.from]),
    })
    .update({ recount: rev, wakeAt: now, rev: command.inc(1) });
  return updated ?? 0;
}

/**
 * Wakes the open tickets of these people for the jobs, which hand them on if their handler has left with the area's
 * `rev`: one call, none for nobody. `rev` of each ticket goes up too, so that nobody saves over the mark.
 */
export async function askSuccession(
  { path, rev = 0 }: Pick<Area, 'path' | 'rev'>,
  persons: readonly string[],
  now: number,
): Promise<void> {
  if (persons.length === 0) return;
  await db
    .collection('tickets')
    .where({ 'handler.person': command.in([...persons]), closedAt: null, area: path })
    .update({ recount: rev, wakeAt: now, rev: command.inc(1) });
}

/** The latest open tickets that have neither handler nor desk, by number: two calls, by the index of the pools. */
export async function unowned(): Promise<string[]> {
  const areas = await areaPaths();
  const { data } = await db
    .collection('tickets')
    .where({
      area: command.in(areas),
      state: command.in(['submitted', 'adjudicating']),
      'desk.0': command.exists(false),
    })
    .field({ no: true })
    .limit(UNOWNED_SHOWN)
    .get();
  return (data as Pick<Ticket, 'no'>[]).map(({ no }) => no);
}

const UNOWNED_SHOWN = 20;

/** As much of a ticket as dispatch looks at. */
export type Dispatched = Pick<Ticket, '_id' | 'no' | 'service' | 'orgPath' | 'place'>;

/** The latest tickets of an area that this reader may know of, newest first: one indexed call. */
export async function latestIn(area: string, limit: number, reader: Actor): Promise<Dispatched[]> {
  const { data } = await db
    .collection('tickets')
    .where({ area, ...hiddenFrom(reader) })
    .orderBy('openedAt', 'desc')
    .limit(limit)
    .field({ _id: true, no: true, service: true, orgPath: true, place: true })
    .get();
  return data as Dispatched[];
}
