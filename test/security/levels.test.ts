/**
 * A post gives authority over its path. Whatever a dispatcher or leader may that a resident may not is tried by posts on the
 * village of the case, on the other village, on the town, on the county and in another town; each of them dispatches and
 * leads there. `yes` is any answer that is no refusal of the person. A new action of the desk without its row fails.
 */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { ActionName } from '@/contract';
import type { Post } from '@/domain/org/org';
import { inputOf, subjectOf } from '@/test/api/inputs';
import { readMatrix } from '@/test/api/matrix';
import { AREA, OFFICES, SERVICES, TOWN } from '@/test/builders/town';
import { FAR_SCENE, type Name, openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
const LEVELS = {
  village: ['guest701', `${AREA}v01/`],
  other: ['guest702', `${AREA}v02/`],
  town: ['guest703', '370114/guanzhuang/'],
  county: ['guest704', '370114/'],
  elsewhere: ['tao', ''],
} as const satisfies Record<string, readonly [Name, string]>;

/** Yes for the village: the case lies there, or what it reaches is theirs. */
const TABLE = `
action                  village other town county elsewhere
ticket.read             yes     no    yes  yes    no
ticket.alike            yes     no    yes  yes    no
ticket.assignees        yes     no    yes  yes    no
ticket.move:transfer    yes     no    yes  yes    no
ticket.move:look        yes     no    yes  yes    no
ticket.move:convene     yes     no    yes  yes    no
ticket.move:check       yes     no    yes  yes    no
ticket.move:shelve      yes     no    yes  yes    no
ticket.move:refute      yes     no    yes  yes    no
ticket.move:retract     yes     no    yes  yes    no
ticket.move:refute      yes     no    yes  yes    no
ticket.move:retract     yes     no    yes  yes    no
ticket.list:work        yes     yes   yes  yes    yes
ticket.list:done        yes     yes   yes  yes    yes
ticket.list:pool        yes     yes   yes  yes    yes
ticket.list:rulings     yes     yes   yes  yes    yes
ticket.list:late        yes     yes   yes  yes    yes
ticket.list:together    yes     yes   yes  yes    yes
ticket.list:checks      yes     yes   yes  yes    yes
ticket.list:calls       yes     yes   yes  yes    yes
ticket.list:long        yes     yes   yes  yes    yes
ticket.list:consents    yes     yes   yes  yes    yes
ticket.list:consents    yes     yes   yes  yes    yes
wish.read               yes     no    yes  yes    no
wish.move:approve       yes     no    yes  yes    no
wish.move:refuse        yes     no    yes  yes    no
wish.list:review        yes     yes   yes  yes    yes
wish.list:confirm       yes     yes   yes  yes    yes
rates.read              yes     yes   yes  yes    yes
desk.faults             no      no    yes  yes    yes
desk.dryrun             no      no    yes  yes    yes
desk.precedents         yes     yes   yes  yes    yes
desk.menu               no      no    yes  yes    yes
desk.putService         no      no    yes  yes    yes
desk.dropService        no      no    yes  yes    yes
desk.save               no      no    yes  yes    yes
desk.roster             yes     yes   yes  yes    yes
desk.absence            yes     no    yes  yes    no
desk.leave              yes     no    yes  yes    no
desk.holders            yes     no    yes  yes    no
desk.calendar           yes     yes   yes  yes    yes
desk.closures           no      no    yes  yes    yes
desk.replies            yes     yes   yes  yes    yes
desk.saveReplies        no      no    yes  yes    yes
desk.inhand             yes     no    yes  yes    no
place.codes             yes     yes   yes  yes    no
points.returns:desk     yes     yes   yes  yes    yes
points.return:hand      yes     yes   yes  yes    no
points.stock            no      no    yes  yes    yes
points.rules            yes     yes   yes  yes    yes
points.saveRules        no      no    yes  yes    yes
conduct.person          no      no    yes  yes    no
conduct.raise           no      no    yes  yes    no
conduct.list:desk       yes     yes   yes  yes    yes
conduct.read            no      no    yes  yes    no
conduct.move:uphold     no      no    yes  yes    no
honour.announce         no      no    yes  yes    yes
honour.move:strike      no      no    yes  yes    no
honour.move:drop        no      no    yes  yes    no
honour.jurors           no      no    yes  yes    yes
activity.draft          yes     yes   yes  yes    no
activity.list:desk      yes     yes   yes  yes    yes
activity.list:past      yes     yes   yes  yes    yes
activity.move:edit      yes     no    yes  yes    no
activity.move:publish   yes     no    yes  yes    no
activity.move:cancel    yes     no    yes  yes    no
activity.move:finish    yes     no    yes  yes    no
activity.people         yes     no    yes  yes    no
activity.phone          yes     no    yes  yes    no
record.move:checkIn     yes     no    yes  yes    no
record.move:amend       yes     no    yes  yes    no
record.move:grant       yes     no    yes  yes    no
record.move:appraise    yes     no    yes  yes    no
volunteer.vouch         no      no    yes  yes    no
volunteer.list          no      no    yes  yes    yes
volunteer.phone         no      no    yes  yes    no
enrolment.import        no      no    yes  yes    yes
enrolment.list:waiting  no      no    yes  yes    yes
enrolment.list:contested no     no    yes  yes    yes
enrolment.decide        no      no    yes  yes    no
enrolment.list:reported no      no    yes  yes    yes
`;

const [head = '', ...rows] = TABLE.trim().split('\n');
const LEVEL_NAMES = head.split(/\s+/).slice(1) as (keyof typeof LEVELS)[];
const table = new Map(
  rows.map((row) => {
    const [action = '', ...cells] = row.split(/\s+/);
    return [action, Object.fromEntries(LEVEL_NAMES.map((level, nth) => [level, cells[nth]]))];
  }),
);

const REFUSED = ['NOT_ALLOWED', 'NOT_FOUND', 'STAFF_ONLY', 'PERSON_UNKNOWN'];
const own = (level: string, kind: Post['kind'], path: string): Post => ({
  id: `${kind}@${level}`,
  kind,
  name: `${level} ${kind}`,
  unit: `unit-${level}`,
  path,
  holders: [{ person: `s_${level}` }],
});
const ADDED = Object.entries(LEVELS).filter(([, [, path]]) => path !== '');
const HOME = {
  ...TOWN,
  persons: [
    ...TOWN.persons,
    ...ADDED.map(([level]) => ({ id: `s_${level}`, name: level, phone: '', skills: [], leave: [] })),
  ],
  posts: [
    ...TOWN.posts,
    ...ADDED.flatMap(([level, [, path]]) => [own(level, 'dispatcher', path), own(level, 'leader', path)]),
  ],
  units: [
    ...TOWN.units,
    ...ADDED.map(([level, [, path]]) => ({ id: `unit-${level}`, name: level, path, lead: null })),
  ],
};

/** The directory as it was, so that no row finds what another changed. */
async function restore(): Promise<void> {
  const directory = yima.emulator.db.collection('directory');
  await directory.doc('catalogue').set({ offices: OFFICES, services: SERVICES });
  const { _id, ...area } = { _id: `area:${AREA}`, ...HOME };
  await directory.doc(_id).set(area);
  (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
}

beforeAll(async () => {
  await yima.emulator.db.collection('people').add(
    ADDED.map(([level, [name]]) => ({
      _id: personIdOf(openidOf(name)),
      openid: openidOf(name),
      name: '',
      phone: '',
      staff: { id: `s_${level}`, area: AREA },
    })),
  );
});

test('whatever the desk may that a resident may not has its row', () => {
  const desks = [...readMatrix()].filter(
    ([action, { wang, qian, shu }]) =>
      action !== 'rights.erase' && [qian, shu].some((cell) => cell !== wang && !REFUSED.includes(cell)),
  );
  const named = desks.map(([action]) => action).filter((action) => !PERSONAL.includes(action));
  expect([...table.keys()].sort()).toEqual(named.sort());
});

/** Of one's own work identity, whatever the post. */
const PERSONAL: readonly string[] = ['staff.bind'];

/** What reaches all units, where the matrix takes one unit of one town. */
const inputFor = (entry: string) =>
  entry === 'desk.closures' && { unit: '*', rev: 0, close: { day: '2026-03-12', why: '停电检修' } };

test.each([...table])('%s', async (entry, expected) => {
  const [action, variant = ''] = entry.split(':') as [ActionName, string?];
  const outcomes: Record<string, string> = {};
  for (const level of LEVEL_NAMES) {
    await restore();
    const id = await subjectOf(yima, action, variant);
    const code = await yima.outcome(
      LEVELS[level][0],
      action,
      inputFor(entry) || inputOf(yima, action, variant, id),
    );
    outcomes[level] = REFUSED.includes(code) ? 'no' : 'yes';
  }
  expect(outcomes).toEqual(expected);
});

describe('what is read is of the part that the post covers', () => {
  beforeAll(async () => {
    await restore();
    const off = {
      ...HOME,
      posts: HOME.posts.map((post) => ({
        ...post,
        holders: post.kind === 'grid-worker' || post.kind === 'office' ? [] : post.holders,
      })),
    };
    const { path: _, ...rest } = off;
    await yima.emulator.db.collection('directory').doc(`area:${AREA}`).update(rest);
    (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
    await yima.emulator.db.collection('tickets').where({}).remove();
  });
  const pool = async (name: Name) =>
    (await yima.call(name, 'ticket.list', { box: 'pool' })).rows.map(({ id }) => id).sort();

  test('the pool, in one call that looks at no more than it shows', async () => {
    const near: string[] = [];
    const far: string[] = [];
    for (let nth = 0; nth < 12; nth++) {
      near.push((await yima.call('lin', 'ticket.file', yima.filing())).id);
      far.push((await yima.call('lin', 'ticket.file', yima.filing({ scene: FAR_SCENE() }))).id);
    }
    expect(await pool('guest701')).toEqual(near.sort());
    expect(await pool('guest702')).toEqual(far.sort());
    expect(await pool('guest703')).toHaveLength(20);
    const list = await yima.counting(() => yima.call('guest702', 'ticket.list', { box: 'pool' }));
    expect([list.database, list.examined <= 13]).toEqual([1, true]);
    expect(await yima.emulator.scans()).toEqual([]);
  });

  test('calendars, duty and codes', async () => {
    const units = async (name: Name) =>
      (await yima.call(name, 'desk.calendar', {})).units.map(({ id }) => id);
    expect(await units('guest701')).toEqual(['grid-v01', 'unit-village']);
    expect(await units('guest703')).toEqual(expect.arrayContaining(['office-urban', 'grid-v01', 'grid-v02']));
    expect(await yima.outcome('guest701', 'desk.calendar', { unit: 'office-urban' })).toBe('NOT_FOUND');
    const duty = async (name: Name) => (await yima.call(name, 'desk.roster', {})).units.map(({ id }) => id);
    expect(await duty('guest702')).toEqual(['grid-v02', 'unit-other']);
    const codes = async (name: Name) =>
      (await yima.call(name, 'place.codes', { path: AREA })).map(({ name: place }) => place);
    expect(await codes('guest702')).toEqual(['柳沟村东头']);
    expect(await codes('guest703')).toHaveLength(2);
    expect(await yima.outcome('guest702', 'place.codes', { path: `${AREA}v01/` })).toBe('NOT_FOUND');
  });

  test('a unit of the village closes by its leader, all units and another’s do not', async () => {
    const close = { day: '2026-03-12', why: '停电检修' };
    const ask = (unit: string) => yima.outcome('guest701', 'desk.closures', { unit, rev: 0, close });
    expect(await ask('*')).toBe('NOT_ALLOWED');
    expect(await ask('grid-v02')).toBe('NOT_ALLOWED');
    expect(await ask('grid-v01')).toBe('ok');
  });

  test('rates: of the units that work there', async () => {
    const row = (unit: string) => ({ unit, service: 'street-lamp', rates: {} });
    await yima.emulator.db.collection('rates').add({
      _id: `${AREA}2026-03-02`,
      area: AREA,
      day: '2026-03-02',
      asOf: 1,
      rows: [row('grid-v01'), row('grid-v02'), row('')],
    });
    const units = async (name: Name) =>
      (await yima.call(name, 'rates.read', { from: '2026-03-01', to: '2026-03-31' })).units.map(
        ({ id }) => id,
      );
    expect(await units('guest701')).toEqual(['grid-v01']);
    expect(await units('guest702')).toEqual(['grid-v02']);
    expect(await units('guest704')).toEqual(['grid-v01', 'grid-v02']);
  });
});
