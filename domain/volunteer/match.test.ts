import { moment } from '../time/day';
import { match, type Need, type Offer } from './match';
import { SLOTS, slotAt, slotsOf } from './skills';

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
