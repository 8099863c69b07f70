/** What the clock may not do before its moment, and small print of verdicts and holds. */
import { CLOCK } from '@/domain/flow/actor';
import { HOUR } from '@/domain/time/day';
import { filed, inState, moved, START } from '@/test/builders/ticket';
import { lin } from '@/test/builders/town';

test('the clock does nothing for which nothing is due', () => {
  const early = START + HOUR;
  const nothing = '现在还没有到时间的事';
  const told = moved(moved(filed(), 'nudge', CLOCK, early), 'slip', CLOCK, early);
  expect(() => moved({ ...told, nudgeAt: null }, 'nudge', CLOCK, early)).toThrow(nothing);
  expect(() => moved({ ...told, slipAt: null }, 'slip', CLOCK, early)).toThrow(nothing);
  const working = inState('working');
  for (const move of ['measureLate', 'unmet'] as const)
    expect(() => moved(working, move, CLOCK, working.updatedAt + HOUR)).toThrow(nothing);
});

test('while it is held the unit’s clock stands, and says why', () => {
  const { unit, resident } = inState('on_hold').clocks;
  expect(unit?.pauses.at(-1)).toMatchObject({ to: null, why: 'hold' });
  // the resident waits, whatever was agreed
  expect(resident.pauses).toEqual([]);
});

test('one reason that is known is reason enough', () => {
  const ticket = inState('resolved');
  const at = ticket.updatedAt + HOUR;
  const given = { level: 2 as const, reasons: ['slow', 'unheard-of'] as never };
  expect(moved(ticket, 'rate', lin, at, given).ratings).toHaveLength(1);
  const unknown = { level: 2 as const, reasons: ['unheard-of'] as never };
  expect(() => moved(ticket, 'rate', lin, at, unknown)).toThrow('哪里没办好');
});
