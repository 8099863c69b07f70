/**
 * Something said against a person's record: points earned wrongly, or conduct in voluntary work that fell short
 * (负面行为). One body proposes, the person replies, another body decides, a third judges an appeal; what was taken is
 * given back exactly. Silence of an office never counts against the person.
 */
import type { Actor } from '../flow/actor';
import { type Case, type CommandBase, type Effect, flow, type Happened, type Table } from '../flow/flow';

import { hasPart, isAtWork, isOwn } from '../flow/same-person';
import { type Duty, dutyOf } from '../org/addressed';
import type { Area } from '../org/org';
import { actsFor, type Deed, may, officeOf, POLICY, whoMay } from '../org/policy';

import { DAY } from '../time/day';
import type { Source } from './ledger';

export const CONDUCT_STATES = [
  'raised', // the person is asked for a reply
  'review', // another body decides
  'dismissed',
  'withdrawn',
  'upheld', // the effect stands; the person may appeal
  'appealed', // a third body judges
  'final',
  'overturned', // the effect is given back
] as const;
export type ConductState = (typeof CONDUCT_STATES)[number];

export type ConductRole = 'subject' | 'raiser' | 'decider' | 'judge' | 'clock';

export const CONDUCT = {
  reply: { from: ['raised'], to: ['review'], by: ['subject'], needs: ['answer'] },
  lapse: { from: ['raised'], to: ['review'], by: ['clock'], needs: [] },
  withdraw: { from: ['raised', 'review'], to: ['withdrawn'], by: ['raiser'], needs: ['reason'] },
  uphold: { from: ['review'], to: ['upheld'], by: ['decider'], needs: ['reason'] },
  dismiss: { from: ['review'], to: ['dismissed'], by: ['decider'], needs: ['reason'] },
  forget: { from: ['review'], to: ['dismissed'], by: ['clock'], needs: [] },
  appeal: { from: ['upheld'], to: ['appealed'], by: ['subject'], needs: ['reason'] },
  settle: { from: ['upheld'], to: ['final'], by: ['clock'], needs: [] },
  confirm: { from: ['appealed'], to: ['final'], by: ['judge'], needs: ['reason'] },
  overturn: { from: ['appealed'], to: ['overturned'], by: ['judge'], needs: ['reason'] },
  favour: { from: ['appealed'], to: ['overturned'], by: ['clock'], needs: [] },
} as const satisfies Table<string, ConductState, ConductRole, 'answer' | 'reason'>;
export type ConductMove = keyof typeof CONDUCT;

/** Right of reply, time for an appeal, and how long an office may be silent before the person is right. */
export const REPLY_WITHIN = 7 * DAY;
export const APPEAL_WITHIN = 15 * DAY;
export const DECIDE_WITHIN = 30 * DAY;
export const JUDGE_WITHIN = 15 * DAY;

/** Who can act apart from whom: those in the field, the desk, the leaders; `record` is an entry that a case took back by itself. */
export const BODIES = ['field', 'desk', 'leader'] as const;
export type Body = (typeof BODIES)[number];

const DEED_OF = {
  field: 'actInField',
  desk: 'actAtDesk',
  leader: 'actAsLeader',
} as const satisfies Readonly<Record<Body, Deed>>;

/** Who took part, and for which body. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly body: Body | 'record';
}

export interface Conduct extends Case<ConductState> {
  readonly flow: 'conduct';
  readonly area: string;
  readonly subject: { readonly id: string; readonly name: string };
  /** `correction` takes back the entry; `conduct` takes points by its ground. */
  readonly about: 'correction' | 'conduct';
  /** The ground's id and its words that day; for a correction, what the entry was for. */
  readonly ground: { readonly id: string; readonly words: string };
  /** The earned entry that is in question; null for conduct. */
  readonly entry: string | null;
  readonly points: number;
  /** The ledger's own entry of the effect. */
  readonly effect: string;
  /** Where it happened, when in a case. */
  readonly source: Source | null;
  readonly text: string;
  readonly raiser: Part;
  readonly decider: Part | null;
  readonly judge: Part | null;
  /** Who had a hand in what an entry was taken back for, such as changed hours: they judge no appeal against it. */
  readonly involved?: readonly string[];
  /** When the clock acts. */
  readonly dueAt: number | null;
}

export interface ConductCommand extends CommandBase<Actor> {
  readonly text?: string | undefined;
}

/** The bodies in which this person may act for an area, lowest first. A grid of the area is field enough. */
export function bodiesOf(actor: Actor, area: string): Body[] {
  const { staff } = actor;
  if (!staff) return [];
  return BODIES.filter((body) =>
    body === 'field' ? actsFor(staff, POLICY[DEED_OF[body]], area) : may(staff, DEED_OF[body], area),
  );
}

/** Who raised or decided it hears how it goes, or today's desk where they act for the area no more. */
export function conductDuties({ raiser, decider, area }: Conduct, home: Area): Duty[] {
  const able = (id: string) => {
    const staff = officeOf(home, id);
    return staff !== null && bodiesOf({ id: '', name: '', staff }, area).length > 0;
  };
  return [raiser.id, ...(decider ? [decider.id] : [])].map((id) =>
    dutyOf(id, able(id) ? [id] : whoMay(home, 'actAtDesk', area)),
  );
}

/** The body for which this person takes a further part: one that had none yet, as somebody who had none; else null. */
function freshBody({ area, raiser, decider, subject, involved = [] }: Conduct, actor: Actor): Body | null {
  const parts = [raiser, ...(decider ? [decider] : [])];
  if (!actor.staff || hasPart(actor, [subject.id, ...parts.map(({ id }) => id), ...involved])) return null;
  const others = bodiesOf(actor, area).filter((body) => !parts.some((part) => part.body === body));
  return others.at(-1) ?? null;
}

export const conductFlow = flow<
  Conduct,
  ConductMove,
  ConductRole,
  'answer' | 'reason',
  Actor,
  ConductCommand
>({
  name: 'conduct',
  table: CONDUCT,
  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),
  rolesOf(subject, actor) {
    if (actor.clock) return ['clock'];
    const roles: ConductRole[] = [];
    if (isOwn(actor, subject.subject.id)) roles.push('subject');
    // Who raised it and has left since takes nothing back.
    if (isAtWork(actor, subject.raiser.id) && bodiesOf(actor, subject.area).length > 0) roles.push('raiser');
    // An entry that its own case took back was decided there: whoever looks at it is the second.
    const decided = subject.decider !== null || subject.raiser.body === 'record';
    if (freshBody(subject, actor)) roles.push(decided ? 'judge' : 'decider');
    return roles;
  },
  missing(need, { text }) {
    if ((text ?? '').trim() !== '') return null;
    return need === 'answer' ? 'ANSWER_REQUIRED' : 'REASON_REQUIRED';
  },
  barred: (move, { dueAt }, _, now) =>
    move === 'appeal' && dueAt !== null && now >= dueAt ? 'TOO_LATE_TO_APPEAL' : null,
  effect: (move, subject, command) => EFFECTS[move](subject, command),
  nextMoment: ({ dueAt }) => dueAt,
  due({ dueAt, state }, now) {
    return dueAt !== null && dueAt <= now ? (BY_CLOCK[state] ?? null) : null;
  },
});

const BY_CLOCK: Partial<Record<ConductState, ConductMove>> = {
  raised: 'lapse',
  review: 'forget',
  upheld: 'settle',
  appealed: 'favour',
};

type Do = (subject: Conduct, command: ConductCommand) => Effect<Conduct>;

const EFFECTS: Record<ConductMove, Do> = {
  reply: (subject, { text, now }) => ({
    to: 'review',
    text,
    change: { dueAt: now + DECIDE_WITHIN },
    tell: told(subject, 'replied', subject.raiser.id),
  }),
  lapse: (_, { now }) => ({ to: 'review', change: { dueAt: now + DECIDE_WITHIN } }),
  withdraw: (subject, command) => ended(subject, 'withdrawn', 'withdrawn', command),
  uphold: (subject, { text, actor, now }) => ({
    to: 'upheld',
    text,
    change: { decider: partOf(subject, actor), dueAt: now + APPEAL_WITHIN },
    tell: told(subject, 'upheld', subject.subject.id),
  }),
  dismiss: (subject, command) =>
    ended(subject, 'dismissed', 'dismissed', command, { decider: partOf(subject, command.actor) }),
  forget: (subject, command) => ended(subject, 'dismissed', 'dismissed', command),
  appeal: (subject, { text, now }) => ({
    to: 'appealed',
    text,
    change: { dueAt: now + JUDGE_WITHIN },
    tell: [
      ...told(subject, 'appealed', subject.raiser.id),
      ...told(subject, 'appealed', subject.decider?.id),
    ],
  }),
  settle: (_, { now }) => ({ to: 'final', change: { dueAt: null, closedAt: now } }),
  confirm: (subject, command) =>
    ended(subject, 'final', 'confirmed', command, { judge: partOf(subject, command.actor) }),
  overturn: (subject, command) =>
    ended(subject, 'overturned', 'overturned', command, { judge: partOf(subject, command.actor) }),
  favour: (subject, command) => ended(subject, 'overturned', 'overturned', command),
};

function ended(
  subject: Conduct,
  to: ConductState,
  kind: string,
  { text, now }: ConductCommand,
  change: Partial<Conduct> = {},
): Effect<Conduct> {
  return {
    to,
    text,
    change: { ...change, dueAt: null, closedAt: now },
    tell: told(subject, kind, subject.subject.id),
  };
}

function told(subject: Conduct, kind: string, to: string | undefined) {
  const about = { id: subject._id, no: subject.no, service: subject.ground.words };
  return to ? [{ to, kind: `conduct-${kind}`, about }] : [];
}

function partOf(subject: Conduct, actor: Actor): Part {
  return {
    id: actor.staff?.id ?? '',
    name: actor.name,
    body: freshBody(subject, actor) ?? 'field',
  };
}

/** What a decided case does to the ledger now: take, give back, or nothing. Follows from its state alone, so it may be done again. */
export function ledgerEffect({ state }: Pick<Conduct, 'state'>): 'take' | 'giveBack' | null {
  if (state === 'upheld' || state === 'appealed' || state === 'final') return 'take';
  return state === 'overturned' ? 'giveBack' : null;
}

/** A case that staff raise, or that a person opens by appealing against an entry that was taken back by itself. */
export function openConduct(
  made: Omit<
    Conduct,
    | 'flow'
    | 'state'
    | 'rev'
    | 'wakeAt'
    | 'history'
    | 'outbox'
    | 'openedAt'
    | 'updatedAt'
    | 'closedAt'
    | 'decider'
    | 'judge'
    | 'dueAt'
  > & { readonly key: string; readonly sent?: string },
  actor: Actor,
  now: number,
): Conduct {
  const { key, sent, ...rest } = made;
  const appealed = made.raiser.body === 'record';
  const by = appealed
    ? { id: actor.id, name: actor.name, role: 'subject' }
    : { id: made.raiser.id, name: made.raiser.name, role: 'raiser' };
  const move = appealed ? 'appeal' : 'raise';
  const first: Happened = { at: now, move, by, text: made.text, key, ...(sent && { sent }) };
  const opened: Conduct = {
    ...rest,
    flow: 'conduct',
    state: appealed ? 'appealed' : 'raised',
    rev: 0,
    wakeAt: null,
    history: [{ ...first, to: appealed ? 'appealed' : 'raised' }],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
    decider: null,
    judge: null,
    dueAt: now + (appealed ? JUDGE_WITHIN : REPLY_WITHIN),
  };
  const outbox = appealed
    ? []
    : told(opened, 'raised', opened.subject.id).map((notice) => ({ ...notice, at: now }));
  const full = { ...opened, outbox };
  return { ...full, wakeAt: conductFlow.wakeAt(full) };
}
