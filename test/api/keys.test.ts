/**
 * A key is its content: for every action that takes one, the same submit sent again is answered with what it became, and
 * anything else under its key is refused and changes nothing. A new action with a key and without a row fails.
 */
import type * as z from 'zod/mini';
import { ACTIONS, type ActionName } from '@/contract';
import { openParticipation } from '@/domain/record/open';
import { DAY, HOUR } from '@/domain/time/day';
import { drafted, PLAN } from '@/test/builders/activity';
import { idOf } from '@/test/builders/standing';
import { type Name, SCENE, withYima } from '@/test/support/yima';
import { inputOf, subjectOf } from './inputs';

const yima = withYima();

type Said = Record<string, unknown>;
interface Row {
  /** Who sends it. */
  readonly as: Name;
  /** As the matrix names it. */
  readonly variant?: string;
  /** More of a good input. */
  readonly with?: Said;
  /** The same key with other content. Each of them must be refused. */
  readonly other: Readonly<Record<string, Said>>;
  /** What the other content gets where no key is kept and it is done instead; KEY_REUSED everywhere else. */
  readonly done?: true;
}

const ROWS: Readonly<Partial<Record<ActionName, Row>>> = {
  'ticket.file': {
    as: 'lin',
    other: {
      words: { text: '三楼的灯也坏了' },
      service: { service: 'policy', answers: [] },
      seal: { sealed: true },
      contact: { contact: { name: '林桂芬', phone: '17000000009' } },
    },
  },
  'ticket.move': {
    as: 'lin',
    variant: 'note',
    other: { words: { text: '还有一句' }, move: { move: 'withdraw' }, none: { text: undefined } },
  },
  'wish.post': {
    as: 'lin',
    other: { words: { text: '想要一个书架' }, whose: { kind: 'legal' }, where: { address: '502' } },
  },
  'wish.move': {
    as: 'qian',
    variant: 'approve',
    other: { move: { move: 'refuse' }, words: { text: '另写一句' } },
  },
  'activity.draft': {
    as: 'ma',
    other: { plan: { plan: { title: '别的活动' } } },
  },
  'activity.move': {
    as: 'qian',
    variant: 'cancel',
    other: { words: { text: '下雪了' }, move: { move: 'publish' } },
  },
  'record.move': {
    as: 'lin',
    variant: 'amend',
    other: { minutes: { minutes: 90 }, words: { text: '忘了' }, move: { move: 'checkIn' } },
  },
  'certificate.issue': {
    as: 'lin',
    with: { from: '2025-01-01' },
    other: { from: { from: '2026-01-01' }, until: { until: '2027-01-01' } },
  },
  'points.appeal': { as: 'lin', other: { words: { text: '另一个说法' } } },
  'points.redeem': { as: 'lin', other: { price: { points: 4 } } },
  'points.return': {
    as: 'lin',
    variant: 'cancel',
    other: { move: { move: 'hand', code: '0000' }, words: { text: '不要了' } },
  },
  'points.stock': {
    as: 'qian',
    other: { name: { name: '肥皂' }, left: { left: 3 }, offered: { offered: false } },
  },
  'conduct.raise': {
    as: 'zhao',
    other: { words: { text: '另说一件' }, ground: { ground: 'resale' } },
  },
  'conduct.move': {
    as: 'lin',
    variant: 'reply',
    other: { words: { text: '另一个回答' }, move: { move: 'appeal' } },
  },
  'honour.announce': {
    as: 'qian',
    other: { places: { places: 3 }, words: { text: '另一段话' }, days: { voteDays: 8 } },
  },
  'honour.move': {
    as: 'lin',
    variant: 'object',
    other: { words: { text: '另有意见' }, move: { move: 'nominate', name: '王五', agreed: true } },
  },
  'notice.consent': {
    as: 'lin',
    other: { fewer: { templates: ['result'] }, others: { templates: ['task'] } },
  },
  // says who one is, once and for all: another entry is reported, not taken for a repeat
  'enrolment.report': { as: 'lin', done: true, other: { who: { name: '没有这人', phone: '17000010099' } } },
};

const takes = (action: ActionName, field: string) => field in (ACTIONS[action] as z.ZodMiniObject).shape;

test('every action that takes a key has its row', () => {
  const keyed = (Object.keys(ACTIONS) as ActionName[]).filter((action) => takes(action, 'key'));
  expect(keyed.sort()).toEqual(Object.keys(ROWS).sort());
});

test('every action with moves is tried with another move', () => {
  for (const [action, { other }] of Object.entries(ROWS))
    if (takes(action as ActionName, 'move')) expect([action, 'move' in other]).toEqual([action, true]);
});

describe.each(Object.entries(ROWS) as [ActionName, Row][])(
  '%s',
  (action, { as, variant = '', other, done, with: more = {} }) => {
    let good: Said;
    let first: unknown;

    beforeAll(async () => {
      await prepared(action);
      const id = await subjectOf(yima, action, variant);
      good = { ...(inputOf(yima, action, variant, id) as Said), ...more };
      if (action === 'honour.move') good = { ...good, nominee: 'n1' };
      first = await yima.call(as, action, good as never);
    });

    test('the same once more, and twenty at once, is the same answer', async () => {
      const before = await snapshot();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => yima.ask(as, action, structuredClone(good))),
      );
      for (const answer of answers) expect(answer).toMatchObject({ ok: true, data: steady(first) });
      expect(await snapshot()).toEqual(before);
    });

    test('in whatever order its fields are written', async () => {
      const reversed = Object.fromEntries(
        Object.entries(good)
          .reverse()
          .map(([name, value]) => [name, turned(value)]),
      );
      expect(Object.keys(reversed)).not.toEqual(Object.keys(good));
      expect(await yima.outcome(as, action, reversed)).toBe('ok');
    });

    test.each(Object.keys(other))('its key with other content is no repeat: %s', async (which) => {
      const before = await snapshot();
      const said = { ...good, ...merged(good, other[which] as Said) };
      const outcome = await yima.outcome(as, action, said);
      if (done) expect(outcome).not.toBe('ok');
      else expect(outcome).toBe('KEY_REUSED');
      expect(await snapshot()).toEqual(before);
    });

    test('another’s submit with the same key is their own', async () => {
      const stranger = as === 'lin' ? 'wang' : 'shu';
      expect(await yima.outcome(stranger, action, good)).not.toBe('KEY_REUSED');
    });

    if (takes(action, 'id'))
      test('with another id it is another submit, which is done or refused, never swallowed', async () => {
        const id = await subjectOf(yima, action, variant);
        const fresh = inputOf(yima, action, variant, id) as Said;
        const said = { ...fresh, key: good.key };
        expect(await yima.outcome(as, action, said)).toBe('ok');
        const [stored = {}] = await stores(id);
        expect(stored.history).toContainEqual(expect.objectContaining({ key: good.key }));
      });
  },
);

test('who comes and goes: the list knows the last submit of each, also when somebody else made room', async () => {
  await yima.volunteers(['guest1', 'guest2']);
  const { id } = await yima.call('ma', 'activity.draft', draftOf({ ...PLAN, capacity: 1 }));
  await yima.call('qian', 'activity.move', { id, key: crypto.randomUUID(), move: 'publish' });
  const joins = ['guest1', 'guest2'].map((name) => ({
    name: name as Name,
    said: { id, key: crypto.randomUUID(), move: 'join' as const },
  }));
  for (const { name, said } of joins) expect(await yima.outcome(name, 'activity.move', said)).toBe('ok');
  for (const { name, said } of joins) {
    expect(await yima.outcome(name, 'activity.move', said)).toBe('ok');
    expect(await yima.outcome(name, 'activity.move', { ...said, move: 'leave' })).toBe('KEY_REUSED');
  }
  const leave = { id, key: crypto.randomUUID(), move: 'leave' as const };
  expect(await yima.outcome('guest1', 'activity.move', leave)).toBe('ok');
  expect(await yima.outcome('guest1', 'activity.move', { ...leave, move: 'join' })).toBe('KEY_REUSED');
  // who waited has the place by now, and the answer to their sign-up was lost
  const [, second] = joins;
  expect(await yima.outcome('guest2', 'activity.move', second?.said)).toBe('ok');
});

test('an entry from before digests were kept is known by its move', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const note = yima.move(id, 'note', { text: '补充' });
  await yima.call('lin', 'ticket.move', note);
  const [stored = {}] = await stores(id);
  const history = (stored.history as Said[]).map(({ sent: _, ...entry }) => entry);
  await yima.emulator.db.collection('tickets').doc(id).update({ history });
  expect(await yima.outcome('lin', 'ticket.move', { ...note, text: '别的话' })).toBe('ok');
  expect(await yima.outcome('lin', 'ticket.move', { ...note, move: 'withdraw' })).toBe('KEY_REUSED');
});

const draftOf = (plan: typeof PLAN) => ({
  key: crypto.randomUUID(),
  scene: SCENE(),
  plan: { ...plan, skills: [], startsAt: yima.now + 3 * DAY, endsAt: yima.now + 3 * DAY + HOUR },
});

/** What an action wants to be there beside its subject. */
async function prepared(action: ActionName): Promise<void> {
  if (action === 'enrolment.report') {
    const row = { line: 2, name: '王建国', phone: '17000010002', work: '税务局', home: '闫满村', skills: '' };
    await yima.call('qian', 'enrolment.import', { dry: false, rows: [row] });
    await yima.call('lin', 'profile.phone', { code: `phone-${row.phone}` });
  }
  if (action === 'certificate.issue') {
    const startsAt = yima.now - 30 * DAY;
    const who = { person: idOf('lin'), name: '林桂芬', phone: '17000000001' };
    const activity = { ...drafted(), startsAt, endsAt: startsAt + 2 * HOUR };
    const part = openParticipation(`h${'1'.repeat(24)}`, activity, who, startsAt);
    await yima.emulator.db
      .collection('participations')
      .add({ ...part, state: 'done', minutes: 120, settledAt: startsAt + 3 * HOUR });
  }
}

/** A plan is changed in a part of it. */
const merged = (good: Said, said: Said): Said =>
  'plan' in said ? { plan: { ...(good.plan as Said), ...(said.plan as Said) } } : said;

/** The same value with its fields in another order. */
const turned = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;

/** What does not depend on how fast the answer came. */
function steady(answer: unknown): object {
  const { id, no, state } = answer as Said;
  return Object.fromEntries(Object.entries({ id, no, state }).filter(([, value]) => value !== undefined));
}

const COLLECTIONS = [
  'tickets',
  'wishes',
  'activities',
  'participations',
  'certificates',
  'points',
  'shelf',
  'returns',
  'conduct',
  'honours',
  'consents',
  'enrolments',
];

const snapshot = (): Promise<unknown> => Promise.all(COLLECTIONS.map(rows));

async function rows(name: string): Promise<Said[]> {
  const { data } = await yima.emulator.db.collection(name).orderBy('_id', 'asc').limit(1000).get();
  return data as Said[];
}

async function stores(id: string): Promise<Said[]> {
  return (await Promise.all(COLLECTIONS.map(rows))).flat().filter(({ _id }) => _id === id);
}
