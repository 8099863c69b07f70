/**
 * The one door to CloudBase. The environment of the call decides where it leads: the real cloud, or the emulator on
 * a laptop; this code cannot tell and need not.
 */
import tcb from '@cloudbase/node-sdk';

export const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 5000 });
export const db = app.database();
export const command = db.command;

/** One answer for a document that exists, and null for one that does not. */
export async function readDocument<T>(collection: string, id: string): Promise<T | null> {
  const { data } = await db.collection(collection).doc(id).get();
  return (data[0] as T | undefined) ?? null;
}

/** A condition never holds undefined: the SDK would drop it silently, and "mine" would become "everybody's". */
export function only<T extends Record<string, unknown>>(condition: T): T {
  for (const [field, value] of Object.entries(condition)) {
    if (value === undefined || value === '') throw new Error(`empty condition on ${field}`);
  }
  return condition;
}

/** The document was there already. Real environments answer in two ways (reference: error codes of CloudBase). */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000/.test(message ?? '');
}

/** Nobody knows whether it happened: the network or the service gave out. The same call may be made again. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  const known = [
    'ECONNRESET',
    'ECONNREFUSED',
    'ESOCKETTIMEDOUT',
    'ETIMEDOUT',
    'EPIPE',
    'DATABASE_TIMEOUT',
    // Somebody else holds the document; nothing was done, and the next try finds it free.
    'DATABASE_TRANSACTION_CONFLICT',
    'DATABASE_TRANSACTION_FAIL',
    'SYS_ERR',
  ];
  return (
    known.includes(String(code)) ||
    String(code).startsWith('EXCEED_') ||
    error instanceof SyntaxError ||
    /socket hang up/.test(message ?? '')
  );
}

/** Who calls, as the platform says it; '' when there is no WeChat identity. Never read from the event. */
export function callerOf(context: unknown): string {
  const environment = tcb.getCloudbaseContext(context as Parameters<typeof tcb.getCloudbaseContext>[0]);
  return environment.WX_OPENID ?? '';
}

/**
 * What caused an event, as the platform says it and never the event, which whoever calls may write: the timer, a person
 * (of WeChat or of any other login, also an anonymous one), or neither: another function, HTTP access, a server's key.
 */
export function causeOf(context: unknown): 'timer' | 'person' | 'machine' {
  const { TRIGGER_SRC, TCB_SOURCE, ...named } = said(context);
  if (PERSONAL.some((name) => named[name])) return 'person';
  return TRIGGER_SRC === 'timer' || TCB_SOURCE === 'wx_trigger' ? 'timer' : 'machine';
}

const PERSONAL = ['WX_OPENID', 'TCB_UUID', 'TCB_CUSTOM_USER_ID', 'TCB_ISANONYMOUS_USER'];

/** The platform's variables of one event. A context without any, which the SDK refuses, leaves those of the process. */
function said(context: unknown): Readonly<Record<string, unknown>> {
  try {
    return { ...tcb.getCloudbaseContext(context as Parameters<typeof tcb.getCloudbaseContext>[0]) };
  } catch {
    return { ...tcb.getCloudbaseContext() };
  }
}
