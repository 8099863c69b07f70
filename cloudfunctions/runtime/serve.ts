/**
 * How a function answers: parse, know who, run, reply. Accepts both shapes of a call (an event from the mini-program,
 * an HTTP request) and never lets an error out: a refusal is a code and a sentence, anything else is a bug that is
 * logged with its request id while the person reads one calm line.
 */
import type * as z from 'zod/mini';
import { ACTIONS, type ActionName, type Answer, type Input, type Outputs } from '@/contract';
import { sayField } from '@/contract/fields';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import * as clock from './clock';
import { callerOf } from './cloud';
import { countCode } from './codes';
import { noteDeed } from './deeds';
import { personIdOf } from './digest';
import { isHttp, receive, refusalOf, requestIdOf } from './envelope';
import { missed, within } from './flood';
import { log } from './log';
import { actorOf } from './people';
import { sentOf } from './submit';
import { judged, toLookAt } from './words';

export interface Call {
  readonly now: number;
  /** WeChat's identity; '' for nobody. */
  readonly openid: string;
  /** A digest of the whole input, for actions that take a key; '' for others. */
  readonly sent: string;
}
export type Signed = Call & { readonly actor: Actor & { readonly phone: string } };

type Run<A extends ActionName> = (input: Input<A>, call: Call) => Promise<Outputs[A]>;
export type Handlers = { readonly [A in ActionName]: Run<A> };

/** An action for people who are known: refuses an empty identity before anything is read. */
export function signed<A extends ActionName>(
  run: (input: Input<A>, call: Signed) => Promise<Outputs[A]>,
): Run<A> {
  return async (input, call) => run(input, { ...call, actor: await actorOf(call.openid) });
}

/** The `main` of a function that answers phones. Never rejects. */
export function serve(handlers: Handlers) {
  return async (event: unknown, context: unknown): Promise<unknown> => {
    const answer = await respond(handlers, event, context);
    if (!isHttp(event)) return answer;
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return { statusCode: 200, headers, body: JSON.stringify(answer) };
  };
}

async function respond(handlers: Handlers, event: unknown, context: unknown): Promise<Answer<unknown>> {
  const started = performance.now();
  const requestId = requestIdOf(context);
  const now = clock.now();
  let by = '';
  let called: unknown;
  const line = (code: string) => {
    const ms = Math.round(performance.now() - started);
    log('info', { what: 'call', requestId, action: nameOf(called), code, by, ms });
    return countCode(code, now);
  };
  try {
    const { action, input } = receive(event);
    called = action;
    if (!isAction(action)) throw new Refusal('UNKNOWN_ACTION');
    const openid = callerOf(context);
    by = openid && personIdOf(openid);
    const parsed = parse(action, input);
    const data = await carryOut(handlers, action, parsed, { now, openid, sent: sentOf(parsed), by });
    await line('ok');
    return { ok: true, now, data };
  } catch (error) {
    const { code, details, message } = refusalOf(error, { requestId, action: nameOf(called) });
    await line(code);
    return { ok: false, now, code, message, details, requestId };
  }
}

/** Runs an action within its limits, and writes it down where it is a deed, whether it went through or was refused. */
async function carryOut(
  handlers: Handlers,
  action: ActionName,
  input: unknown,
  { by, ...call }: Call & { readonly by: string },
): Promise<unknown> {
  const run = handlers[action] as (input: unknown, call: Call) => Promise<unknown>;
  const deed = (result: string) => noteDeed(action, input, { by, at: call.now, result });
  let data: unknown;
  try {
    if (by) await within(action, input, by, call.openid, call.now);
    const words = by ? await judged(action, input, call.openid) : 'pass';
    data = await run(input, call);
    await toLookAt(action, words, data, { by, at: call.now });
  } catch (error) {
    if (error instanceof Refusal) {
      await deed(error.code);
      if (error.code === 'NOT_FOUND') await missed(by, call.openid, call.now);
    }
    throw error;
  }
  await deed('ok');
  return data;
}

/** Parses an input with its action's schema, or refuses BAD_INPUT with the field and what is wrong with it. */
function parse(action: ActionName, input: unknown): unknown {
  const parsed = (ACTIONS[action] as z.ZodMiniType).safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = (issue?.path ?? []).join('.');
  const refusal = new Refusal('BAD_INPUT', { field });
  refusal.message = sayField(field, issue?.message ?? '') ?? refusal.message;
  throw refusal;
}

/** For logs: an action that there is, and never what somebody put in its place. */
const nameOf = (action: unknown): string => (isAction(action) ? action : 'unknown');

function isAction(action: unknown): action is ActionName {
  return typeof action === 'string' && Object.hasOwn(ACTIONS, action);
}
