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

test('what somebody asked for is decided first; the usual way forward becomes a row', () => {
  expect(layOut(['dispatch', 'urgency', 'grant', 'deny'])).toEqual({
    main: 'grant',
    other: 'deny',
    rest: ['dispatch', 'urgency'],
    asResident: false,
  });
});

test('each state of the work has its way forward', () => {
  expect(layOut(['rule', 'urgency']).main).toBe('rule');
  expect(layOut(['resume', 'note']).main).toBe('resume');
  expect(layOut(['call', 'note']).main).toBe('call');
});

test('waiting, more time, another hurry and a refusal are never urged: they are rows even when alone', () => {
  expect(layOut(['decline', 'urgency', 'extend', 'hold'])).toEqual({
    main: null,
    other: null,
    rest: ['hold', 'extend', 'urgency', 'decline'],
    asResident: false,
  });
});

test('who may only look has no button', () => {
  expect(layOut([])).toEqual({ main: null, other: null, rest: [], asResident: false });
});

test('no move of the table that a person of the staff makes is forgotten', () => {
  const staff = MOVES.filter((move) =>
    LIFECYCLE[move].by.some((role) => role !== 'reporter' && role !== 'clock'),
  );
  const { main, other, rest } = layOut(staff);
  expect([main, other, ...rest].sort()).toEqual([...staff].sort());
});

test('somebody’s own part of a common matter is their way forward; a meeting stands beside the result', () => {
  expect(layOut(['measure', 'note'])).toMatchObject({ main: 'measure', other: 'note' });
  expect(layOut(['resolve', 'ask', 'meet', 'note'])).toMatchObject({ main: 'resolve', other: 'meet' });
});

test('taking up again is the office’s row, and the resident’s on the resident’s side', () => {
  expect(layOut(['reopen', 'look'])).toMatchObject({ rest: ['look', 'reopen'], asResident: false });
  expect(layOut(['reopen'], true)).toMatchObject({ rest: [], asResident: true });
});

test('what only a reporter does is offered on the resident’s side', () => {
  expect(layOut(['rate', 'note']).asResident).toBe(true);
  expect(layOut(['object']).asResident).toBe(true);
});
