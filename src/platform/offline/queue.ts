/**
 * What waits on this phone to be sent: pure, so that every order of losses can be tried. All moments and spans in ms.
 *
 * Promises: nothing leaves the queue but by an answer or by the person's own word; what belongs to one matter is sent in
 * the order in which it was said; under one client key never two contents, once it may have arrived.
 */
import type { Input } from '@/contract';
import { isLocal, matterOf } from '../local';

/** What is sent. Photos and voice notes that are still on this phone stand among the file ids as `local:…`. */
export type Letter =
  | { readonly action: 'ticket.file'; readonly input: Input<'ticket.file'> }
  | { readonly action: 'ticket.move'; readonly input: Input<'ticket.move'> };

export interface Waiting {
  readonly letter: Letter;
  /** What a person calls it: the service, the ticket. */
  readonly title: string;
  /** What the form held, to be corrected after a refusal; null where the letter says it all. */
  readonly held: unknown;
  readonly since: number;
  readonly tries: number;
  /** Not before. */
  readonly next: number;
  /** It was sent and may have arrived: from now on it stays as it is. */
  readonly asked: boolean;
  /** The cloud said no: the person is asked what to do. */
  readonly refused: null | { readonly code: string; readonly words: string; readonly field?: string };
}
export type Queue = readonly Waiting[];

export const keyOf = ({ letter }: Waiting): string => letter.input.key;
export const voicesOf = ({ letter }: Waiting): readonly string[] => letter.input.voices ?? [];
/** Photos, and then what was said. */
export const filesOf = (waiting: Waiting): readonly string[] => [
  ...(waiting.letter.input.photos ?? []),
  ...voicesOf(waiting),
];
export const hasLocal = (waiting: Waiting): boolean => filesOf(waiting).some(isLocal);

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 5 * 60_000;

/** How long to wait after so many attempts: 5 s, 10 s, 20 s … 5 min. */
export const backoff = (tries: number): number =>
  Math.min(FIRST_WAIT * 2 ** Math.max(0, tries - 1), LONGEST_WAIT);

/** At the end; what is there already under its key stays as it is. */
export function add(queue: Queue, letter: Letter, title: string, held: unknown, now: number): Queue {
  if (queue.some((one) => keyOf(one) === letter.input.key)) return queue;
  const fresh = { letter, title, held, since: now, tries: 0, next: now, asked: false, refused: null };
  return [...queue, fresh];
}

/** The first of each matter: only these may go. A question holds up what was said after it. */
function heads(queue: Queue): Waiting[] {
  const seen = new Set<string>();
  return queue.filter((one) => !seen.has(matterOf(one)) && seen.add(matterOf(one)) && !one.refused);
}

/** What is to be sent now, or null. */
export const due = (queue: Queue, now: number): Waiting | null =>
  heads(queue).find(({ next }) => next <= now) ?? null;

/** When to look again, or null while nothing can go. */
export function wakeAt(queue: Queue): number | null {
  const times = heads(queue).map(({ next }) => next);
  return times.length > 0 ? Math.min(...times) : null;
}

function changed(queue: Queue, key: string, change: (one: Waiting) => Partial<Waiting>): Queue {
  return queue.map((one) => (keyOf(one) === key ? { ...one, ...change(one) } : one));
}

/** The letter with its files as `how` makes them; a list that it has not stays away. */
function withFiles({ letter }: Waiting, how: (files: readonly string[]) => string[]): Partial<Waiting> {
  const { photos, voices } = letter.input;
  const files = { ...(photos && { photos: how(photos) }), ...(voices && { voices: how(voices) }) };
  return { letter: { ...letter, input: { ...letter.input, ...files } } as Letter };
}

/** It goes out now. */
export const asked = (queue: Queue, key: string): Queue => changed(queue, key, () => ({ asked: true }));

/** No answer came, or one that says to come later. */
export const unanswered = (queue: Queue, key: string, now: number): Queue =>
  changed(queue, key, ({ tries }) => ({ tries: tries + 1, next: now + backoff(tries + 1) }));

/** The cloud said no. It has changed nothing there, so what is said anew may say something else. */
export const refusedWith = (queue: Queue, key: string, refused: NonNullable<Waiting['refused']>): Queue =>
  changed(queue, key, () => ({ refused, asked: false }));

/** Answered, or given up by the person. */
export const without = (queue: Queue, key: string): Queue => queue.filter((one) => keyOf(one) !== key);

/** A file has arrived and has its name in the cloud; what the form held calls it by that, too. */
export const fileArrived = (queue: Queue, key: string, ref: string, fileId: string): Queue =>
  changed(queue, key, (one) =>
    one.asked
      ? {}
      : {
          ...withFiles(one, (files) => files.map((each) => (each === ref ? fileId : each))),
          held: JSON.parse(JSON.stringify(one.held).split(JSON.stringify(ref)).join(JSON.stringify(fileId))),
        },
  );

/** This phone has lost a file: the rest goes without it. */
export const fileLost = (queue: Queue, key: string, ref: string): Queue =>
  changed(queue, key, (one) => withFiles(one, (files) => files.filter((each) => each !== ref)));

/** The words first: without the files that have not arrived. Not once it may have arrived as it was. */
export const wordsFirst = (queue: Queue, key: string): Queue =>
  changed(queue, key, (one) =>
    one.asked
      ? {}
      : { ...withFiles(one, (files) => files.filter((each) => !isLocal(each))), refused: null, next: 0 },
  );

/** Once more, at once: one after its question was answered, or all when the network is back. */
export const again = (queue: Queue, key?: string): Queue =>
  queue.map((one) =>
    key === undefined ? { ...one, next: 0 } : keyOf(one) === key ? { ...one, next: 0, refused: null } : one,
  );
