/**
 * A key is its content. A phone names every submit with a key of its own and sends it again until it hears an answer. The
 * same key with the same content is the same submit: it is answered with what it has become, whoever was faster. The same
 * key with anything else (another move, other words, another photo) is refused (KEY_REUSED): answered as a repeat, it
 * would seem to be done and would be lost.
 *
 * What is compared is a digest of the whole input as it was parsed, which `serve` hands to every action that takes a key:
 * its fields stand in the order of the schema, so the order in which a phone wrote them does not matter. The digest is
 * kept beside the key, in the entry of the history or in what was opened. Costs no call.
 */
import type { Actor } from '@/domain/flow/actor';
import type { Case, Happened } from '@/domain/flow/flow';
import { Refusal } from '@/domain/flow/refusal';
import { isSame } from '@/domain/flow/same-person';
import type { Cases } from './cases';
import { digest } from './digest';

export interface Submit {
  readonly key?: string | undefined;
  /** The digest of its content. */
  readonly sent?: string | undefined;
  readonly move: string;
  readonly actor: Actor;
}

/** The digest of an input that was parsed; '' for one without a key. */
export function sentOf(input: unknown): string {
  const keyed = typeof input === 'object' && input !== null && 'key' in input;
  return keyed ? digest(JSON.stringify(input)) : '';
}

/** What this person has done with this key before; undefined when nothing. */
export function entryOf({ history }: Pick<Case, 'history'>, { key, actor }: Submit): Happened | undefined {
  return key ? history.find((entry) => entry.key === key && isSame(actor, entry.by.id)) : undefined;
}

/** Is it the same submit once more? Refuses KEY_REUSED what only bears the same key. */
export function isRepeat(subject: Pick<Case, 'history'>, submit: Submit): boolean {
  const first = entryOf(subject, submit);
  if (!first) return false;
  // Entries that were made before digests were kept are known by their move alone.
  if (first.move !== submit.move) throw new Refusal('KEY_REUSED', { field: 'key' });
  requireSame(first, submit.sent);
  return true;
}

/** Refuses KEY_REUSED when other content is kept under this key; what was kept before digests were is taken as the same. */
export function requireSame(
  { sent: kept, history }: { readonly sent?: string | undefined; readonly history?: readonly Happened[] },
  sent: string | undefined,
): void {
  const first = kept ?? history?.[0]?.sent;
  if (first !== undefined && first !== sent) throw new Refusal('KEY_REUSED', { field: 'key' });
}

/**
 * Saves what `decide` makes of a case, once for each submit: a repeat gets the case as it is. When somebody was faster,
 * that somebody may have been this very submit, sent twice.
 */
export async function once<C extends Case>(
  cases: Cases<C>,
  found: C,
  submit: Submit,
  decide: (subject: C) => C,
): Promise<C> {
  if (isRepeat(found, submit)) return found;
  return cases.change(found, decide, (current) => isRepeat(current, submit));
}
