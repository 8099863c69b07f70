/** The work area one opens with `npm start`: what it promises about itself. */
import { parseArea, parseCatalogue } from '@/contract/catalogue';
import menu from '@/domain/catalogue/default.json';
import { answerable, candidatesOf } from '@/domain/org/dispatch';
import { findFaults, groupFaults, leavesNobody } from '@/domain/org/faults';
import { isWithin, placeWords, postAt } from '@/domain/org/org';
import { faultsOfArea } from '@/scripts/worlds/check';
import { RESIDENTS, WEEK } from '@/scripts/worlds/week';
import { LIN_PATH, PEOPLE, yanman } from '@/scripts/worlds/yanman';

const DAY = 86_400_000;
/** Sunday, 22 November 2026, noon in China. */
const NOW = Date.UTC(2026, 10, 22, 4);
const world = yanman(NOW);
const { area } = world;
const catalogue = parseCatalogue(menu);
const service = (id: string) => catalogue.services.find((entry) => entry.id === id)!;
const nodes = (kind: string) => area.nodes.filter((node) => node.kind === kind);

test('it is shaped like the seed case: 9 villages, 13 natural ones, 185 micro-grids, 4,468 households', () => {
  expect(nodes('village')).toHaveLength(9);
  expect(nodes('grid')).toHaveLength(13);
  expect(nodes('micro')).toHaveLength(185);
  expect(world.households).toHaveLength(4468);
  for (const kind of ['village', 'grid', 'micro']) {
    for (const node of nodes(kind))
      expect(world.households.filter((home) => isWithin(home.orgPath, node.path))).toHaveLength(
        node.households ?? -1,
      );
  }
});

test('62 grid workers share the micro-grids, about three each; each grid has its chief besides', () => {
  const micro = area.posts.filter((post) => post.kind === 'grid-worker' && post.path.split('/').length === 7);
  expect(micro).toHaveLength(185);
  const holders = micro.map((post) => post.holders[0]?.person);
  expect(new Set(holders).size).toBe(62);
  for (const person of holders)
    expect([2, 3, 4]).toContain(holders.filter((holder) => holder === person).length);
  expect(area.posts.filter((post) => post.kind === 'grid-worker')).toHaveLength(185 + 13);
});

test('its file passes the same check as one made by hand', () => {
  expect(() => parseArea(JSON.parse(JSON.stringify(area)))).not.toThrow();
});

test('the table of responsibility has no gap, no tie and no vacant post: 49 services × 185 micro-grids', () => {
  expect(findFaults(area, catalogue.services, NOW).filter(leavesNobody)).toEqual([]);
  // One compound has no property manager; its lamps fall back to the grid workers, and the checker says so.
  expect(groupFaults(findFaults(area, catalogue.services, NOW))).toEqual([
    { fault: 'fallback', rule: 'r38', services: ['street-light'], places: expect.any(Array) },
  ]);
});

test('a line taken out of the table is noticed, and so is one that contradicts another', () => {
  const without = { ...area, responsibility: area.responsibility.filter((rule) => rule.service !== '*') };
  const errand = without.responsibility.filter((rule) => rule.service === 'errand');
  expect(findFaults({ ...without, responsibility: [] }, [service('errand')], NOW)).toHaveLength(185);
  expect(findFaults({ ...without, responsibility: errand }, [service('errand')], NOW)).toEqual([]);
  const twice = { ...area, responsibility: [...area.responsibility, ...errand] };
  expect(findFaults(twice, [service('errand')], NOW)[0]?.fault).toBe('tie');
});

test('a file with mistakes is told all of them at once', () => {
  expect(faultsOfArea(area, world.places, catalogue)).toEqual([]);
  const [unit, ...units] = area.units;
  const broken = {
    ...area,
    units: [{ ...unit!, lead: 'nobody' }, ...units],
    posts: [
      ...area.posts,
      { ...area.posts[0]!, id: 'p-new', unit: 'nowhere', holders: [{ person: 'ghost' }] },
    ],
    responsibility: [
      ...area.responsibility.map((rule) => (rule.service === 'errand' ? { ...rule, post: 'p-none' } : rule)),
      { ...area.responsibility[0]!, id: 'r99', service: 'dance' },
    ],
  };
  const told = faultsOfArea(broken, [...world.places, world.places[0]!], catalogue).join('\n');
  for (const word of ['nobody', 'nowhere', 'ghost', 'p-none', 'dance', world.places[0]!._id, '没有人负责'])
    expect(told).toContain(word);
});

test('a code in a hall reaches somebody as well as one on a building', () => {
  for (const place of world.places) {
    for (const asked of ['errand', 'road', 'other'])
      expect(answerable(area, service(asked), place.orgPath, NOW)).not.toBeNull();
  }
});

test('林阿姨 finds 赵海平, who answers for the 18 households of 闫满村第12微网格', () => {
  const post = postAt(area, 'grid-worker', LIN_PATH);
  expect(post?.name).toBe('闫满村第12微网格网格员');
  expect(post?.holders).toEqual([{ person: PEOPLE.zhao }]);
  expect(area.nodes.find((node) => node.path === LIN_PATH)?.households).toBe(18);
  expect(placeWords(area, LIN_PATH)).toBe('闫满村第2网格第12微网格');
  expect(answerable(area, service('street-light'), LIN_PATH, NOW)).toMatchObject({
    post,
    passed: [{ post: 'property', lack: 'missing' }],
  });
});

test('somebody is on duty for everything on every day of the week, except for the lawyer’s desk at weekends', () => {
  const home = { ...area, persons: area.persons.map((person) => ({ ...person, leave: [] })) };
  for (let day = 0; day < 7; day++) {
    const now = NOW + day * DAY;
    const weekend = day === 0 || day === 6;
    for (const asked of catalogue.services) {
      const found = answerable(home, asked, LIN_PATH, now);
      const people = found ? candidatesOf(home, found, now) : [];
      const legal = found?.post.id === 'p-legal';
      expect({ day, asked: asked.id, served: people.length > 0 }).toEqual({
        day,
        asked: asked.id,
        served: !(legal && weekend),
      });
    }
  }
});

test('trees in the forest village go to its foresters', () => {
  expect(answerable(area, service('fallen-tree'), `${area.path}v07/g1/m003/`, NOW)?.post.id).toBe('p-forest');
  expect(answerable(area, service('fallen-tree'), LIN_PATH, NOW)?.post.id).toBe('p-safety');
});

test('every unit has a lead of its roster, every holder is a person, and no name or number is there twice', () => {
  const ids = new Set(area.persons.map((person) => person.id));
  expect(ids.size).toBe(area.persons.length);
  expect(new Set(area.persons.map((person) => person.name)).size).toBe(area.persons.length);
  expect(new Set(area.persons.map((person) => person.phone)).size).toBe(area.persons.length);
  for (const unit of area.units) expect(ids).toContain(unit.lead);
  for (const post of area.posts) {
    expect(area.units.map((unit) => unit.id)).toContain(post.unit);
    for (const holder of post.holders) expect(ids).toContain(holder.person);
  }
});

test('nobody can be called by accident', () => {
  for (const person of area.persons) expect(person.phone).toMatch(/^1700000\d{4}$/);
});

test('places and households have ids of their own, places in the letters a scene allows', () => {
  expect(new Set(world.places.map((place) => place._id)).size).toBe(world.places.length);
  expect(new Set(world.households.map((home) => home._id)).size).toBe(4468);
  for (const place of world.places) expect(place._id).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(world.places.filter((place) => place.orgPath === LIN_PATH).map((place) => place.name)).toEqual([
    '闫满村第12微网格',
    '闫满小区3号楼',
  ]);
});

test('every person of the roster has one invitation, and no code is given twice', () => {
  expect(world.invitations.map((invitation) => invitation.person)).toEqual(
    area.persons.map((person) => person.id),
  );
  expect(new Set(world.invitations.map((invitation) => invitation.code)).size).toBe(area.persons.length);
  for (const { code } of world.invitations) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
});

test('it is the same world each time', () => {
  expect(yanman(NOW)).toEqual(world);
  const later = yanman(NOW + 30 * DAY);
  expect({ ...later, area: null }).toEqual({ ...world, area: null });
});

describe('the week that is played in it', () => {
  test.each(WEEK.map((story) => [story.service, story] as const))(
    '%s can be filed as written',
    (id, story) => {
      const asked = service(id);
      expect(asked).toBeDefined();
      for (const [question, answer] of Object.entries(story.answers ?? {})) {
        const found = asked.questions.find((entry) => entry.id === question);
        if (found?.type === 'choice') expect(found.options).toContain(answer);
        expect({
          question,
          known: found !== undefined,
          stops: found?.stops?.includes(answer) ?? false,
        }).toEqual({
          question,
          known: true,
          stops: false,
        });
      }
      for (const { id: question, required } of asked.questions)
        expect({ question, missing: required && !story.answers?.[question] }).toEqual({
          question,
          missing: false,
        });
      expect(world.places.map((place) => place.name)).toContain(story.place);
      expect(RESIDENTS).toHaveProperty(story.who);
      if (asked.evidence === 'required') {
        for (const step of story.course) if (step.move === 'resolve') expect(step.photo).toBeDefined();
      }
    },
  );

  test('no two residents share a number, with each other or with the staff', () => {
    const numbers = Object.values(RESIDENTS).map(([, digits]) => `1700000${digits}`);
    expect(new Set([...numbers, ...area.persons.map((person) => person.phone)]).size).toBe(
      numbers.length + area.persons.length,
    );
  });
});
