/**
 * Small returns that a community puts on a shelf (a bar of soap, an hour of the barber) and how one is taken: booked
 * with points, handed over against a four-digit code, or given back. Points and stock change together with the case.
 * The code is drawn at random and has few tries; then the desk hands over, by a second look at who has come.
 */
import type { Actor } from '../flow/actor';
import { type Case, type CommandBase, type Effect, flow, type Table } from '../flow/flow';
import { hasPart, isOwn } from '../flow/same-person';
import { POST_KINDS } from '../org/org';
import { actsFor, covers } from '../org/policy';
import { DAY } from '../time/day';
import type { Lot } from './ledger';

/** What lies on a community's shelf. */
export interface ShelfItem {
  readonly _id: string;
  readonly area: string;
  readonly name: string;
  /** Price in points. */
  readonly points: number;
  /** How many are left. */
  readonly left: number;
  /** Where and when it is handed over. */
  readonly where: string;
  /** Offered now. */
  readonly offered: boolean;
  readonly rev: number;
  readonly updatedAt: number;
}

export const RETURN_STATES = ['booked', 'handed', 'cancelled'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];
export type ReturnRole = 'owner' | 'staff' | 'clock';

export const RETURNS = {
  hand: { from: ['booked'], to: ['handed'], by: ['staff'], needs: ['code'] },
  cancel: { from: ['booked'], to: ['cancelled'], by: ['owner'], needs: [] },
  /** The community cannot give it after all. */
  fail: { from: ['booked'], to: ['cancelled'], by: ['staff'], needs: ['reason'] },
  lapse: { from: ['booked'], to: ['cancelled'], by: ['clock'], needs: [] },
} as const satisfies Table<string, ReturnState, ReturnRole, 'code' | 'reason'>;
export type ReturnMove = keyof typeof RETURNS;

/** A booked return is kept so long; then points and stock go back. */
export const KEPT = 30 * DAY;

/** Things that somebody may take in a month, also when they give them back again. */
export const TAKEN_MAX = 60;

/** Wrong codes that one return bears: 5 of 10,000. After them no code opens it any more. */
export const PICKUP_TRIES = 5;

export interface Return extends Case<ReturnState> {
  readonly flow: 'return';
  readonly area: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly item: { readonly id: string; readonly name: string; readonly where: string };
  readonly points: number;
  /** From which lots of the owner's ledger it was paid: these live on when it is given back. */
  readonly drawn: readonly Lot[];
  /** Four digits on the owner's phone; who hands over asks for them. */
  readonly code: string;
  /** Work identities that gave a wrong code, one for each try; absent in older rows. */
  readonly missed?: readonly string[];
  readonly keptUntil: number;
}

export interface ReturnCommand extends CommandBase<Actor> {
  readonly code?: string | undefined;
  readonly text?: string | undefined;
}

export const returnFlow = flow<Return, ReturnMove, ReturnRole, 'code' | 'reason', Actor, ReturnCommand>({
  name: 'return',
  table: RETURNS,
  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),
  rolesOf({ owner, area }, actor) {
    if (actor.clock) return ['clock'];
    const roles: ReturnRole[] = isOwn(actor, owner.id) ? ['owner'] : [];
    const here = actor.staff !== null && actsFor(actor.staff, POST_KINDS, area);
    // Nobody hands a return to themselves.
    if (here && !hasPart(actor, [owner.id])) roles.push('staff');
    return roles;
  },
  missing(need, { code, text, actor }, subject) {
    const said = (text ?? '').trim() !== '';
    if (need === 'reason') return said ? null : 'REASON_REQUIRED';
    if (!isLocked(subject)) return code === subject.code ? null : 'PICKUP_WRONG';
    return said && mayVouch(subject, actor) ? null : 'PICKUP_LOCKED';
  },
  barred: () => null,
  effect(move, subject, { text, now }): Effect<Return> {
    const about = { id: subject._id, no: subject.no, service: subject.item.name };
    const tell = (kind: string) => [{ to: subject.owner.id, kind, about }];
    const change = { closedAt: now };
    switch (move) {
      case 'hand':
        return {
          to: 'handed',
          change,
          ...(isLocked(subject) && { text }),
          tell: tell('return-handed'),
        };
      case 'cancel':
        return { to: 'cancelled', change, tell: tell('return-cancelled') };
      case 'fail':
        return { to: 'cancelled', change, text, tell: tell('return-failed') };
      case 'lapse':
        return { to: 'cancelled', change, tell: tell('return-lapsed') };
    }
  },
  nextMoment: ({ state, keptUntil }) => (state === 'booked' ? keptUntil : null),
  due: ({ state, keptUntil }, now) => (state === 'booked' && keptUntil <= now ? 'lapse' : null),
});

/** Are its tries used up? */
export const isLocked = ({ missed = [] }: Pick<Return, 'missed'>): boolean => missed.length >= PICKUP_TRIES;

/** The second look: by a dispatcher or a leader over the place, and never by whoever gave a wrong code. */
function mayVouch({ area, missed = [] }: Return, { staff }: Actor): boolean {
  if (!staff || missed.includes(staff.id)) return false;
  return covers(staff, ['dispatcher', 'leader'], area);
}

/** A booked return. */
export function openReturn(
  made: Pick<Return, '_id' | 'no' | 'owner' | 'code' | 'drawn'> & {
    readonly item: Pick<ShelfItem, '_id' | 'area' | 'name' | 'where' | 'points'>;
    readonly key: string;
    readonly sent?: string;
  },
  now: number,
): Return {
  const { item, key, sent, owner } = made;
  const opened: Return = {
    _id: made._id,
    no: made.no,
    flow: 'return',
    state: 'booked',
    rev: 0,
    orgPath: item.area,
    area: item.area,
    owner,
    item: { id: item._id, name: item.name, where: item.where },
    points: item.points,
    drawn: made.drawn,
    code: made.code,
    missed: [],
    keptUntil: now + KEPT,
    wakeAt: null,
    history: [
      { at: now, move: 'book', by: { ...owner, role: 'owner' }, to: 'booked', key, ...(sent && { sent }) },
    ],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
  };
  return { ...opened, wakeAt: returnFlow.wakeAt(opened) };
}
