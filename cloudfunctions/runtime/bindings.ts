/**
 * One work identity is one phone. Every binding takes a number of its own from the identity's document, one conditional
 * write; then it ends all earlier ones, each phone's end being remembered with the phone; then it gives the identity to
 * its own, unless a later binding has ended that meanwhile. So of two at once exactly one stays, and one that breaks off
 * leaves none: whoever holds the invitation repeats it. Who was bound before keeps their own matters as a resident, is
 * told, and stays the same human being to everything that compares persons (`selves`).
 */
import { Refusal } from '@/domain/flow/refusal';
import { note } from './audit';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { digest } from './digest';
import { putNotices } from './notices';
import { forgetPeople, keepPerson, type PersonRecord } from './people';

const BINDINGS = 'bindings';
const TRIES = 20;

type Work = NonNullable<PersonRecord['staff']>;

/** As stored: how many bindings there were, and the persons who ever had it. */
interface Binding {
  readonly _id: string;
  readonly n: number;
  readonly persons: readonly string[];
}

const nameOf = ({ area, id }: Work): string => `b${digest('binding', area, id)}`;

/**
 * Gives a work identity to this person's phone and takes it from every other. Refuses BOUND_ELSEWHERE when a later
 * binding of the same identity was faster. Seldom, so its calls are not counted.
 */
export async function bindWork(person: PersonRecord, work: Work, now: number): Promise<void> {
  const name = nameOf(work);
  await keepPerson(person);
  const { n, persons } = await takeTurn(name, person._id);
  const holders = (await peopleWhere({ 'staff.id': work.id, 'staff.area': work.area })).map(({ _id }) => _id);
  const known = await everySelf([person._id, ...persons, ...holders]);
  const ids = known.map(({ _id }) => _id).filter((id) => id !== person._id);
  const selves = [
    ...new Set([
      ...[person._id, work.id, ...ids],
      ...known.flatMap((one) => [...(one.selves ?? []), ...(one.staff ? [one.staff.id] : [])]),
    ]),
  ];
  for (const { _id, selves: others = [] } of known.filter((one) => one._id !== person._id)) {
    const all = [...new Set([...selves, ...others])].filter((id) => id !== _id);
    await db
      .collection('people')
      .where({ _id })
      .update({ selves: command.set(all) });
    if (await ended(_id, name, work, n)) await tellEnded(_id, work, n, now);
  }
  const own = selves.filter((id) => id !== person._id && id !== work.id);
  await begun(person._id, name);
  const { updated } = await db
    .collection('people')
    .where({ _id: person._id, [`ended.${name}`]: command.lte(n) })
    .update({ staff: command.set(work), selves: command.set(own), [`ended.${name}`]: n });
  forgetPeople();
  if (updated !== 1) throw new Refusal('BOUND_ELSEWHERE');
}

/** A phone that has had no number of this identity has the lowest. */
async function begun(_id: string, name: string): Promise<void> {
  const none = { _id, [`ended.${name}`]: command.exists(false) };
  await db
    .collection('people')
    .where(none)
    .update({ [`ended.${name}`]: 0 });
}

/**
 * Ends what this phone has of the identity up to the `n`th binding; true when it had it. The number only ever rises, and
 * rises first: a slower binding of before neither gives it back nor takes it from a later one.
 */
async function ended(_id: string, name: string, work: Work, n: number): Promise<boolean> {
  const field = `ended.${name}`;
  await begun(_id, name);
  await db
    .collection('people')
    .where({ _id, [field]: command.lt(n) })
    .update({ [field]: n });
  const { updated } = await db
    .collection('people')
    .where({ _id, [field]: command.lte(n), 'staff.id': work.id, 'staff.area': work.area })
    .update({ staff: null });
  return updated === 1;
}

/** The number of this binding, and everybody who had the identity before. */
async function takeTurn(_id: string, person: string): Promise<Binding> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await readDocument<Binding>(BINDINGS, _id);
    const next: Binding = {
      _id,
      n: (found?.n ?? 0) + 1,
      persons: [...new Set([...(found?.persons ?? []), person])],
    };
    if (!found) {
      try {
        await db.collection(BINDINGS).add(next);
        return next;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        continue;
      }
    }
    const { updated } = await db
      .collection(BINDINGS)
      .where({ _id, n: found.n })
      .update({ n: next.n, persons: next.persons });
    if (updated === 1) return next;
  }
  throw new Refusal('BUSY');
}

/** These persons and those who are known to be one of them. */
async function everySelf(first: readonly string[]): Promise<PersonRecord[]> {
  const known = new Map<string, PersonRecord>();
  for (let ids = [...new Set(first)]; ids.length > 0; ) {
    const found = await peopleWhere({ _id: command.in(ids) });
    for (const one of found) known.set(one._id, one);
    const more = found
      .flatMap(({ selves = [] }) => selves)
      .filter((id) => id.startsWith('u_') && !known.has(id));
    ids = [...new Set(more)].filter((id) => !ids.includes(id));
  }
  return [...known.values()];
}

async function peopleWhere(is: Record<string, unknown>): Promise<PersonRecord[]> {
  const { data } = await db.collection('people').where(only(is)).limit(100).get();
  return data as PersonRecord[];
}

/** Who lost it is told on the phone that lost it, and it stands in the audit log. */
async function tellEnded(person: string, work: Work, n: number, now: number): Promise<void> {
  await note({
    at: now,
    by: person,
    what: 'staff.unbound',
    about: { person: work.id, area: work.area },
    result: 'ok',
  });
  const _id = `n${digest('unbound', nameOf(work), String(n), person)}`;
  await putNotices([
    { _id, to: person, at: now, kind: 'person-unbound', about: { id: '', no: '', service: '' } },
  ]);
}

/** Where somebody is written down as one of several: the bindings they had, their other selves. */
export interface Bound {
  readonly bindings: readonly string[];
  readonly selves: readonly string[];
}

export const boundOf = ({ ended = {}, selves = [] }: PersonRecord): Bound => ({
  bindings: Object.keys(ended),
  selves,
});

/** Takes a person who asked to be forgotten out of who had what, and out of their other selves' records; two calls or none. */
export async function forgetBindings(person: string, { bindings, selves }: Bound): Promise<void> {
  const among = (ids: readonly string[]) => ({ _id: command.in([...ids]) });
  if (bindings.length > 0)
    await db
      .collection(BINDINGS)
      .where(among(bindings))
      .update({ persons: command.pull(person) });
  if (selves.length > 0)
    await db
      .collection('people')
      .where({ ...among(selves), selves: person })
      .update({ selves: command.pull(person) });
}
