/**
 * Tickets of a county, as many as asked for: opened and moved by the real rules, then copied under other names, days and
 * people, so that a document has its true size and every index its true spread. Nothing of them is due.
 */
import type { TicketState } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { inState } from '@/test/builders/ticket';
import { AREA, SERVICES } from '@/test/builders/town';

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

const pattern = SHARES.flatMap(([state, share]) => Array.from({ length: share }, () => state));
const templates = new Map<TicketState, Ticket>();

function countyTicket(n: number, now: number): Ticket {
  const state = pattern[(n * 37) % 100] as TicketState;
  let template = templates.get(state);
  if (!template) {
    template = inState(state);
    templates.set(state, template);
  }
  const open = template.closedAt === null;
  // a step that shares no factor with the year spreads days and minutes evenly
  const age = open ? ((n * 7919) % (60 * 1440)) * 60_000 : ((n * 7919) % (365 * 1440)) * 60_000;
  const shift = now - age - template.openedAt;
  const area = n % 3 === 0 ? AREA : `370114/town${n % OTHERS}/area/`;
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
