/**
 * Telling people what was promised to them. The list in the app is the ground truth; a WeChat message is sent beside
 * it where a template is set up and the person has consented. Delivering twice leaves one notice.
 */
import type { Case, Promised } from '@/domain/flow/flow';
import { sayNotice } from '@/domain/ticket/words';
import { timeName } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';
import { sayWishNotice } from '@/domain/wish/words';
import { PAGE } from './cases';
import { app, command, db, isDuplicate, only } from './cloud';
import { digest } from './digest';
import { openidOf } from './people';

export interface Notice {
  readonly _id: string;
  readonly to: string;
  readonly at: number;
  readonly kind: string;
  readonly about: Promised['about'];
}

/** Delivers everything in a case's outbox: one insert, and a WeChat message where one is due. */
export async function deliver(subject: Case): Promise<void> {
  const notices = subject.outbox.map((promised) => noticeOf(subject, promised));
  try {
    await db.collection('notices').add(notices);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const notice of notices) await addOnce(notice);
  }
  for (const notice of notices) await sendToWeChat(notice);
}

/** What a person was told, newest first: one call for each of the person's two ids. */
export async function noticesFor(
  ids: readonly string[],
  after: string | undefined,
): Promise<{ rows: Notice[]; next: string | null }> {
  const before = after === undefined ? {} : { at: command.lt(Number(after)) };
  const { data } = await db
    .collection('notices')
    .where(only({ to: ids.length === 1 ? ids[0] : command.in([...ids]), ...before }))
    .orderBy('at', 'desc')
    .limit(PAGE)
    .get();
  const rows = data as Notice[];
  return { rows, next: rows.length === PAGE ? String(rows.at(-1)?.at) : null };
}

function noticeOf(subject: Case, promised: Promised): Notice {
  const _id = `n${digest(subject._id, String(promised.at), promised.kind, promised.to)}`;
  return { _id, to: promised.to, at: promised.at, kind: promised.kind, about: promised.about };
}

async function addOnce(notice: Notice): Promise<void> {
  try {
    await db.collection('notices').add(notice);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** `YIMA_TEMPLATES` is JSON: notice kind → template id. Fields obey WeChat's limits (thing ≤ 20 characters). */
async function sendToWeChat({ to, kind, at, about }: Notice): Promise<void> {
  const templates = JSON.parse(process.env.YIMA_TEMPLATES || '{}') as Record<string, string>;
  const templateId = templates[kind];
  if (!templateId || !to.startsWith('u_')) return;
  try {
    const openid = await openidOf(to);
    if (!openid) return;
    await app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      cgiName: 'commrpcv2',
      requestData: {
        touser: openid,
        templateId,
        page: pageOf(String(about.id)),
        data: {
          thing1: { value: wordsOf({ kind, about }).slice(0, 20) },
          character_string2: { value: String(about.no) },
          time3: { value: `${sayDate(at, 0)} ${timeName(at)}` },
        },
      },
    });
  } catch (error) {
    // A message is a courtesy: no consent (43101) or an outage must not hold up the clock.
    console.warn(
      JSON.stringify({
        level: 'warn',
        what: 'wechat',
        kind,
        code: (error as { code?: string }).code ?? 'unknown',
      }),
    );
  }
}

/** One notice in words, whatever it is about. */
export function wordsOf({ kind, about }: Pick<Notice, 'kind' | 'about'>): string {
  const name = String(about.service);
  return sayWishNotice(kind, name) ?? sayNotice(kind, name);
}

/** Where a message leads: the first letter of an id says what it is. */
function pageOf(id: string): string {
  return `${id.startsWith('w') ? 'pages/volunteer/wish/index' : 'pages/resident/ticket/index'}?id=${id}`;
}
