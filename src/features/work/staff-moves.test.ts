import { LIFECYCLE, MOVES } from '@/domain/ticket/lifecycle';
import { layOut } from './staff-moves';

test('one way forward is the big button, one aside stands beside it, the rest are rows', () => {
  expect(layOut(['ask', 'resolve', 'note'])).toEqual({
    main: 'resolve',
    other: 'ask',
    rest: ['note'],
    asResident: false,
  });
  expect(layOut(['return', 'sign', 'transfer', 'note']).rest).toEqual(['transfer', 'note']);
});

test('who may only look has no button', () => {
  expect(layOut([])).toEqual({ main: null, other: null, rest: [], asResident: false });
});

test('no move of the table that a person of the staff makes is forgotten', () => {
  const staff = MOVES.filter((move) =>
    LIFECYCLE[move].by.some((role) => role !== 'reporter' && role !== 'clock'),
  );
  for (const move of staff) {
    const { main, other } = layOut([move]);
    expect([main, other]).toContain(move);
  }
});

test('what only a reporter does is offered on the resident’s side', () => {
  expect(layOut(['rate', 'note']).asResident).toBe(true);
});
