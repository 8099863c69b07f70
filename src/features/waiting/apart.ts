/** What waits to be sent: fetched when a page that may have it is drawn. */
import { apart } from '@/src/ui/apart';

export const WaitingSlips = apart(() => import('./waiting-slips').then((part) => part.WaitingSlips));
export const WaitingFiled = apart(() => import('./waiting-filed').then((part) => part.WaitingFiled));
export const WaitingMoves = apart(() => import('./waiting-moves').then((part) => part.WaitingMoves));

/** Fetches it before the network goes: a form draws it only once there is none. */
export const readAhead = (): void => void import('./waiting-filed').catch(() => undefined);
export const WaitingWork = apart(() => import('./waiting-work').then((part) => part.WaitingWork));
