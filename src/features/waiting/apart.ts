/** What waits to be sent: fetched when a page that may have it is drawn. */
import { apart } from '@/src/ui/apart';

export const WaitingSlips = apart(() => import('./waiting-slips').then((part) => part.WaitingSlips));
export const WaitingFiled = apart(() => import('./waiting-filed').then((part) => part.WaitingFiled));
export const WaitingMoves = apart(() => import('./waiting-moves').then((part) => part.WaitingMoves));
