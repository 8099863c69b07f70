/**
 * Tickets and wishes of a county, as many as asked for: opened and moved by the real rules, then copied under other names, days
 * and people, so that a document has its true size and every index its true spread. Nothing of them is due.
 */
import type { TicketState } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import type { WishState } from '@/domain/wish/lifecycle';
import type { Wish } from '@/domain/wish/wish';
import { inState } from '@/test/builders/ticket';
import { AREA, SERVICES } from '@/test/builders/town';
import { wishIn } from '@/test/builders/wish';

/** How many of a hundred stand where, as in a town after a year. */
const SHARES: readonly (readonly [TicketState, number])[] = [
  ['closed', 78],
  ['resolved', 6],
  ['working', 7],
  ['signed', 2],
  ['dispatched', 4],
  ['submitted', 2],
  ['withdrawn', 1],
];
const WISH_SHARES: readonly (readonly [WishState, number])[] = [
  ['thanked', 70],
  ['open', 10],
  ['claimed', 8],
  ['posted', 4],
  ['withdrawn', 5],
  ['refused', 3],
];
/** Of a county's twenty areas, ours holds a third: the larger one list's share, the harder for it. */
const OTHERS = 19;
/** Micro-grids of an area. */
const MICROS = 185;
/** Beyond everything a run of the bench waits for, in ms. */
const FAR = 60 * 86_400_000;
const WORKERS = ['s_zhao', 's_sun', 's_ma', 's_hou'];

/** Tickets `from`–`until` (exclusive) of this county at `now` (ms); the same numbers give the same tickets. */
export function countyTickets(from: number, until: number, now: number): Ticket[] {
  return Array.from({ length: until - from }, (_, index) => countyTicket(from + index, now));
}

/** Wishes `from`–`until` (exclusive) of this county at `now` (ms). */
export function countyWishes(from: number, until: number, now: number): Wish[] {
  return Array.from({ length: until - from }, (_, index) => countyWish(from + index, now));
}

/** One of each state, made once; dealt so that any hundred in a row have the shares. */
function dealer<S extends string, C>(shares: readonly (readonly [S, number])[], make: (state: S) => C) {
  const made = shares.flatMap(([state, share]) => {
    const one = make(state);
    return Array.from({ length: share }, () => one);
  });
  return (n: number): C => made[(n * 37) % 100] as C;
}
const ticketLike = dealer(SHARES, inState);
const wishLike = dealer(WISH_SHARES, wishIn);

/** By how much (ms) the n-th is later than its template; open ones are of the last sixty days. */
function shiftOf(n: number, { openedAt, closedAt }: Pick<Ticket, 'openedAt' | 'closedAt'>, now: number) {
  // a step that shares no factor with the year spreads days and minutes evenly
  return now - ((n * 7919) % ((closedAt === null ? 60 : 365) * 1440)) * 60_000 - openedAt;
}

const areaOf = (n: number) => (n % 3 === 0 ? AREA : `370114/town${n % OTHERS}/area/`);

function countyWish(n: number, now: number): Wish {
  const template = wishLike(n);
  const open = template.closedAt === null;
  const shift = shiftOf(n, template, now);
  const area = areaOf(n);
  const _id = `w${n.toString(16).padStart(24, '0')}`;
  const holder = template.holder && `u_v${n}`;
  return {
    ...template,
    _id,
    no: `W${String(n).padStart(9, '0')}`,
    area,
    village: `${area}v01/`,
    poster: { ...template.poster, id: `u_${n % 60_000}` },
    claimer: template.claimer && { ...template.claimer, id: holder ?? `u_v${n}` },
    holder,
    slot: holder ? `${holder}#1` : _id,
    openedAt: template.openedAt + shift,
    updatedAt: Math.min(template.updatedAt + shift, now),
    closedAt: template.closedAt === null ? null : template.closedAt + shift,
    history: template.history.map((entry) => ({ ...entry, at: entry.at + shift })),
    outbox: [],
    dueAt: open ? now + FAR : null,
    nudgeAt: null,
    wakeAt: open ? now + FAR : null,
  };
}

function countyTicket(n: number, now: number): Ticket {
  const template = ticketLike(n);
  const open = template.closedAt === null;
  const shift = shiftOf(n, template, now);
  const area = areaOf(n);
  // what one person has in hand does not grow with the county
  const ours = n % 30 === 0 && (!open || n < 6000);
  const person = ours ? (WORKERS[(n / 30) % 4] as string) : `s_${n % 1200}`;
  const service = SERVICES[n % SERVICES.length];
  const later = now + FAR + (n % 20_000) * 60_000;
  return {
    ...template,
    _id: `t${n.toString(16).padStart(24, '0')}`,
    no: `T${String(n).padStart(9, '0')}`,
    service: { ...template.service, ...(service && { id: service.id, name: service.name }) },
    area,
    // over the micro-grids of an area: who knows a place has been there some dozen times, not always
    orgPath: `${area}v01/g1/m${String(12 + (n % MICROS)).padStart(3, '0')}/`,
    reporter: { ...template.reporter, id: `u_${n % 60_000}` },
    handler: template.handler && {
      ...template.handler,
      person,
      unit: n % 3 === 0 ? 'grid-v01' : `unit-${n % 200}`,
    },
    openedAt: template.openedAt + shift,
    // what changed today is what a day brings, and nothing has changed tomorrow
    updatedAt: Math.min(template.updatedAt + shift, now),
    closedAt: template.closedAt === null ? null : template.closedAt + shift,
    history: template.history.map((entry) => ({ ...entry, at: entry.at + shift })),
    outbox: [],
    dueAt: later,
    runsOut: open ? (n % 21 === 0 ? now - (n % 1000) * 60_000 - 1 : later) : null,
    wakeAt: open ? later : null,
  };
}
