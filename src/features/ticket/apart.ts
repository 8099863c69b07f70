/** Parts of a request that few requests have: fetched when one has them. */
import { apart } from '@/src/ui/apart';

export const TicketJoint = apart(() => import('./ticket-joint').then((part) => part.TicketJoint));
export const TicketSealed = apart(() => import('./ticket-sealed').then((part) => part.TicketSealed));
export const TicketThread = apart(() => import('./ticket-thread').then((part) => part.TicketThread));
