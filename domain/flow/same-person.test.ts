import { type Actor, CLOCK, type Staff } from './actor';
import { hasPart, idsOf, isAtWork, isOwn, isSame, onceOf } from './same-person';

const staff: Staff = { id: 's_qian', area: 'a/', phone: '', posts: [], leads: [] };
const resident: Actor = { id: 'u_lin', name: '', staff: null };
const today: Actor = { id: 'u_new', name: '', staff, selves: ['u_old'] };
const before: Actor = { id: 'u_old', name: '', staff: null, selves: ['s_qian', 'u_new'] };

test('a human being has all their ids, the clock has none', () => {
  expect(idsOf(resident)).toEqual(['u_lin']);
  expect(idsOf(today).toSorted()).toEqual(['s_qian', 'u_new', 'u_old']);
  expect(idsOf(before).toSorted()).toEqual(idsOf(today).toSorted());
  expect(idsOf(CLOCK)).toEqual([]);
});

test.each([
  ['the person', today, 'u_new', true, true, false],
  ['the work identity', today, 's_qian', true, false, true],
  ['the phone of before', today, 'u_old', true, false, false],
  ['the work identity that was theirs', before, 's_qian', true, false, false],
  ['the phone of today', before, 'u_new', true, false, false],
  ['somebody else', today, 'u_lin', false, false, false],
  ['nobody', today, null, false, false, false],
  ['who was forgotten', { ...resident, id: '' }, '', false, false, false],
] as const)('%s: the same human being, their own case, their work', (_, actor, id, same, own, work) => {
  expect([isSame(actor, id), isOwn(actor, id), isAtWork(actor, id)]).toEqual([same, own, work]);
  expect(hasPart(actor, ['u_other', id])).toBe(same);
});

test('the clock has a part in nothing', () => {
  expect(hasPart({ ...CLOCK, selves: ['u_lin'] }, ['u_lin'])).toBe(false);
});

test('one id counts once, on whichever phone', () => {
  expect([onceOf(today), onceOf(before), onceOf(resident)]).toEqual(['s_qian', 's_qian', 'u_lin']);
  const twice = { ...today, selves: ['s_anton', 'u_old'] };
  expect(onceOf(twice)).toBe(onceOf({ ...before, selves: ['s_qian', 's_anton'] }));
});
