/** The queue on this phone: kept, sent by itself when the network is back, one letter at a time. */
import { onAwake } from '../awake';
import { call, Refused } from '../call';
import { outbox } from '../later';
import { isLocal } from '../local';
import { chosenPersona } from '../personas';
import { forget, keep, personal, recall } from '../storage';
import { upload } from '../upload';
import { uploadVoice } from '../upload-voice';
import {
  add,
  again,
  asked,
  due,
  fileArrived,
  fileLost,
  filesOf,
  keyOf,
  type Letter,
  type Queue,
  refusedWith,
  unanswered,
  voicesOf,
  type Waiting,
  wakeAt,
  without,
  wordsFirst as withWordsFirst,
} from './queue';
import { shelf } from './shelf';

const index = (): string => personal('outbox');
const slot = (key: string): string => personal(`outbox.${key}`);

/** Says "not now" rather than "no": the letter waits on. */
const NOT_NOW: readonly string[] = ['TOO_MANY', 'BUSY', 'SOMETHING_WRONG', 'WHO_ARE_YOU', 'UNKNOWN_ACTION'];

function read(): Queue {
  const keys = recall<string[]>(index()) ?? [];
  return keys.flatMap((key) => recall<Waiting>(slot(key)) ?? []);
}

/** Another window of this browser may have written, so it is read anew before each change. False when the phone refuses. */
function change(how: (queue: Queue) => Queue): boolean {
  const before = read();
  const next = how(before);
  const fresh = next.filter((one) => !before.includes(one));
  const kept = fresh.every((one) => keep(slot(keyOf(one)), one)) && keep(index(), next.map(keyOf));
  if (kept)
    for (const one of before) if (!next.some((each) => keyOf(each) === keyOf(one))) forget(slot(keyOf(one)));
  outbox.set(read());
  return kept;
}

const arrivals = new Map<string, string>();
/** The id of what a letter has become; undefined while it waits. */
export const arrivedAs = (key: string): string | undefined => arrivals.get(key);

/** Keeps a letter and sends it as soon as that is possible. False when this phone cannot keep it: nothing was done. */
export function sendLater(letter: Letter, title: string, held: unknown = null): boolean {
  if (!change((queue) => add(queue, letter, title, held, Date.now()))) return false;
  void send();
  return true;
}

let sending: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what is due. Called again while it runs, it goes on with what came in. */
export function send(): Promise<void> {
  sending ??= sendDue().finally(() => {
    sending = null;
    clearTimeout(timer);
    const at = wakeAt(read());
    if (at !== null) timer = setTimeout(() => void send(), Math.max(500, at - Date.now()));
  });
  return sending;
}

async function sendDue(): Promise<void> {
  for (let one = due(read(), Date.now()); one; one = due(read(), Date.now())) if (!(await sent(one))) return;
}

/** False when there is no network: the others need not be tried. */
async function sent(one: Waiting): Promise<boolean> {
  const key = keyOf(one);
  const who = chosenPersona();
  try {
    for (const ref of filesOf(one).filter(isLocal)) await bring(one, ref);
    const now = read().find((each) => keyOf(each) === key);
    if (!now || now.refused || chosenPersona() !== who) return true;
    change((queue) => asked(queue, key));
    const { action, input } = now.letter;
    const { id } = action === 'ticket.file' ? await call(action, input) : await call(action, input);
    arrivals.set(key, id);
    change((queue) => without(queue, key));
    return true;
  } catch (error) {
    if (chosenPersona() !== who) return false;
    if (error instanceof Refused && !NOT_NOW.includes(error.code)) {
      const { code, message: words, details } = error;
      const field = typeof details.field === 'string' ? details.field : undefined;
      change((queue) => refusedWith(queue, key, { code, words, ...(field && { field }) }));
      return true;
    }
    change((queue) => unanswered(queue, key, Date.now()));
    return false;
  }
}

/** Sends one file that waits here; one that this phone has lost is left out rather than hold up the words. */
async function bring(one: Waiting, ref: string): Promise<void> {
  const key = keyOf(one);
  const kept = await shelf.take(ref);
  if (!kept) return void change((queue) => fileLost(queue, key, ref));
  const fileId = voicesOf(one).includes(ref)
    ? (await uploadVoice(kept, caseOf(one.letter))).fileId
    : await upload(kept, caseOf(one.letter));
  change((queue) => fileArrived(queue, key, ref, fileId));
  await shelf.drop(ref);
}

/** A request has no id yet. */
const caseOf = ({ action, input }: Letter): string | undefined =>
  action === 'ticket.move' ? input.id : undefined;

/** Tries one again, or all of them, now. */
export function retry(key?: string): void {
  change((queue) => again(queue, key));
  void send();
}

/** Sends the words without the files that have not arrived. */
export function wordsFirst(key: string): void {
  change((queue) => withWordsFirst(queue, key));
  void send();
}

/** The person takes it back before it was sent, or has said it anew. Its files go with it unless `keepFiles`. */
export function giveUp(key: string, keepFiles = false): void {
  const one = read().find((each) => keyOf(each) === key);
  change((queue) => without(queue, key));
  if (one && !keepFiles) for (const ref of filesOf(one).filter(isLocal)) void shelf.drop(ref);
  void send();
}

/** Draws what waits for the person who is here now, and sends it. */
export function wake(): void {
  change((queue) => again(queue));
  void send();
}

onAwake(wake);
wake();
