import { pageOf } from './page';

test.each([
  ['resolved', 't1', false, 'pages/resident/ticket/index?id=t1'],
  ['resolved', 't1', true, 'pages/staff/ticket/index?id=t1'],
  // who does not have it any more is led to what they have
  ['taken', 't1', true, 'pages/staff/work/index'],
  ['handed-on', 't1', true, 'pages/staff/work/index'],
  ['activity-changed', 'a1', false, 'pages/volunteer/activity/index?id=a1'],
  ['activity-claimed', 'a1', true, 'pages/staff/activity/index?id=a1'],
  ['wish-offered', 'w1', false, 'pages/volunteer/wish/index?id=w1'],
  // of several wishes that are new at once
  ['wish-fit', '', false, 'pages/volunteer/wall/index'],
  ['points-reversed', 'p1', false, 'pages/volunteer/points/index'],
  ['return-lapsed', 'r1', false, 'pages/volunteer/returns/index'],
  ['conduct-raised', 'c1', false, 'pages/volunteer/conduct/index?id=c1'],
  ['honour-jury', 'h1', true, 'pages/volunteer/honour/index?id=h1'],
  ['resolved', 'a b&c', false, 'pages/resident/ticket/index?id=a%20b%26c'],
])('%s of %j, at work %s: %s', (kind, id, atWork, page) => {
  expect(pageOf(kind, id, atWork)).toBe(page);
});
