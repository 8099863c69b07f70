/** What bad input gets: a refusal in Chinese, no crash, no leak, no changed row. */
import * as fc from 'fast-check';
import { ACTIONS, type ActionName } from '@/contract';
import { contextOf, withYima } from '@/test/support/yima';
import { goodInput, subjectOf } from './inputs';

const yima = withYima();
/** Gate size; the full one with `MALFORMED=1000`. */
const PER_ACTION = Number(process.env.MALFORMED ?? 200);
const LEAK = /at .*\.[jt]s|node_modules|secret|tcb_|database\.|E11000|undefined|\[object/i;

/** Values that have broken systems before: operators, EJSON, prototypes, traversal, markup, numbers that are none. */
const NASTY: unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  { $gt: '' },
  { $ne: null },
  { $where: 'sleep(1000)' },
  { $regex: '.*' },
  { $set: { role: 'admin' } },
  { $oid: '0'.repeat(24) },
  { $date: 0 },
  JSON.parse('{"__proto__":{"ok":true}}'),
  { constructor: { prototype: {} } },
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '\u202e\u0000\u200b',
  '😀'.repeat(5000),
  'x'.repeat(70_000),
  'cloud://local.bucket/u/2026-11/../../x.jpg',
  't0123456789abcdef0123456',
  'NaN',
];

test.each(Object.keys(ACTIONS) as ActionName[])(
  '%s',
  async (action) => {
    const id = await subjectOf(yima, action);
    const good = goodInput(yima, action, id);
    const before = await snapshot();
    const inputs = fc.sample(malformed(good), { numRuns: PER_ACTION, seed: 20261122 });
    expect(inputs).toHaveLength(PER_ACTION);
    for (const input of inputs) {
      const answer = await yima.ask('lin', action, input);
      const text = JSON.stringify(answer);
      if (answer.ok) throw new Error(`${action} accepted ${JSON.stringify(input)?.slice(0, 300)}`);
      expect(text).not.toMatch(LEAK);
      expect(answer.code).not.toBe('SOMETHING_WRONG');
      expect(answer.message).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(await snapshot()).toEqual(before);
  },
  240_000,
);

test('an envelope that is none is refused as calmly', async () => {
  const api = await import('@/cloudfunctions/api');
  for (const event of [
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { action: 1 },
    { action: 'ticket.fly' },
    { action: 'constructor' },
    { httpMethod: 'POST', body: '{' },
  ]) {
    const answer = JSON.stringify(await api.main(event, contextOf({})));
    expect(answer).toMatch(/BAD_INPUT|UNKNOWN_ACTION/);
    expect(answer).not.toMatch(LEAK);
  }
});

/** A good input with one thing made wrong: a field replaced, a stranger added, a required field gone, or no object at all. */
function malformed(good: Record<string, unknown>): fc.Arbitrary<unknown> {
  const fields = Object.keys(good);
  const nasty = fc.constantFrom(...NASTY);
  const stranger = fc
    .tuple(
      fc.constantFrom('openid', 'role', 'orgPath', '_id', 'rev', 'state', '$set', 'a.b', 'now', 'actor'),
      nasty,
    )
    .map(([field, value]) => ({ ...good, [field]: value }));
  const noObject = fc.constantFrom<unknown>('x', 1, true, [], [good], 'x'.repeat(70_000));
  if (fields.length === 0) return fc.oneof(stranger, noObject);
  const replaced = fc
    .tuple(fc.constantFrom(...fields), nasty)
    .filter(([field, value]) => !isHarmless(field, value))
    .map(([field, value]) => ({ ...good, [field]: value }));
  const needed = fields.filter((field) => !OPTIONAL.includes(field));
  const gone = needed.map((lost) =>
    Object.fromEntries(Object.entries(good).filter(([field]) => field !== lost)),
  );
  return fc.oneof(
    { weight: 6, arbitrary: replaced },
    { weight: 2, arbitrary: stranger },
    noObject,
    ...gone.map((input) => fc.constant(input)),
  );
}

/** Fields of the good inputs below that an action can do without. */
const OPTIONAL = ['after', 'text', 'near', 'fit', 'area'];

/** Free text may say anything, and empty lists are no mistake. */
function isHarmless(field: string, value: unknown): boolean {
  const text = ['text', 'address', 'name'].includes(field) && typeof value === 'string';
  const empty = field === 'phone' && value === '';
  const yes = ['near', 'fit'].includes(field) && value === true;
  // who registers may have no skill, hour or team, and no guardian
  const none =
    (['skills', 'times', 'teams'].includes(field) && Array.isArray(value) && value.length === 0) ||
    (field === 'guardian' && value === null) ||
    (field === 'consent' && value === true);
  return text || empty || yes || none || (Array.isArray(value) && value.length === 0 && field === 'photos');
}

async function snapshot(): Promise<unknown> {
  const { db } = yima.emulator;
  const collections = [
    'points',
    'shelf',
    'returns',
    'conduct',
    'honours',
    'ballots',
    'consents',
    'activities',
    'participations',
    'certificates',
    'enrolments',
    'tickets',
    'wishes',
    'people',
    'notices',
    'invitations',
    'places',
    'directory',
  ];
  return Promise.all(
    collections.map(async (name) => (await db.collection(name).orderBy('_id', 'asc').limit(1000).get()).data),
  );
}
