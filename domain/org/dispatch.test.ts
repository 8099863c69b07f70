import type { Service } from '../catalogue/catalogue';
import {
  answerable,
  answerableNow,
  assign,
  assignable,
  bestRules,
  chainOf,
  inForce,
  onDuty,
  SCORE_MAX,
  scoreOf,
  totalOf,
} from './dispatch';
import type { Area, Holder, Post, Responsibility } from './org';

const DAY = 86_400_000;
/** Monday, 23 November 2026, 09:00 in China. */
const MONDAY = Date.UTC(2026, 10, 23, 1);
const HOME = '370114/a/b/v1/g1/m1/';
const NEXT = '370114/a/b/v1/g1/m2/';

const lamp = { id: 'lamp', office: 'urban' } as Service;
const loan = { id: 'loan', office: 'economy' } as Service;

const post = (id: string, kind: Post['kind'], path: string, holders: Holder[]): Post => ({
  id,
  kind,
  name: id,
  unit: `unit of ${id}`,
  path,
  holders,
});
const rule = (id: string, service: string, place: string, answers: string): Responsibility => ({
  id,
  service,
  place,
  post: answers,
});
const person = (id: string, leave: { from: number; until: number }[] = []) => ({
  id,
  name: id,
  phone: '',
  skills: [],
  leave,
});

const area: Area = {
  path: '370114/a/b/',
  name: 'b',
  nodes: [
    { path: HOME, kind: 'micro', name: '第1微网格' },
    { path: NEXT, kind: 'micro', name: '第2微网格' },
  ],
  units: [],
  posts: [
    post('worker', 'grid-worker', HOME, [{ person: 'zhao' }]),
    post('chief', 'grid-worker', '370114/a/b/v1/g1/', [{ person: 'chief' }]),
    post('urban', 'office', '370114/a/b/', [
      { person: 'wang' },
      { person: 'li', days: [1, 2] },
      { person: 'sun', days: [3] },
    ]),
    post('empty', 'office', '370114/a/b/', []),
    post('desk', 'dispatcher', '370114/a/b/', [{ person: 'su' }]),
  ],
  persons: ['zhao', 'chief', 'wang', 'li', 'sun', 'su'].map((id) => person(id)),
  responsibility: [
    rule('all', '*', '370114/a/b/', 'grid-worker'),
    rule('u', 'office:urban', '370114/a/b/', 'urban'),
  ],
};
const withRules = (...more: Responsibility[]): Area => ({
  ...area,
  responsibility: [...area.responsibility, ...more],
});
const people = (found: { id: string }[]) => found.map(({ id }) => id);

describe('the table', () => {
  test('a narrower subject wins over a wider one', () => {
    expect(answerable(area, lamp, HOME, MONDAY)?.post.id).toBe('urban');
    expect(answerable(area, loan, HOME, MONDAY)?.post.id).toBe('worker');
    expect(
      answerable(withRules(rule('l', 'lamp', '370114/a/b/', 'chief')), lamp, HOME, MONDAY)?.rule.id,
    ).toBe('l');
  });

  test('a deeper place wins over a narrower subject', () => {
    const table = withRules(rule('l', 'lamp', '370114/a/b/', 'urban'), rule('here', '*', HOME, 'worker'));
    expect(answerable(table, lamp, HOME, MONDAY)?.rule.id).toBe('here');
    expect(answerable(table, lamp, NEXT, MONDAY)?.rule.id).toBe('l');
  });

  test('a kind of post means the nearest one at or above the place', () => {
    expect(answerable(area, loan, HOME, MONDAY)?.post.id).toBe('worker');
    expect(answerable(area, loan, NEXT, MONDAY)?.post.id).toBe('chief');
  });

  test('a place is not inside another whose name only begins like it', () => {
    expect(
      bestRules(withRules(rule('x', '*', '370114/a/b/v1/g1/m/', 'chief')), loan, HOME, MONDAY)[0]?.id,
    ).toBe('all');
  });

  test('two lines of equal rank answer for nothing', () => {
    const tied = withRules(rule('again', 'office:urban', '370114/a/b/', 'chief'));
    expect(answerable(tied, lamp, HOME, MONDAY)).toBeNull();
    expect(bestRules(tied, lamp, HOME, MONDAY)).toHaveLength(2);
  });
});

describe('who is on duty', () => {
  const urban = area.posts[2] as Post;

  test('the weekday of China decides, also late in the evening', () => {
    expect(people(onDuty(area, urban, MONDAY))).toEqual(['wang', 'li']);
    expect(people(onDuty(area, urban, MONDAY + 2 * DAY))).toEqual(['wang', 'sun']);
    // 23:59 on Tuesday and 00:00 on Wednesday, both Tuesday in UTC.
    const midnight = Date.UTC(2026, 10, 24, 16);
    expect(people(onDuty(area, urban, midnight - 60_000))).toEqual(['wang', 'li']);
    expect(people(onDuty(area, urban, midnight))).toEqual(['wang', 'sun']);
  });

  test('nobody on leave is chosen, from the first moment until the last but not after', () => {
    const away = [{ from: MONDAY, until: MONDAY + DAY }];
    const resting: Area = {
      ...area,
      persons: area.persons.map((one) => (one.id === 'wang' ? person('wang', away) : one)),
    };
    expect(people(onDuty(resting, urban, MONDAY - 1))).toEqual(['wang', 'li']);
    expect(people(onDuty(resting, urban, MONDAY))).toEqual(['li']);
    expect(people(onDuty(resting, urban, MONDAY + DAY))).toEqual(['wang', 'li']);
  });

  test('a holder who has left the roster is passed over', () => {
    const gone = { ...area, persons: area.persons.filter((one) => one.id !== 'wang') };
    expect(people(onDuty(gone, urban, MONDAY))).toEqual(['li']);
  });
});

describe('the person', () => {
  const target = answerable(area, lamp, HOME, MONDAY)!;

  test('has the least in hand, and the first of the roster on a tie', () => {
    expect(assign(area, target, MONDAY, {})?.person.id).toBe('wang');
    expect(assign(area, target, MONDAY, { wang: { open: 2 }, li: { open: 1 } })?.person.id).toBe('li');
    expect(assign(area, target, MONDAY, { wang: { open: 1 }, li: { open: 1 } })?.person.id).toBe('wang');
  });

  test('the reason is kept: which line, which post, how much in hand, among how many', () => {
    expect(assign(area, target, MONDAY, { wang: { open: 3 }, li: { open: 1 } })?.why).toEqual({
      rule: 'u',
      clause: '',
      post: 'urban',
      load: 1,
      among: 2,
      score: { load: 40, distance: 0, continuity: 0, fairness: 15 },
    });
  });

  test('whoever is left out is not chosen; with nobody left there is no assignment', () => {
    expect(assign(area, target, MONDAY, {}, ['wang'])?.person.id).toBe('li');
    expect(assign(area, target, MONDAY, {}, ['wang', 'li'])).toBeNull();
  });

  test('a dispatcher may choose any office and the grid workers of the place, never another grid’s', () => {
    expect(assignable(area, NEXT, MONDAY).map(({ person: one }) => one.id)).toEqual(['chief', 'wang', 'li']);
    expect(assignable(area, HOME, MONDAY).map(({ person: one }) => one.id)).toEqual([
      'zhao',
      'chief',
      'wang',
      'li',
    ]);
  });
});

describe('a rule holds from its first day to its last, in China', () => {
  const autumn = { ...rule('r', 'loan', HOME, 'worker'), from: '2026-11-23', until: '2026-11-25' };
  /** Midnight in China at the beginning of 23 November. */
  const first = Date.UTC(2026, 10, 22, 16);
  test.each([
    ['a minute before its first day', first - 60_000, 'all'],
    ['at its first moment', first, 'r'],
    ['late on its last day', first + 3 * DAY - 1, 'r'],
    ['at the next midnight', first + 3 * DAY, 'all'],
  ])('%s', (_, now, expected) => {
    expect(bestRules(withRules(autumn), loan, HOME, now)[0]?.id).toBe(expected);
  });

  test('one day is a range, open ends are open', () => {
    expect(inForce({ from: '2026-11-23', until: '2026-11-23' }, '2026-11-23')).toBe(true);
    expect(inForce({ until: '2026-11-22' }, '2026-11-23')).toBe(false);
    expect(inForce({ from: '2026-11-24' }, '2026-11-23')).toBe(false);
    expect(inForce({}, '1970-01-01')).toBe(true);
  });

  test('a line that takes over the next day is no tie', () => {
    const next = { ...rule('r2', 'loan', HOME, 'chief'), from: '2026-11-26' };
    const table = withRules(autumn, next);
    for (let day = -1; day < 6; day++)
      expect(bestRules(table, loan, HOME, first + day * DAY)).toHaveLength(1);
    expect(answerable(table, loan, HOME, first + 3 * DAY)?.post.id).toBe('chief');
  });
});

describe('the chain', () => {
  /** What each post can be. The rule names `first`, falls back to `second`; `higher` is a level above `first`. */
  const STATES = ['there', 'off', 'vacant', 'missing'] as const;
  type State = (typeof STATES)[number];
  const made = (id: string, state: State, path: string, kind: Post['kind']): Post[] =>
    state === 'missing' ? [] : [post(id, kind, path, state === 'vacant' ? [] : [{ person: `p-${id}` }])];
  const build = (first: State, second: State, higher: State): Area => ({
    ...area,
    posts: [
      ...made('first', first, HOME, 'grid-worker'),
      ...made('second', second, '370114/a/b/', 'office'),
      ...made('higher', higher, '370114/a/b/v1/', 'grid-worker'),
    ],
    persons: [
      ['first', first],
      ['second', second],
      ['higher', higher],
    ].map(([id, state]) => person(`p-${id}`, state === 'off' ? [{ from: 0, until: MONDAY + DAY }] : [])),
    responsibility: [{ ...rule('r', '*', '370114/a/b/', 'first'), otherwise: ['second'] }],
  });
  const all = STATES.flatMap((a) => STATES.flatMap((b) => STATES.map((c) => [a, b, c] as const)));

  test.each(all)('first %s, fallback %s, above %s', (first, second, higher) => {
    const table = build(first, second, higher);
    const asked = [
      ['first', first],
      ['second', second],
      // A post that is not there has no place in the tree, so nothing is above it.
      ...(first === 'missing' || higher === 'missing' ? [] : [['higher', higher]]),
    ] as [string, State][];
    const now = answerableNow(table, loan, HOME, MONDAY);
    const expected = asked.findIndex(([, state]) => state === 'there');
    expect(now?.post.id ?? null).toBe(asked[expected]?.[0] ?? null);
    if (now) {
      expect(now.passed).toEqual(asked.slice(0, expected).map(([id, state]) => ({ post: id, lack: state })));
      expect(now.by).toBe(['rule', 'otherwise', 'above'][expected]);
      expect(assign(table, now, MONDAY, {})?.why.passed ?? []).toEqual(now.passed);
    }
    const held = asked.findIndex(([, state]) => state === 'there' || state === 'off');
    expect(answerable(table, loan, HOME, MONDAY)?.post.id ?? null).toBe(asked[held]?.[0] ?? null);
  });

  test('no property manager: the grid worker of the place, then the office', () => {
    const lamps = { ...rule('p', 'lamp', HOME, 'property'), otherwise: ['grid-worker', 'urban'] };
    const table = withRules(lamps);
    expect([...chainOf(table, lamps, HOME)].map(({ post: one }) => one?.id ?? null)).toEqual([
      null,
      'worker',
      'urban',
      'chief',
    ]);
    expect(answerable(table, lamp, HOME, MONDAY)).toMatchObject({
      by: 'otherwise',
      passed: [{ post: 'property', lack: 'missing' }],
    });
    const resting = {
      ...table,
      persons: table.persons.map((one) =>
        one.id === 'zhao' ? person('zhao', [{ from: 0, until: MONDAY + 1 }]) : one,
      ),
    };
    expect(answerableNow(resting, lamp, HOME, MONDAY)?.post.id).toBe('urban');
  });

  test('the level above an office is of the same unit; at a tie nobody is asked', () => {
    const village = { ...post('village', 'office', '370114/a/b/v1/', []), unit: 'unit of urban' };
    const table = {
      ...withRules(rule('v', 'loan', '370114/a/b/v1/', 'village')),
      posts: [...area.posts, village],
    };
    expect(answerable(table, loan, HOME, MONDAY)).toMatchObject({ by: 'above', post: { id: 'urban' } });
    const stranger = post('economy', 'office', '370114/a/b/', [{ person: 'su' }]);
    const crowded = { ...table, posts: [stranger, ...table.posts] };
    expect(answerable(crowded, loan, HOME, MONDAY)?.post.id).toBe('urban');
    const tied = withRules(rule('a', 'loan', HOME, 'urban'), rule('b', 'loan', HOME, 'chief'));
    expect(answerableNow(tied, loan, HOME, MONDAY)).toBeNull();
  });

  test('who reports it never gets it: the next in the chain does', () => {
    expect(answerableNow(area, loan, HOME, MONDAY, ['zhao'])?.post.id).toBe('chief');
    expect(answerableNow(area, loan, HOME, MONDAY, ['zhao', 'chief'])).toBeNull();
  });

  test('a skill is a gate: without it a post is vacant, and with it nobody else is among those chosen from', () => {
    const skilled = {
      ...withRules({ ...rule('s', 'loan', '370114/a/b/', 'urban'), skill: '金融', otherwise: ['desk'] }),
      persons: area.persons.map((one) => (one.id === 'li' ? { ...one, skills: ['金融'] } : one)),
    };
    const target = answerableNow(skilled, loan, HOME, MONDAY)!;
    expect(assign(skilled, target, MONDAY, { li: { open: 9 } })).toMatchObject({
      person: { id: 'li' },
      why: { among: 1 },
    });
    // Wednesday: li is not rostered, and nobody at the desk has the skill either.
    expect(answerableNow(skilled, loan, HOME, MONDAY + 2 * DAY)).toBeNull();
  });
});

describe('the score', () => {
  const at = (path: string, standing = {}, posts = ['370114/a/b/v1/g1/m1/']) =>
    scoreOf(standing, posts, { path, least: 0, now: MONDAY });

  test('its four parts are worth 40, 25, 20 and 15', () => {
    expect(totalOf(SCORE_MAX)).toBe(100);
    expect(at(HOME, { known: true })).toEqual(SCORE_MAX);
  });

  test.each([
    [HOME, 25],
    ['370114/a/b/v1/g1/m2/', 17],
    ['370114/a/b/v1/g2/m1/', 8],
    ['370114/a/b/v2/g1/m1/', 0],
    ['370114/a/b/v1/g1/m10/', 17],
  ])('distance to %s is %d', (path, points) => {
    expect(at(path).distance).toBe(points);
  });

  test('the nearest of several posts counts; with none of their own it is the area', () => {
    expect(at(HOME, {}, ['370114/a/b/v9/', '370114/a/b/v1/']).distance).toBe(8);
    expect(at(HOME, {}, []).distance).toBe(0);
  });

  test.each([
    [0, 0, 40],
    [0, 1, 20],
    [0, 3, 10],
    [3, 3, 40],
    [3, 7, 20],
    [20, 21, 38],
  ])('with %d the least in hand, %d in hand is worth %d', (least, open, points) => {
    expect(scoreOf({ open }, [], { path: HOME, least, now: MONDAY }).load).toBe(points);
  });

  test.each([
    [0, 0],
    [DAY / 2, 8],
    [DAY, 15],
    [9 * DAY, 15],
    [-60_000, 0],
  ])('fairness %d ms after the last one is %d', (since, points) => {
    expect(at(HOME, { lastAt: MONDAY - since }).fairness).toBe(points);
  });

  test('who knows the place wins over one who has one less in hand, not over one who has nothing', () => {
    const target = answerable(area, lamp, HOME, MONDAY)!;
    const chosen = (wang: number, li: number) =>
      assign(area, target, MONDAY, { wang: { open: wang, known: true }, li: { open: li } })?.person.id;
    expect(chosen(3, 2)).toBe('wang');
    expect(chosen(4, 0)).toBe('li');
  });
});
