import type { Service } from '../catalogue/catalogue';
import { answerable, assign, assignable, bestRules, findFaults, onDuty } from './dispatch';
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
    expect(answerable(area, lamp, HOME)?.post.id).toBe('urban');
    expect(answerable(area, loan, HOME)?.post.id).toBe('worker');
    expect(answerable(withRules(rule('l', 'lamp', '370114/a/b/', 'chief')), lamp, HOME)?.rule.id).toBe('l');
  });

  test('a deeper place wins over a narrower subject', () => {
    const table = withRules(rule('l', 'lamp', '370114/a/b/', 'urban'), rule('here', '*', HOME, 'worker'));
    expect(answerable(table, lamp, HOME)?.rule.id).toBe('here');
    expect(answerable(table, lamp, NEXT)?.rule.id).toBe('l');
  });

  test('a kind of post means the nearest one at or above the place', () => {
    expect(answerable(area, loan, HOME)?.post.id).toBe('worker');
    expect(answerable(area, loan, NEXT)?.post.id).toBe('chief');
  });

  test('a place is not inside another whose name only begins like it', () => {
    expect(bestRules(withRules(rule('x', '*', '370114/a/b/v1/g1/m/', 'chief')), loan, HOME)[0]?.id).toBe(
      'all',
    );
  });

  test('two lines of equal rank answer for nothing', () => {
    const tied = withRules(rule('again', 'office:urban', '370114/a/b/', 'chief'));
    expect(answerable(tied, lamp, HOME)).toBeNull();
    expect(bestRules(tied, lamp, HOME)).toHaveLength(2);
  });

  test('its gaps, ties and vacant posts are found before they go live', () => {
    expect(findFaults(area, [lamp, loan])).toEqual([]);
    expect(findFaults(withRules(rule('again', 'office:urban', '370114/a/b/', 'chief')), [lamp])).toEqual([
      { service: 'lamp', place: HOME, fault: 'tie' },
      { service: 'lamp', place: NEXT, fault: 'tie' },
    ]);
    expect(findFaults(withRules(rule('v', 'loan', NEXT, 'empty')), [loan])).toEqual([
      { service: 'loan', place: NEXT, fault: 'vacant' },
    ]);
    expect(findFaults(withRules(rule('g', 'loan', NEXT, 'no such post')), [loan])[0]?.fault).toBe('gap');
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
  const target = answerable(area, lamp, HOME)!;

  test('has the lightest load, and the first of the roster on a tie', () => {
    expect(assign(area, target, MONDAY, {})?.person.id).toBe('wang');
    expect(assign(area, target, MONDAY, { wang: 2, li: 1 })?.person.id).toBe('li');
    expect(assign(area, target, MONDAY, { wang: 1, li: 1 })?.person.id).toBe('wang');
  });

  test('the reason is kept: which line, which post, how much in hand, among how many', () => {
    expect(assign(area, target, MONDAY, { wang: 3, li: 1 })?.why).toEqual({
      rule: 'u',
      clause: '',
      post: 'urban',
      load: 1,
      among: 2,
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
