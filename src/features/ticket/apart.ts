/** Parts of a request that few requests have: fetched when one has them. */
import { Bone } from '@/src/ui';
import { apart } from '@/src/ui/apart';

export const TicketJoint = apart(() => import('./ticket-joint').then((part) => part.TicketJoint), Bone);
export const TicketSealed = apart(() => import('./ticket-sealed').then((part) => part.TicketSealed), Bone);
export const TicketThread = apart(() => import('./ticket-thread').then((part) => part.TicketThread), Bone);
export const MySheet = apart(() => import('./my-sheet').then((part) => part.MySheet));

/** Fetches the sheets before the network goes. */
export const readAhead = (): void => void import('./my-sheet').catch(() => undefined);
