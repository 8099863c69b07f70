/**
 * Telling people what was promised to them. The list in the app is the ground truth; a WeChat message is sent beside
 * it where a template is set up and the person's message budget has one for it. Delivering twice leaves one notice and
 * spends one consent.
 */

import { sayActivityNotice } from '@/domain/activity/words';
import { fieldsOf, PLAN, type Template } from '@/domain/budget/budget';
import { pageOf } from '@/domain/budget/page';
import type { Case, Promised } from '@/domain/flow/flow';
import { sayHonourNotice } from '@/domain/honour/words';
import { sayPersonNotice } from '@/domain/person/words';
import { sayPointsNotice } from '@/domain/points/words';
import { sayNotice } from '@/domain/ticket/words';
import { timeName } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';
import { sayWishNotice } from '@/domain/wish/words';
import { lose, spendOn } from './budget';
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

/** Delivers everything in an outbox: one insert, and a WeChat message where one is due. */
export async function deliver(subject: Pick<Case, '_id' | 'outbox'>): Promise<void> {
  await putNotices(subject.outbox.map((promised) => noticeOf(subject, promised)));
}

/** Puts notices into the lists of those they are for, and sends what the budget allows; an id that is there stays as it is. */
export async function putNotices(notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  try {
    await db.collection('notices').add([...notices]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const notice of notices) await addOnce(notice);
  }
  const ids = templateIds();
  if (Object.keys(ids).length === 0) return;
  for (const notice of notices) await sendToWeChat(notice, ids);
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

/** Takes notices of these kinds out of a person's list; one indexed call. */
export async function takeBackNotices(person: string, kinds: readonly string[]): Promise<void> {
  await db
    .collection('notices')
    .where({ ...only({ to: person }), kind: command.in([...kinds]) })
    .remove();
}

function noticeOf(subject: Pick<Case, '_id'>, { to, at, kind, about }: Promised): Notice {
  // Two things of one kind may happen to one account in the same sweep: what they are about tells them apart.
  const _id = `n${digest(subject._id, String(at), kind, to, String(about.id))}`;
  return { _id, to, at, kind, about };
}

async function addOnce(notice: Notice): Promise<void> {
  try {
    await db.collection('notices').add(notice);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** `YIMA_TEMPLATES` is JSON: our name of a template → WeChat's id. Empty where there is no WeChat account. */
export function templateIds(): Readonly<Partial<Record<Template, string>>> {
  return JSON.parse(process.env.YIMA_TEMPLATES || '{}') as Partial<Record<Template, string>>;
}

/** Sends a message if the plan spends one on this notice and one is left. The consent is used up before it leaves. */
async function sendToWeChat(
  { _id, to, kind, at, about }: Notice,
  ids: ReturnType<typeof templateIds>,
): Promise<void> {
  const planned = Object.hasOwn(PLAN, kind) ? PLAN[kind]?.template : undefined;
  if (!planned || !ids[planned] || !to.startsWith('u_')) return;
  const template = await spendOn(to, kind, _id, at);
  if (!template) return;
  try {
    const openid = await openidOf(to);
    if (!openid) return;
    const what = String(about.service);
    const answer = await app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      cgiName: 'commrpcv2',
      requestData: {
        touser: openid,
        template_id: ids[template],
        page: pageOf(kind, String(about.id), false),
        data: fieldsOf({
          what,
          no: String(about.no),
          when: `${sayDate(at, 0)} ${timeName(at)}`,
          words: wordsOf({ kind, about }),
        }),
      },
    });
    // WeChat answers with its own code where it refuses: 43101 is that it knows of no consent.
    const { errcode = 0 } = (answer as { result?: { errcode?: number } }).result ?? {};
    if (errcode === NO_CONSENT) await lose(to, template, _id, at);
    if (errcode !== 0) warn(kind, errcode);
  } catch (error) {
    // A message is a courtesy: an outage must not hold up the clock.
    warn(kind, (error as { code?: string }).code ?? 'unknown');
  }
}

const NO_CONSENT = 43101;

function warn(kind: string, code: string | number): void {
  console.warn(JSON.stringify({ level: 'warn', what: 'wechat', kind, code }));
}

/** One notice in words, whatever it is about. A new mechanism brings its own words and a line here. */
export function wordsOf({ kind, about }: Pick<Notice, 'kind' | 'about'>): string {
  const name = String(about.service);
  const said =
    sayPersonNotice(kind, name) ??
    sayWishNotice(kind, name) ??
    sayActivityNotice(kind, name) ??
    sayPointsNotice(kind, name) ??
    sayHonourNotice(kind, name);
  return said ?? sayNotice(kind, name);
}
