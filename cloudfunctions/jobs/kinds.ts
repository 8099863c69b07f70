/** Every kind of case that the timer serves. A new mechanism is one entry here. */
import { CLOCK } from '@/domain/flow/actor';
import { ticketFlow } from '@/domain/ticket/flow';
import { wishFlow } from '@/domain/wish/flow';
import { calendarFor, tickets } from '../runtime/tickets';
import { wishes } from '../runtime/wishes';
import { recount } from './recount';
import { STANDING } from './standing';
import { type Sweeper, sweeper } from './sweeper';
import { keepThread } from './thread';

export const KINDS: readonly Sweeper[] = [
  sweeper({
    name: 'tickets',
    cases: tickets,
    flow: ticketFlow,
    async commandFor(ticket, now) {
      const calendar = await calendarFor(ticket);
      return (move) => ({ move, actor: CLOCK, calendar, now });
    },
    before: recount,
    after: keepThread,
  }),
  sweeper({
    name: 'wishes',
    cases: wishes,
    flow: wishFlow,
    commandFor: async (_, now) => (move) => ({ move, actor: CLOCK, now }),
  }),
  ...STANDING,
];
