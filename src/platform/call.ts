/** The one port to the cloud. */
import type { ActionName, Actions, Answer } from '@/contract';
import { offline } from './later';
import { noteServerTime } from './now';
import { transport } from './transport';

/** An expected "no" of the cloud: a code for programs, a Chinese sentence for people. Sending again changes nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** No answer: offline, too slow, or not from our cloud. It may have been done: send again with the same client key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor() {
    super('网络不通，您填的内容还在，请稍后再试一次');
  }
}

/** Longer than the function's own limit, so that its answer wins. Milliseconds. */
const PATIENCE = 25_000;
/** What only reads may be asked again: where the signal is weak, the last answer is better than none. Milliseconds. */
const READING = 10_000;

/** When an answer was given that is only remembered (ms of this phone); undefined for a fresh one. */
export const asOf = (data: unknown): number | undefined => remembered.get(data as object);
const remembered = new WeakMap<object, number>();

/**
 * Does one action in the cloud. Throws Refused or Unreachable, nothing else. Without a network, what is read every day
 * is answered as it was last: `asOf` tells.
 */
export async function call<A extends ActionName>(
  action: A,
  input: Actions[A]['in'],
): Promise<Actions[A]['out']> {
  let answer: Answer<unknown>;
  try {
    answer = await withinPatience(
      transport(action, input),
      /\.(read|list|open)$/.test(action) ? READING : PATIENCE,
    );
  } catch (error) {
    const last = await offline().then(
      ({ memory }) => memory.last(action, input),
      () => null,
    );
    if (!last) throw error;
    remembered.set(last.data as object, last.at);
    return last.data as Actions[A]['out'];
  }
  noteServerTime(answer.now);
  if (!answer.ok) throw new Refused(answer.code, answer.message, answer.details);
  const { data } = answer;
  void offline().then(
    ({ memory }) => memory.note(action, input, data),
    () => undefined,
  );
  return data as Actions[A]['out'];
}

async function withinPatience(sent: Promise<unknown>, patience: number): Promise<Answer<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    const answer = await Promise.race([sent, late]);
    if (isAnswer(answer)) return answer;
  } catch {
    // every way of not being answered is the same to a person
  } finally {
    clearTimeout(timer);
  }
  throw new Unreachable();
}

function isAnswer(thing: unknown): thing is Answer<unknown> {
  return typeof thing === 'object' && thing !== null && 'ok' in thing && 'now' in thing;
}

/** One Chinese sentence for whatever was thrown. What is neither Refused nor Unreachable is a bug: it is logged. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Unreachable) return error.message;
  console.error(error);
  return '系统出了点问题，您填写的内容还在，请稍后再试';
}
