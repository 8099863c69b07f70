import * as fc from 'fast-check';
import menu from '../catalogue/default.json';
import { moment } from '../time/day';
import { inOrder, match, type Need, needOfService, type Offer, whoFits } from './match';
import { isSkill, SERVICE_SKILLS, SKILLS, SLOTS, slotAt, slotsOf } from './skills';

const AREA = '370114/guanzhuang/yanman/';
const HOME = `${AREA}v01/`;
const offer = (over: Partial<Offer> = {}): Offer => ({ skills: [], places: [], ...over });
const need = (over: Partial<Need> = {}): Need => ({ skills: [], path: `${HOME}g1/`, ...over });

test.each([
  ['anybody can, anywhere', offer(), need(), true, []],
  [
    'a skill that is asked for',
    offer({ skills: ['electric'] }),
    need({ skills: ['electric'] }),
    true,
    ['您会电工'],
  ],
  [
    'any of several',
    offer({ skills: ['lawyer'] }),
    need({ skills: ['mediator', 'lawyer'] }),
    true,
    ['您会律师'],
  ],
  ['a skill that is lacking', offer({ skills: ['barber'] }), need({ skills: ['electric'] }), false, []],
  ['in their village', offer({ places: [HOME] }), need(), true, ['在您登记的地方']],
  ['for the whole area', offer({ places: [HOME] }), need({ path: AREA }), true, ['在您登记的地方']],
  ['in another village', offer({ places: [HOME] }), need({ path: `${AREA}v02/` }), false, []],
  ['v1 is not v10', offer({ places: [`${AREA}v1/`] }), need({ path: `${AREA}v10/` }), false, []],
  [
    'when they have time',
    offer({ times: ['weekend'] }),
    need({ from: moment('2026-11-22 09:00'), until: moment('2026-11-22 11:00') }),
    true,
    ['您这时有空'],
  ],
  [
    'when they have none',
    offer({ times: ['weekend'] }),
    need({ from: moment('2026-11-23 09:00'), until: moment('2026-11-23 11:00') }),
    false,
    [],
  ],
  ['what has no time suits who has little', offer({ times: ['weekend'] }), need(), true, []],
  [
    'what has a time suits who has named none, without a word of it',
    offer(),
    need({ from: moment('2026-11-23 09:00') }),
    true,
    [],
  ],
  [
    'what says only when it begins',
    offer({ times: ['workday'] }),
    need({ from: moment('2026-11-23 17:29') }),
    true,
    ['您这时有空'],
  ],
  [
    'the work of their team, whatever they can do',
    offer({ teams: ['handy'], skills: ['barber'] }),
    need({ skills: ['electric'], teams: ['handy'] }),
    true,
    ['您的志愿队办这类事'],
  ],
  [
    'the work of another team',
    offer({ teams: ['drivers'] }),
    need({ skills: ['electric'], teams: ['handy'] }),
    false,
    [],
  ],
  [
    'their skill, but elsewhere',
    offer({ skills: ['electric'], places: [`${AREA}v02/`] }),
    need({ skills: ['electric'] }),
    false,
    ['您会电工'],
  ],
  [
    'their skill, at home, when they have time',
    offer({ skills: ['electric'], places: [HOME], times: ['weekend'] }),
    need({ skills: ['electric'], from: moment('2026-11-22 09:00') }),
    true,
    ['您会电工', '在您登记的地方', '您这时有空'],
  ],
])('%s', (_, offered, needed, fits, why) => {
  expect(match(offered, needed)).toMatchObject({ fits, why });
});

test('what fits comes first, by skill, then near, then what has waited longest', () => {
  const me = offer({ skills: ['doctor'], places: [HOME] });
  const needs = [
    need({ path: `${AREA}v02/`, since: 1 }),
    need({ since: 3 }),
    need({ since: 2 }),
    need({ skills: ['doctor'], since: 9 }),
    need({ skills: ['lawyer'], since: 0 }),
  ];
  expect(inOrder(me, needs).map(({ need: { since } }) => since)).toEqual([9, 2, 3, 0, 1]);
});

test('their skill comes before their village, and what does not say how long it waits before what does', () => {
  const me = offer({ skills: ['doctor'], places: [] });
  const order = (...needs: Need[]) => inOrder(me, needs).map((each) => needs.indexOf(each.need));
  const asked = need({ skills: ['doctor'], since: 9 });
  expect(order(need({ since: 1 }), asked)).toEqual([1, 0]);
  expect(order(need({ since: 5 }), need(), need({ since: 3 }))).toEqual([1, 2, 0]);
  // a skill of theirs elsewhere does not fit, and stands behind what does
  const home = { ...me, places: [HOME] };
  expect(inOrder(home, [{ ...asked, path: `${AREA}v02/` }, need({ since: 1 })])[0]?.fit).toEqual({
    fits: true,
    skill: null,
    team: false,
    near: 2,
    why: ['在您登记的地方'],
  });
});

test('ordering loses and invents nothing, and the same is offered to whom it fits', () => {
  const skill = fc.constantFrom(...SKILLS.map(({ id }) => id));
  const path = fc.constantFrom(AREA, HOME, `${HOME}g1/`, `${AREA}v02/`);
  const anOffer = fc.record({ skills: fc.uniqueArray(skill), places: fc.uniqueArray(path) });
  const aNeed = fc.record({ skills: fc.uniqueArray(skill, { maxLength: 3 }), path, since: fc.nat() });
  fc.assert(
    fc.property(anOffer, fc.array(aNeed, { maxLength: 20 }), (mine, needs) => {
      const ordered = inOrder(mine, needs);
      expect(new Set(ordered.map((entry) => entry.need))).toEqual(new Set(needs));
      const firstUnfit = ordered.findIndex(({ fit }) => !fit.fits);
      if (firstUnfit >= 0) expect(ordered.slice(firstUnfit).every(({ fit }) => !fit.fits)).toBe(true);
      for (const each of needs) expect(whoFits(each, [mine]).length === 1).toBe(match(mine, each).fits);
    }),
  );
});

test('the services named are on the menu, and their skills are listed', () => {
  const services = new Set(menu.services.map(({ id }) => id));
  for (const [service, skills] of Object.entries(SERVICE_SKILLS)) {
    expect([service, services.has(service)]).toEqual([service, true]);
    expect(skills.every(isSkill)).toBe(true);
  }
  expect(needOfService('plumbing', HOME, 1)).toMatchObject({ skills: ['plumber', 'electric'] });
  expect(needOfService('noise', HOME, 1)).toBeNull();
});

test.each([
  ['2026-11-23 17:29', 'workday'],
  ['2026-11-23 17:30', 'workday-evening'],
  ['2026-11-22 05:59', 'weekend-evening'],
  ['2026-11-22 06:00', 'weekend'],
])('%s is %s', (at, slot) => {
  expect(slotAt(moment(at))).toBe(slot);
});

test('a span from afternoon into the evening touches both; a year is not walked through', () => {
  expect(slotsOf(moment('2026-11-23 16:00'), moment('2026-11-23 19:00'))).toEqual([
    'workday',
    'workday-evening',
  ]);
  expect(slotsOf(moment('2026-11-23 16:00'), moment('2027-11-23 16:00'))).toHaveLength(SLOTS.length);
});
