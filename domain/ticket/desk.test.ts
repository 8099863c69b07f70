import { inState } from '@/test/builders/ticket';
import { hou, qian, shu, sun, TOWN } from '@/test/builders/town';
import { asOfToday, standsIn } from './desk';
import { ticketFlow } from './flow';

const ticket = { ...inState('submitted'), desk: ['s_hou', 's_sun', 's_shu'] };

test('who stands in for the desk is named by the ticket and leads the place or a unit of it today', () => {
  expect(standsIn(ticket, sun.staff!)).toBe(true);
  expect(standsIn(ticket, shu.staff!)).toBe(true);
  expect(standsIn(ticket, hou.staff!)).toBe(false);
  expect(standsIn({ ...ticket, desk: [] }, sun.staff!)).toBe(false);
});

test('who once was the desk is nobody in the case with another post', () => {
  const moved = { ...qian, staff: { ...qian.staff!, posts: hou.staff!.posts } };
  expect(ticketFlow.rolesOf({ ...ticket, desk: ['s_qian'] }, moved)).toEqual([]);
});

test('the desk and the leaders are those of today', () => {
  expect(asOfToday({ ...ticket, leaders: ['s_gone'] }, TOWN)).toMatchObject({
    desk: ['s_qian'],
    leaders: ['s_shu'],
  });
});
