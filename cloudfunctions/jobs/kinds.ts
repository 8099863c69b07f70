/** Every kind of case that the timer serves. A new mechanism is one entry here. */
import { activityFlow } from '@/domain/activity/flow';
import { CLOCK } from '@/domain/flow/actor';
import { factsOfWish } from '@/domain/points/facts';
import { participationFlow } from '@/domain/record/flow';
import { ticketFlow } from '@/domain/ticket/flow';
import { wishFlow, wishOfToday } from '@/domain/wish/flow';
import { activities, hearAll, participations } from '../runtime/activities';
import { area } from '../runtime/directory';
import { credit } from '../runtime/earning';
import { calendarFor, tickets, todayIn } from '../runtime/tickets';
import { offerAround } from '../runtime/wish-offers';
import { keepServed } from '../runtime/wish-served';
import { keepWishThread } from '../runtime/wish-thread';
import { passOver, wishes } from '../runtime/wishes';
import { LEAVING } from './leaving';
import { recount } from './recount';
import { STANDING } from './standing';
import { handOn } from './succession';
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
    before: async (ticket, now) => recount(await handOn(ticket, now), now),
    today: async (ticket) => todayIn(ticket, await area(ticket.orgPath)),
    after: keepThread,
  }),
  sweeper({
    name: 'wishes',
    cases: wishes,
    flow: wishFlow,
    commandFor: async (_, now) => (move) => ({ move, actor: CLOCK, now }),
    before: passOver,
    today: async (wish) => wishOfToday(wish, await area(wish.orgPath)),
    async after(wish, now) {
      await credit(factsOfWish(wish), now);
      await offerAround(wish, now);
      await keepServed(wish);
      return keepWishThread(wish);
    },
  }),
  ...STANDING,
  sweeper({
    name: 'activities',
    cases: activities,
    flow: activityFlow,
    commandFor: async (_, now) => (move) => ({ move, actor: CLOCK, now }),
    before: hearAll,
  }),
  sweeper({
    name: 'participations',
    cases: participations,
    flow: participationFlow,
    commandFor: async (_, now) => (move) => ({ move, actor: CLOCK, now }),
  }),
  LEAVING,
];
