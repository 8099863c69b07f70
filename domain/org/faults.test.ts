import type { Service } from '../catalogue/catalogue';
import { changesOf, compareTables, type Fault, findFaults, groupFaults, isBlocking } from './faults';
import type { Area, Post, Responsibility } from './org';
import { sayFinding, spreadWords } from './words';

/** Monday, 23 November 2026, 09:00 in China. */
const NOW = Date.UTC(2026, 10, 23, 1);
const AREA = '370114/a/b/';
const [ONE, TWO, FAR] = [`${AREA}v1/g1/m1/`, `${AREA}v1/g1/m2/`, `${AREA}v2/g1/m1/`];
const lamp = { id: 'lamp', name: '路灯', office: 'urban' } as Service;
const loan = { id: 'loan', name: '贷款', office: 'economy' } as Service;

const post = (id: string, kind: Post['kind'], path: string, ...holders: string[]): Post => ({
  id,
  kind,
  name: `${id}岗`,
  unit: id,
  path,
  holders: holders.map((person) => ({ person })),
});
const rule = (
  id: string,
  service: string,
  answers: string,
  more: Partial<Responsibility> = {},
): Responsibility => ({
  id,
  service,
  place: AREA,
  post: answers,
  ...more,
});
const area: Area = {
  path: AREA,
  name: '乙工作区',
  nodes: [
    { path: `${AREA}v1/`, kind: 'village', name: '闫满村' },
    { path: `${AREA}v1/g1/`, kind: 'grid', name: '第1网格' },
    { path: ONE, kind: 'micro', name: '第1微网格' },
    { path: TWO, kind: 'micro', name: '第2微网格' },
    { path: `${AREA}v2/`, kind: 'village', name: '柳沟村' },
    { path: FAR, kind: 'micro', name: '第3微网格' },
  ],
  units: [],
  posts: [
    post('worker', 'grid-worker', AREA, 'zhao'),
    post('urban', 'office', AREA, 'wang'),
    post('empty', 'office', AREA),
  ],
  persons: ['zhao', 'wang'].map((id) => ({ id, name: id, phone: '', skills: [], leave: [] })),
  responsibility: [rule('all', '*', 'grid-worker'), rule('u', 'office:urban', 'urban')],
};
const withRules = (...more: Responsibility[]): Area => ({
  ...area,
  responsibility: [...area.responsibility, ...more],
});
const found = (table: Area): Fault[] => findFaults(table, [lamp, loan], NOW);
const said = (table: Area) =>
  groupFaults(found(table)).map((finding) => sayFinding(table, finding, [lamp, loan]));

test('a sound table has no faults', () => {
  expect(found(area)).toEqual([]);
});

test.each([
  ['gap', { ...area, responsibility: [rule('u', 'office:urban', 'urban')] }, '贷款：没人负责', 3],
  ['gap', withRules(rule('x', 'loan', 'no-such-post')), '贷款：没人负责', 3],
  ['tie', withRules(rule('u2', 'office:urban', 'worker')), '路灯：两条规则打架', 3],
  ['vacant', withRules(rule('v', 'loan', 'empty', { place: FAR })), '贷款：岗位空着，没人接', 1],
  [
    'fallback',
    withRules(rule('p', 'lamp', 'property', { place: `${AREA}v1/`, otherwise: ['grid-worker'] })),
    '路灯：由备用的岗位接，本该找物业',
    2,
  ],
  [
    'expiring',
    withRules(rule('e', 'loan', 'urban', { until: '2026-12-23' })),
    '贷款：2026-12-23 止，快到期，没有接上的',
    3,
  ],
])('%s', (fault, table, title, places) => {
  const faults = found(table);
  expect(new Set(faults.map((one) => one.fault))).toEqual(new Set([fault]));
  expect(faults).toHaveLength(places);
  expect(said(table)).toEqual([{ title, where: expect.any(String) }]);
});

test('a skill that nobody at the post has leaves it vacant', () => {
  expect(found(withRules(rule('s', 'loan', 'urban', { skill: '律师' })))[0]?.fault).toBe('vacant');
});

test('a rule that ends later than in 30 days, or is followed by another, is not yet told', () => {
  expect(found(withRules(rule('e', 'loan', 'urban', { until: '2026-12-24' })))).toEqual([]);
  const followed = withRules(
    rule('e', 'loan', 'urban', { until: '2026-11-30' }),
    rule('f', 'loan', 'worker', { from: '2026-12-01' }),
  );
  expect(found(followed)).toEqual([]);
});

test('what will be wrong on a later day by the table’s own dates is found today', () => {
  const [all, urban] = area.responsibility as [Responsibility, Responsibility];
  const ending = { ...area, responsibility: [{ ...all, until: '2027-06-30' }, urban] };
  expect(found(ending).filter(isBlocking)).toEqual(
    [ONE, TWO, FAR].map((place) => ({ service: 'loan', place, fault: 'gap', rule: '', day: '2027-07-01' })),
  );
  expect(said(ending)[0]?.title).toBe('贷款：2027-07-01 起，没人负责');
  const overlapping = withRules(
    rule('u2', 'office:urban', 'worker', { from: '2026-12-01', until: '2026-12-02' }),
  );
  expect(new Set(found(overlapping).map(({ fault, day }) => `${fault} ${day}`))).toEqual(
    new Set(['tie 2026-12-01']),
  );
  // what is there today is told once, and what only falls back on a later day is told on that day
  const lampLater = rule('p', 'lamp', 'property', { from: '2026-12-01', otherwise: ['worker'] });
  const gapNow = { ...area, responsibility: [urban, lampLater] };
  expect(found(gapNow)).toEqual(
    [ONE, TWO, FAR].map((place) => ({ service: 'loan', place, fault: 'gap', rule: '' })),
  );
  expect(found(withRules(rule('v', 'loan', 'empty', { place: FAR, from: '2026-12-01' })))).toEqual([
    { service: 'loan', place: FAR, fault: 'vacant', rule: 'v', day: '2026-12-01' },
  ]);
});

test('many faults are few findings: services that suffer at the same places are one', () => {
  const findings = groupFaults(found({ ...area, responsibility: [] }));
  expect(findings).toEqual([{ fault: 'gap', rule: '', services: ['lamp', 'loan'], places: [ONE, TWO, FAR] }]);
  expect(sayFinding(area, findings[0]!, [lamp, loan])).toEqual({
    title: '路灯、贷款：没人负责',
    where: '乙工作区 3 个微网格',
  });
  expect(spreadWords(area, [ONE])).toBe('闫满村第1网格第1微网格');
  expect(spreadWords(area, [ONE, TWO])).toBe('闫满村第1网格 2 个微网格');
});

describe('a changed table is tried on tickets', () => {
  const tickets = [lamp, loan].flatMap((service) =>
    [ONE, FAR].map((orgPath) => ({ id: `${service.id} ${orgPath}`, service, orgPath })),
  );
  const changed = withRules(rule('l', 'lamp', 'worker', { place: `${AREA}v1/`, from: '2026-12-01' }));

  test('nothing moves when nothing changes, or before the change is in force', () => {
    expect(compareTables(area, area, tickets, '2026-12-01')).toEqual([]);
    expect(compareTables(area, changed, tickets, '2026-11-30')).toEqual([]);
  });

  test('what moves is named with both posts; null where nobody would answer', () => {
    expect(compareTables(area, changed, tickets, '2026-12-01')).toEqual([
      { ticket: tickets[0], from: 'urban', to: 'worker' },
    ]);
    const without = { ...area, responsibility: [rule('u', 'office:urban', 'urban')] };
    expect(compareTables(area, without, tickets, '2026-11-30').map(({ to }) => to)).toEqual([null, null]);
  });

  test('the history keeps the lines that differ, not the table', () => {
    expect(changesOf(area.responsibility, changed.responsibility)).toEqual({
      removed: [],
      added: [changed.responsibility[2]],
    });
    const [{ id, ...rest }, ...others] = area.responsibility as [Responsibility, Responsibility];
    expect(changesOf(area.responsibility, [{ ...rest, id }, ...others])).toEqual({ removed: [], added: [] });
  });
});
