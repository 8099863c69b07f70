/**
 * What people wrote, looked at by WeChat (`security.msgSecCheck`, second version) before others see it. On where
 * `YIMA_TEXT_CHECK=on`; the emulator's `npm start` leaves it off. One call of the open API and none of the database.
 *
 * What other residents may see (wishes, activities, honours, names) comes back as a question when it is risky; the phone
 * keeps it. What goes to the staff alone is never refused by a machine: a complaint may have to quote what was said. When
 * the check is down, slow or undecided, everything goes on. All that was not clear is written down as a deed, to be looked at.
 */
import type { ActionName } from '@/contract';
import { Refusal } from '@/domain/flow/refusal';
import { note } from './audit';
import { app } from './cloud';
import { log } from './log';

export type Judgement = 'pass' | 'risky' | 'review' | 'unchecked';

/** Seen by other residents; and by staff alone. */
const OPEN: readonly ActionName[] = [
  'profile.save',
  'wish.post',
  'wish.move',
  'activity.draft',
  'activity.move',
  'record.move',
  'honour.announce',
  'honour.move',
];
const WITHIN: readonly ActionName[] = [
  'ticket.file',
  'ticket.move',
  'conduct.raise',
  'conduct.move',
  'points.appeal',
];
/** Where people write. Addresses, numbers and the names of others are not sent to the check. */
const FIELDS = ['text', 'title', 'object', 'answer'];
/** The check takes so many characters at once. */
const MOST = 2500;
/** Longer than this (ms) nobody waits for it. */
const WAIT = 2000;
/** WeChat's scene: a profile, or something posted. */
const [PROFILE, POSTED] = [1, 4];

/** What WeChat thinks of the words of this call; refuses TEXT_RISKY where others would read them. */
export async function judged(action: ActionName, input: unknown, openid: string): Promise<Judgement> {
  const open = OPEN.includes(action);
  if (process.env.YIMA_TEXT_CHECK !== 'on' || !(open || WITHIN.includes(action))) return 'pass';
  const fields = action === 'profile.save' ? [...FIELDS, 'name'] : FIELDS;
  const content = wordsIn(input, fields).join('\n').slice(0, MOST);
  if (content === '') return 'pass';
  const judgement = await ask(content, openid, action === 'profile.save' ? PROFILE : POSTED);
  if (judgement === 'risky' && open) throw new Refusal('TEXT_RISKY', { field: 'text' });
  return judgement;
}

/** Writes down that the words of this call are to be looked at by somebody. Never fails. */
export async function toLookAt(
  action: ActionName,
  judgement: Judgement,
  answer: unknown,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  if (judgement === 'pass') return;
  const { id } = (answer ?? {}) as { id?: unknown };
  const about = { of: action, ...(typeof id === 'string' && { id }) };
  try {
    await note({ at, by, what: 'words', about, result: judgement });
  } catch {
    log('warn', { what: 'words', action, judgement, ...about });
  }
}

async function ask(content: string, openid: string, scene: number): Promise<Judgement> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), WAIT);
  });
  const asked = app.callWxOpenApi({
    apiName: 'security.msgSecCheck',
    cgiName: 'commrpcv2',
    requestData: { version: 2, openid, scene, content },
  });
  try {
    const answer = await Promise.race([asked, late]);
    const { errcode = 0, result } = ((answer as { result?: unknown } | null)?.result ?? { errcode: -1 }) as {
      errcode?: number;
      result?: { suggest?: string };
    };
    const { suggest } = result ?? {};
    if (errcode !== 0 || !suggest) return unchecked(errcode);
    return suggest === 'pass' ? 'pass' : suggest === 'risky' ? 'risky' : 'review';
  } catch (error) {
    return unchecked((error as { code?: string }).code ?? 'unknown');
  } finally {
    clearTimeout(timer);
    asked.catch(() => undefined);
  }
}

function unchecked(code: string | number): Judgement {
  log('warn', { what: 'words', code });
  return 'unchecked';
}

/** Everything written in these fields, however deep. */
function wordsIn(value: unknown, fields: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    typeof inner === 'string' ? (fields.includes(field) && inner ? [inner] : []) : wordsIn(inner, fields),
  );
}
