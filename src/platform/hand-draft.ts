/** Drafts as they lie on the phone, and laying one there before its form is opened. */
import { clientKey } from './client-key';
import { keep, personal, recall } from './storage';

export interface Kept<T> {
  /** The client key of its submit: sent again after no answer, it is still the same submit. */
  key: string;
  body: T;
  savedAt: number;
  /** Laid there by another form a moment ago: nothing that the person would have to be told of. */
  handed?: true;
}

export const slotOf = (name: string): string => personal(`draft.${name}`);

/**
 * Lays what another form has into the form `name`, before it is opened: over what lay there, under a new key. False,
 * and nothing is changed, when `mustStay` says so of what lies there.
 */
export function handDraft<T extends object>(
  name: string,
  body: Partial<T>,
  mustStay: (there: Partial<T>) => boolean,
): boolean {
  const there = recall<Kept<Partial<T>>>(slotOf(name))?.body;
  if (there && mustStay(there)) return false;
  const handed: Kept<Partial<T>> = {
    key: clientKey(),
    body: { ...there, ...body },
    savedAt: Date.now(),
    handed: true,
  };
  return keep(slotOf(name), handed);
}
