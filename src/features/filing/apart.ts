/** Parts of the form that few requests need: fetched when one does. */
import { Bone } from '@/src/ui';
import { apart } from '@/src/ui/apart';

export const FilingAgainst = apart(() => import('./filing-against').then((part) => part.FilingAgainst), Bone);
export const FilingSimilar = apart(() => import('./filing-similar').then((part) => part.FilingSimilar));
