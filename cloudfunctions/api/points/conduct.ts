/** What is said against a record: raised by one body, answered by the person, decided by another, judged by a third. */
import type { ConductRow, ConductView } from '@/contract/points';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { hasPart, isAtWork, isOwn } from '@/domain/flow/same-person';
import { areaPathOf } from '@/domain/org/org';
import { maskName } from '@/domain/person/mask';
import {
  type Body,
  bodiesOf,
  type Conduct,
  conductFlow,
  openConduct,
  type Part,
} from '@/domain/points/conduct';
import {
  BODY_WORDS,
  CONDUCT_MOVE_WORDS,
  CONDUCT_STATE_WORDS,
  sayConduct,
  sayPoints,
} from '@/domain/points/words';
import { sayDate, sayWhen } from '@/domain/time/words';
import type { Listing } from '../../runtime/cases';
import { conducts, settleConduct } from '../../runtime/conduct';
import { digest, ticketNo } from '../../runtime/digest';
import { involvedIn } from '../../runtime/involved';
import { type PersonRecord, personRecord, personWithPhone } from '../../runtime/people';
import { rulesOf } from '../../runtime/point-rules';
import { type Account, accountOf } from '../../runtime/points';
import { signed } from '../../runtime/serve';
import { isRepeat, once, requireSame, type Submit } from '../../runtime/submit';
import { isAppealable } from './account';

export const findRecord = signed<'conduct.person'>(async ({ phone }, { actor, now }) => {
  const staff = staffOf(actor);
  bodyOf(actor);
  if (!phone) throw new Refusal('BAD_INPUT', { field: 'phone' });
  const person = await personWithPhone(phone);
  const account = person && (await accountOf(person._id, staff.area));
  if (!person || !helpsIn(staff.area, person, account)) throw new Refusal('PERSON_UNKNOWN');
  const { grounds } = await rulesOf(staff.area);
  const earned = (account?.entries ?? []).filter(({ kind }) => kind === 'earn');
  return {
    person: person._id,
    name: maskName(person.name),
    entries: earned
      .slice(-20)
      .reverse()
      .map(({ id, why, points, at }) => ({
        id,
        words: `${why} ${sayPoints(points)}`,
        when: sayWhen(at, now),
      })),
    grounds: grounds.map(({ id, words, points }) => ({ id, words, points })),
  };
});

export const raiseConduct = signed<'conduct.raise'>(
  async ({ key, person, ground, entry, text }, { actor, now, sent }) => {
    const staff = staffOf(actor);
    const body = bodyOf(actor);
    if (hasPart(actor, [person])) throw new Refusal('NOT_ALLOWED');
    if (!text) throw new Refusal('REASON_REQUIRED', { field: 'text' });
    if ((ground === undefined) === (entry === undefined)) throw new Refusal('BAD_INPUT', { field: 'ground' });
    const found = await personRecord(person);
    const account = found && (await accountOf(person, staff.area));
    if (!found || !helpsIn(staff.area, found, account)) throw new Refusal('PERSON_UNKNOWN');
    const about = entry
      ? entryFor(account, entry)
      : (await rulesOf(staff.area)).grounds.find(({ id }) => id === ground);
    if (!about) throw new Refusal(entry ? 'ENTRY_UNKNOWN' : 'BAD_INPUT', entry ? {} : { field: 'ground' });
    const _id = `c${digest('conduct', staff.id, key)}`;
    const raised = await conducts.insert(
      openConduct(
        {
          _id,
          no: `C${ticketNo(_id, now).slice(1)}`,
          orgPath: staff.area,
          area: staff.area,
          subject: { id: person, name: found.name },
          about: entry ? 'correction' : 'conduct',
          ground: { id: about.id, words: about.words },
          entry: entry ?? null,
          points: about.points,
          effect: `conduct:${_id}`,
          source: null,
          text,
          raiser: { id: staff.id, name: actor.name, body },
          key,
          sent,
        },
        actor,
        now,
      ),
    );
    requireSame(raised, sent);
    return viewOf(raised, actor, now);
  },
);

/** One appeal for each entry: its id follows from the entry, so that a second one meets the first. */
export const appealEntry = signed<'points.appeal'>(
  async ({ key, area, entry: id, text }, { actor, now, sent }) => {
    const account = await accountOf(actor.id, area);
    const entry = account?.entries.find((each) => each.id === id);
    if (!account || !entry) throw new Refusal('ENTRY_UNKNOWN');
    if (!text) throw new Refusal('REASON_REQUIRED', { field: 'text' });
    const _id = `c${digest('appeal', account._id, id)}`;
    const before = await conducts.read(_id);
    const submit = { key, sent, move: 'appeal', actor };
    if (before) return repeated(before, submit, now);
    if (!isAppealable(account, entry, now)) throw new Refusal('TOO_LATE_TO_APPEAL');
    const asked = await conducts.insert(
      openConduct(
        {
          _id,
          no: `C${ticketNo(_id, now).slice(1)}`,
          orgPath: area,
          area,
          subject: { id: actor.id, name: actor.name },
          about: 'correction',
          ground: { id: entry.rule ?? '', words: entry.why },
          entry: entry.undoes ?? null,
          points: -entry.points,
          effect: entry.id,
          source: entry.source,
          text,
          raiser: { id: '', name: '', body: 'record' },
          involved: await involvedIn(entry.source, actor.id),
          key,
          sent,
        },
        actor,
        now,
      ),
    );
    return repeated(asked, submit, now);
  },
);

function repeated(found: Conduct, submit: Submit, now: number): ConductView {
  if (!isRepeat(found, submit)) throw new Refusal('APPEALED_BEFORE');
  return viewOf(found, submit.actor, now);
}

export const listConduct = signed<'conduct.list'>(async ({ box, after }, { actor, now }) => {
  const { rows, next } = await conducts.list({ ...listing(box, actor), bare: true, after });
  const seen = rows.filter((row) => conductFlow.rolesOf(row, actor).length > 0);
  return { rows: seen.map((row) => rowOf(row, actor, now)), next };
});

export const readConduct = signed<'conduct.read'>(async ({ id }, { actor, now }) =>
  viewOf(await conductFor(id, actor), actor, now),
);

export const moveConduct = signed<'conduct.move'>(async ({ id, ...said }, { actor, now, sent }) => {
  const found = await conductFor(id, actor);
  const command = { ...said, sent, actor, now };
  const saved = await once(conducts, found, command, (current) => conductFlow.decide(current, command).next);
  await settleConduct(saved, now);
  return viewOf(saved, actor, now);
});

async function conductFor(id: string, actor: Actor): Promise<Conduct> {
  const found = await conducts.read(id);
  if (!found || !maySee(found, actor)) throw new Refusal('NOT_FOUND');
  return found;
}

/** Who has or had a part and still acts for the area, and who could take one. */
function maySee(subject: Conduct, actor: Actor): boolean {
  const { decider, judge } = subject;
  const acts = bodiesOf(actor, subject.area).length > 0;
  const had = acts && (isAtWork(actor, decider?.id) || isAtWork(actor, judge?.id));
  return had || conductFlow.rolesOf(subject, actor).length > 0;
}

function listing(box: 'mine' | 'desk', actor: Actor): Omit<Listing, 'after'> {
  if (box === 'mine') return { is: { 'subject.id': actor.id }, sort: 'openedAt', direction: 'desc' };
  return { is: { area: staffOf(actor).area, closedAt: null }, sort: 'openedAt', direction: 'asc' };
}

function staffOf({ staff }: Actor) {
  if (!staff) throw new Refusal('STAFF_ONLY');
  return staff;
}

/** The body for which somebody raises a case: the lowest of theirs. Refuses NOT_ALLOWED who belongs to none. */
function bodyOf(actor: Actor): Body {
  const [body] = bodiesOf(actor, staffOf(actor).area);
  if (!body) throw new Refusal('NOT_ALLOWED');
  return body;
}

/** Who has points here or helps here; about anybody else the area's staff learn nothing. */
function helpsIn(area: string, { volunteer }: PersonRecord, account: Account | null): boolean {
  return account !== null || (volunteer?.places ?? []).some((path) => areaPathOf(path) === area);
}

function entryFor(account: Account | null, id: string) {
  const entry = account?.entries.find((each) => each.id === id && each.kind === 'earn');
  return entry && { id: entry.rule ?? '', words: entry.why, points: entry.points };
}

function rowOf(subject: Conduct, actor: Actor, now: number): ConductRow {
  const { _id, no, ground, state, openedAt, dueAt } = subject;
  const mine = isOwn(actor, subject.subject.id);
  const open = dueAt !== null;
  return {
    id: _id,
    no,
    title: ground.words,
    person: mine ? '' : maskName(subject.subject.name),
    state,
    stateWords: CONDUCT_STATE_WORDS[state],
    tone: open ? 'today' : state === 'overturned' || state === 'dismissed' ? 'ok' : 'plain',
    say: sayConduct(state, mine, open ? sayDate(dueAt, now) : ''),
    when: sayWhen(openedAt, now),
    allowed: conductFlow.allowed(subject, actor, now),
  };
}

function viewOf(subject: Conduct, actor: Actor, now: number): ConductView {
  const { raiser, decider, judge, text, history } = subject;
  const mine = isOwn(actor, subject.subject.id);
  // Who spoke against somebody is named to them by body, not by name: they answer to the office.
  const say = (part: Part | null) =>
    part ? (mine || !part.name ? BODY_WORDS[part.body] : `${BODY_WORDS[part.body]} ${part.name}`) : '';
  const parts = [
    { label: '提出', words: say(raiser) },
    { label: '决定', words: say(decider) },
    { label: '复核', words: say(judge) },
  ];
  return {
    ...rowOf(subject, actor, now),
    text,
    effect: sayEffect(subject),
    mine,
    parts: parts.filter(({ words }) => words !== ''),
    story: [...history].reverse().map(({ at, move, text: words = '' }, index) => ({
      at,
      when: sayWhen(at, now),
      title: CONDUCT_MOVE_WORDS[move as keyof typeof CONDUCT_MOVE_WORDS] ?? move,
      // the first words stand on the case itself
      text: index === history.length - 1 ? '' : words,
      photos: [],
      move,
    })),
  };
}

function sayEffect({ about, points, state }: Conduct): string {
  const what = about === 'correction' ? `更正这笔 ${points} 分` : `扣 ${points} 分，积分不够就扣到 0 为止`;
  if (state === 'dismissed' || state === 'withdrawn') return '积分没有变';
  if (state === 'overturned') return '已经原样恢复';
  return state === 'raised' || state === 'review' ? `认定以后才会${what}` : `已经${what}`;
}
