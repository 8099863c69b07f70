/**
 * An honour (最美志愿者 …): people are nominated, a vote or a jury chooses, the result is put up for everybody to see and
 * object to (公示), and only then it is granted. One person, one vote; how many votes somebody had is shown to nobody:
 * there is a result and no ranking. All moments in ms.
 */

import type { Actor } from '../flow/actor';
import { type Case, type CommandBase, type Effect, flow, type Happened, type Table } from '../flow/flow';
import type { Growth } from '../flow/growth';
import type { RefusalCode } from '../flow/refusal';

import { hasPart, isAtWork, isSame } from '../flow/same-person';
import { type Duty, dutyOf } from '../org/addressed';
import { type Area, isWithin } from '../org/org';
import { may, whoMay } from '../org/policy';

import { DAY, MINUTE } from '../time/day';

export const HONOUR_STATES = ['nominating', 'voting', 'notice', 'granted', 'dropped'] as const;
export type HonourState = (typeof HONOUR_STATES)[number];

/**
 * Everybody may object, people of the area nominate and vote. Nobody judges their own: who stands on the list, proposed
 * a name or objected to it neither strikes it nor answers for it, and no juror chooses themselves or whom they proposed.
 */
export type HonourRole = 'anybody' | 'organiser' | 'leader' | 'clock';
export type HonourNeed = 'nominee' | 'named' | 'reason' | 'objection' | 'count';

export const HONOUR = {
  nominate: { from: ['nominating'], to: ['nominating'], by: ['anybody'], needs: ['nominee'] },
  /** Takes a name off the list, with the reason. */
  strike: {
    from: ['nominating', 'notice'],
    to: ['nominating', 'notice', 'dropped'],
    by: ['organiser', 'leader'],
    needs: ['named', 'reason'],
  },
  open: { from: ['nominating'], to: ['voting', 'dropped'], by: ['clock'], needs: [] },
  count: { from: ['voting'], to: ['notice', 'dropped'], by: ['clock'], needs: ['count'] },
  object: { from: ['notice'], to: ['notice'], by: ['anybody'], needs: ['named', 'reason'] },
  /** Answers an objection and lets the name stand. */
  answer: { from: ['notice'], to: ['notice'], by: ['leader'], needs: ['objection', 'reason'] },
  grant: { from: ['notice'], to: ['granted'], by: ['clock'], needs: [] },
  /** An objection that nobody answers is right in the end. */
  lapse: { from: ['notice'], to: ['dropped'], by: ['clock'], needs: [] },
  drop: { from: ['nominating', 'voting', 'notice'], to: ['dropped'], by: ['leader'], needs: ['reason'] },
} as const satisfies Table<string, HonourState, HonourRole, HonourNeed>;
export type HonourMove = keyof typeof HONOUR;

/** A ballot that was on its way when the vote closed is still counted: longer than a function lives. */
export const BALLOTS_LAND = 2 * MINUTE;
export const NOTICE_DAYS_MIN = 3;
/** After the notice, so long an objection may wait for its answer. */
export const ANSWER_WITHIN = 15 * DAY;
export const NOTICE_DAYS_MAX = 15;
export const JURY_MIN = 3;
/** Names that stand on one list at once; the last places are kept for the desk, so that a list never fills unseen. */
export const NOMINEES_MAX = 60;
export const KEPT_FOR_DESK = 10;
/** Names on one list with those that were struck: what a document holds. */
export const NOMINEES_EVER = 200;
export const OBJECTIONS_MAX = 200;
/** Room for every name and every objection that it may have, each of which is answered. */
export const HONOUR_GROWTH: Growth = {
  states: HONOUR_STATES,
  works: ['strike', 'answer'],
  full: { entries: NOMINEES_EVER + OBJECTIONS_MAX + 100, bytes: 800_000 },
};

export interface Nominee {
  readonly id: string;
  readonly name: string;
  /** Where from: 闫满村. */
  readonly where: string;
  /** What they did. */
  readonly deeds: string;
  /** Their volunteer number, if they have one and gave it: the honour is then on their record. */
  readonly no?: string;
  /** The nominator's id; shown to nobody. */
  readonly by: string;
  /** Why the name was taken off, or null. */
  readonly struck: string | null;
}

export interface Objection {
  readonly id: string;
  readonly nominee: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: number;
  readonly text: string;
  /** What was answered, or null while it is open. */
  readonly answer: string | null;
}

export interface Honour extends Case<HonourState> {
  readonly flow: 'honour';
  readonly area: string;
  readonly title: string;
  readonly text: string;
  readonly way: 'vote' | 'jury';
  /** Work identities of the jurors; empty for a vote of all. */
  readonly jury: readonly string[];
  /** How many are honoured at most; those who tie for the last place all are. */
  readonly places: number;
  readonly organiser: { readonly id: string; readonly name: string };
  readonly nominateUntil: number;
  readonly voteUntil: number;
  readonly noticeDays: number;
  readonly noticeUntil: number | null;
  readonly nominees: readonly Nominee[];
  /** Ids of those put up for notice, in the order in which they were nominated. */
  readonly chosen: readonly string[];
  readonly objections: readonly Objection[];
  /** Ballots cast; null until counted. */
  readonly ballots: number | null;
  readonly dropped: string | null;
}

export interface HonourCommand extends CommandBase<Actor> {
  readonly text?: string | undefined;
  readonly name?: string | undefined;
  readonly where?: string | undefined;
  readonly no?: string | undefined;
  /** A nominee's id. */
  readonly nominee?: string | undefined;
  /** An objection's id. */
  readonly objection?: string | undefined;
  /** Ballots for each nominee, and how many ballots there were; from the count alone. */
  readonly count?: { readonly ballots: number; readonly of: Readonly<Record<string, number>> } | undefined;
}

export const honourFlow = flow<Honour, HonourMove, HonourRole, HonourNeed, Actor, HonourCommand>({
  name: 'honour',
  table: HONOUR,
  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),
  rolesOf(honour, actor) {
    if (actor.clock) return ['clock'];
    if (!actor.id) return [];
    const roles: HonourRole[] = ['anybody'];
    const { staff } = actor;
    if (staff && may(staff, 'organiseHonour', honour.area)) roles.push('organiser');
    if (staff && may(staff, 'settleHonour', honour.area)) roles.push('leader');
    return roles;
  },
  missing(need, command, honour) {
    if (!isThere(need, command, honour)) return LACK[need];
    return (need === 'named' || need === 'objection') && judgesOwn(honour, command) ? 'NEEDS_ANOTHER' : null;
  },
  barred(move, honour, actor, now): RefusalCode | null {
    const { nominees, objections, nominateUntil, noticeUntil } = honour;
    switch (move) {
      case 'nominate':
        if (now >= nominateUntil) return 'MOVED_ON';
        if (nominees.some(({ by }) => isSame(actor, by))) return 'NOMINATED_BEFORE';
        return roomFor(honour, actor) ? null : 'NOMINEES_FULL';
      case 'strike':
      case 'drop':
        return standsOn(honour, actor) ? 'NEEDS_ANOTHER' : null;
      case 'object':
        if (noticeUntil !== null && now >= noticeUntil) return 'MOVED_ON';
        if (objections.length >= OBJECTIONS_MAX) return 'BUSY';
        return objections.some(({ by }) => isSame(actor, by.id)) ? 'OBJECTED_HONOUR' : null;
      case 'answer':
        if (standsOn(honour, actor)) return 'NEEDS_ANOTHER';
        return objections.some(({ answer }) => answer === null) ? null : 'NOTHING_PENDING';
      case 'open':
        return now < nominateUntil ? 'NOTHING_DUE' : null;
      case 'grant':
        return isSettled(objections) ? null : 'NOTHING_DUE';
      default:
        return null;
    }
  },
  effect: (move, honour, command) => EFFECTS[move](honour, command),
  nextMoment({ state, nominateUntil, voteUntil, noticeUntil, objections }) {
    if (state === 'nominating') return nominateUntil;
    if (state === 'voting') return voteUntil + BALLOTS_LAND;
    if (state !== 'notice' || noticeUntil === null) return null;
    return isSettled(objections) ? noticeUntil : noticeUntil + ANSWER_WITHIN;
  },
  due(honour, now) {
    const { state, nominateUntil, noticeUntil, objections } = honour;
    if (state === 'nominating' && nominateUntil <= now) return 'open';
    if (isCountDue(honour, now)) return 'count';
    if (state !== 'notice' || noticeUntil === null || noticeUntil > now) return null;
    if (isSettled(objections)) return 'grant';
    return noticeUntil + ANSWER_WITHIN <= now ? 'lapse' : null;
  },
});

/** Who announced it hears how it goes, or today's desk where they are of it no more. */
export function honourDuties({ organiser, area }: Honour, home: Area): Duty[] {
  return [dutyOf(organiser.id, whoMay(home, 'announceHonour', area))];
}

/** The ballots can be counted now: asked for by the jobs, which bring the count. */
export const isCountDue = ({ state, voteUntil }: Honour, now: number): boolean =>
  state === 'voting' && voteUntil + BALLOTS_LAND <= now;

/** Names that one can vote for now. */
export const candidates = ({ nominees }: Pick<Honour, 'nominees'>): readonly Nominee[] =>
  nominees.filter(({ struck }) => struck === null);

/** Who may propose is who was of the area when the round was announced, who may vote when the vote opened (ms). */
export const belongsBefore = (
  { openedAt, nominateUntil }: Pick<Honour, 'openedAt' | 'nominateUntil'>,
  what: 'nominate' | 'vote',
): number => (what === 'nominate' ? openedAt : nominateUntil);

/**
 * Is this somebody of the area by what is known of them anyway: they work there, or had registered to help there before
 * this moment (ms). Of others one asks whether they took part or were served there (`belongs`).
 */
export const isOfArea = (area: string, { staff, volunteer }: Actor, before: number): boolean =>
  staff?.area === area ||
  ((volunteer?.since ?? Number.POSITIVE_INFINITY) <= before &&
    (volunteer?.area === area || (volunteer?.places ?? []).some((path) => isWithin(path, area))));

/** Is this nominee the actor: by the volunteer number, or by the name, which of those who work here is their real one. */
const isNominee = ({ no, name }: Nominee, { volunteer, staff, name: called }: Actor): boolean =>
  (no !== undefined && no === volunteer?.no) || (staff !== null && name === called);

/** Does the actor stand on the list themselves. */
const standsOn = (honour: Pick<Honour, 'nominees'>, actor: Actor): boolean =>
  actor.clock !== true && candidates(honour).some((each) => isNominee(each, actor));

/** Is the name in question, or the objection, the actor's own: themselves, whom they proposed, what they objected to. */
function judgesOwn({ nominees, objections }: Honour, { move, actor, ...command }: HonourCommand): boolean {
  if (move === 'object') return false;
  const about = objections.find(({ id }) => id === command.objection)?.nominee ?? command.nominee;
  const nominee = nominees.find(({ id }) => id === about);
  const objectors = objections.filter((each) => each.nominee === about).map(({ by }) => by.id);
  return nominee !== undefined && hasPart(actor, [nominee.by, ...objectors]);
}

/** Is there a place on the list for one that this person proposes. What was struck makes room again. */
function roomFor(honour: Honour, actor: Actor): boolean {
  const desk = honourFlow.rolesOf(honour, actor).some((role) => role === 'organiser' || role === 'leader');
  const room = NOMINEES_MAX - (desk ? 0 : KEPT_FOR_DESK);
  return candidates(honour).length < room && honour.nominees.length < NOMINEES_EVER;
}

/** Why this person's ballot is not taken, or null. A vote names one; a juror as many as there are places. */
export function ballotBar(
  honour: Honour,
  actor: Actor,
  choices: readonly string[],
  now: number,
): RefusalCode | null {
  if (honour.state !== 'voting' || now >= honour.voteUntil) return 'VOTE_CLOSED';
  const juror = actor.staff?.area === honour.area && honour.jury.some((each) => isAtWork(actor, each));
  if (honour.way === 'jury' && !juror) return 'NOT_ALLOWED';
  const able = candidates(honour);
  const own = able.filter((each) => isNominee(each, actor) || hasPart(actor, [each.by]));
  if (honour.way === 'jury' && own.some(({ id }) => choices.includes(id))) return 'NEEDS_ANOTHER';
  const known = new Set(able.map(({ id }) => id));
  const most = honour.way === 'vote' ? 1 : honour.places;
  const fits = choices.length >= 1 && choices.length <= most && new Set(choices).size === choices.length;
  return fits && choices.every((id) => known.has(id)) ? null : 'NOMINEE_UNKNOWN';
}

/**
 * Who is chosen: by vote those with the most, ties for the last place included; by jury, of these only who has more
 * than half of the jurors. Without a single ballot nobody is. In the order of nomination: it says nothing of rank.
 */
export function chosenOf(honour: Honour, of: Readonly<Record<string, number>>): string[] {
  const votes = (id: string) => (Object.hasOwn(of, id) ? (of[id] ?? 0) : 0);
  // A vote of all has no jurors: there a single ballot is more than half of none.
  const least = Math.floor(honour.jury.length / 2) + 1;
  const able = candidates(honour).filter(({ id }) => votes(id) >= least);
  const last = able.map(({ id }) => votes(id)).sort((a, b) => b - a)[honour.places - 1] ?? least;
  return able.filter(({ id }) => votes(id) >= last).map(({ id }) => id);
}

const isSettled = (objections: readonly Objection[]): boolean =>
  objections.every(({ answer }) => answer !== null);

function isThere(need: HonourNeed, command: HonourCommand, honour: Honour): boolean {
  const said = (text: string | undefined) => (text ?? '').trim() !== '';
  switch (need) {
    case 'nominee':
      return said(command.name) && said(command.text);
    case 'named':
      return nameable(honour).some((id) => id === command.nominee);
    case 'reason':
      return said(command.text);
    case 'objection':
      return honour.objections.some(({ id, answer }) => id === command.objection && answer === null);
    case 'count':
      return command.count !== undefined;
  }
}

const LACK: Readonly<Record<HonourNeed, RefusalCode>> = {
  nominee: 'NOMINEE_REQUIRED',
  named: 'NOMINEE_UNKNOWN',
  reason: 'REASON_REQUIRED',
  objection: 'NOTHING_PENDING',
  count: 'NOTHING_DUE',
};

/** Whom one may strike or object to: everybody on the list, later only those put up. */
function nameable({ state, nominees, chosen }: Honour): readonly string[] {
  const standing = nominees.filter(({ struck }) => struck === null).map(({ id }) => id);
  return state === 'notice' ? standing.filter((id) => chosen.includes(id)) : standing;
}

type Do = (honour: Honour, command: HonourCommand) => Effect<Honour>;

const EFFECTS: Record<HonourMove, Do> = {
  nominate: (honour, { actor, name = '', where = '', text = '', no }) => ({
    to: 'nominating',
    change: {
      nominees: [
        ...honour.nominees,
        {
          id: `n${honour.nominees.length + 1}`,
          name,
          where,
          deeds: text,
          ...(no && { no }),
          by: actor.id,
          struck: null,
        },
      ],
    },
  }),
  strike: (honour, { nominee, text = '', now }) => {
    const nominees = honour.nominees.map((each) => (each.id === nominee ? { ...each, struck: text } : each));
    const chosen = honour.chosen.filter((id) => id !== nominee);
    // What was objected to a name that is gone needs no further answer.
    const objections = honour.objections.map((each) =>
      each.nominee === nominee && each.answer === null ? { ...each, answer: text } : each,
    );
    const told = honour.objections.filter((each) => each.nominee === nominee && each.answer === null);
    const none = honour.state === 'notice' && chosen.length === 0;
    return {
      to: none ? 'dropped' : honour.state,
      text,
      change: { nominees, chosen, objections, ...(none ? { closedAt: now, dropped: text } : {}) },
      tell: told.flatMap(({ by }) => tell(honour, 'answered', by.id)),
    };
  },
  open: (honour, { now }) =>
    candidates(honour).length > 0
      ? { to: 'voting', tell: honour.jury.flatMap((juror) => tell(honour, 'jury', juror)) }
      : dropped(honour, '没有人被推荐', now),
  count: (honour, { count, now }) => {
    const chosen = chosenOf(honour, count?.of ?? {});
    const ballots = count?.ballots ?? 0;
    if (chosen.length === 0) return dropped(honour, '没有人达到要求的票数', now, { ballots });
    return {
      to: 'notice',
      change: { chosen, ballots, noticeUntil: now + honour.noticeDays * DAY },
      tell: tell(honour, 'notice', honour.organiser.id),
    };
  },
  object: (honour, { actor, nominee = '', text = '', now }) => ({
    to: 'notice',
    change: {
      objections: [
        ...honour.objections,
        {
          id: `o${honour.objections.length + 1}`,
          nominee,
          by: { id: actor.id, name: actor.name },
          at: now,
          text,
          answer: null,
        },
      ],
    },
    tell: tell(honour, 'objected', honour.organiser.id),
  }),
  answer: (honour, { objection, text = '' }) => ({
    to: 'notice',
    text,
    change: {
      objections: honour.objections.map((each) => (each.id === objection ? { ...each, answer: text } : each)),
    },
    tell: honour.objections
      .filter(({ id }) => id === objection)
      .flatMap(({ by }) => tell(honour, 'answered', by.id)),
  }),
  grant: (honour, { now }) => ({
    to: 'granted',
    change: { closedAt: now },
    tell: tell(honour, 'granted', honour.organiser.id),
  }),
  lapse: (honour, { now }) => dropped(honour, '公示期间的意见没有按时答复', now),
  drop: (honour, { text = '', now }) => dropped(honour, text, now),
};

function dropped(honour: Honour, why: string, now: number, change: Partial<Honour> = {}): Effect<Honour> {
  return {
    to: 'dropped',
    text: why,
    change: { ...change, chosen: [], dropped: why, closedAt: now },
    tell: tell(honour, 'dropped', honour.organiser.id),
  };
}

function tell(honour: Honour, kind: string, to: string) {
  return [
    { to, kind: `honour-${kind}`, about: { id: honour._id, no: honour.no, service: honour.title } },
  ].filter((notice) => notice.to !== '');
}

/** A new round, as the organiser announces it. */
export function openHonour(
  made: Pick<
    Honour,
    | '_id'
    | 'no'
    | 'area'
    | 'title'
    | 'text'
    | 'way'
    | 'jury'
    | 'places'
    | 'organiser'
    | 'nominateUntil'
    | 'voteUntil'
    | 'noticeDays'
  > & { readonly key: string; readonly sent?: string },
  now: number,
): Honour {
  const { key, sent, ...rest } = made;
  const by = { ...made.organiser, role: 'organiser' };
  const first: Happened = { at: now, move: 'announce', by, to: 'nominating', key, ...(sent && { sent }) };
  const opened: Honour = {
    ...rest,
    flow: 'honour',
    state: 'nominating',
    rev: 0,
    orgPath: made.area,
    noticeUntil: null,
    nominees: [],
    chosen: [],
    objections: [],
    ballots: null,
    dropped: null,
    wakeAt: null,
    history: [first],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
  };
  return { ...opened, wakeAt: honourFlow.wakeAt(opened) };
}
