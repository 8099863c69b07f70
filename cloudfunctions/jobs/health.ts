/**
 * Whether all is well, for whoever runs it: the job `health`, with the operator's key. A call per kind
 * of case and eight more; holds no personal data. What to do about each line stands in docs/operations.md.
 */
import { lastWitness } from '../runtime/audit';
import { codesAt, WRONG } from '../runtime/codes';
import { countedAt } from '../runtime/rates';
import { unowned } from '../runtime/tickets';
import { lastBeat } from './beat';
import { KINDS } from './kinds';
import { schemaVersion, VERSION } from './upgrade';

export interface Check {
  readonly what: string;
  /** The same for a page that people read. */
  readonly say: string;
  readonly ok: boolean;
  /** A number is a span in ms. */
  readonly value: number | string;
}
export interface Health {
  readonly ok: boolean;
  readonly at: number;
  readonly checks: readonly Check[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The timer rings once a minute: what is due longer than this is not being looked at. */
const DUE_MAX = 5 * MINUTE;
/** It writes that it rang every five minutes. */
const BEAT_MAX = 12 * MINUTE;
/** Counts and the witness are hourly. */
const HOURLY_MAX = 130 * MINUTE;
/** Of one kind, so many are counted. */
const BACKLOG = 200;
/** One in a hundred calls may find the service out of breath; none may meet a bug. */
const BUSY_SHARE = 0.01;
const KEYS = ['YIMA_AUDIT_KEY'];

export async function health(now: number): Promise<Health> {
  const checks: Check[] = [];
  let untold = now;
  for (const kind of KINDS) {
    const due = await kind.due(now, BACKLOG, 0);
    const since = due[0]?.since ?? now;
    checks.push({
      what: `due ${kind.name}`,
      say: `到点未处理：${kind.name}`,
      ok: now - since <= DUE_MAX,
      value: now - since,
    });
    if (due.length > 0) {
      const value = due.length === BACKLOG ? `${BACKLOG} or more` : String(due.length);
      checks.push({ what: `backlog ${kind.name}`, say: `积压件数：${kind.name}`, ok: true, value });
    }
    untold = Math.min(untold, ...due.filter((each) => each.untold).map((each) => each.since ?? now));
  }
  checks.push({
    what: 'outbox',
    say: '最早一条未送达的通知',
    ok: now - untold <= DUE_MAX,
    value: now - untold,
  });
  checks.push(...(await hourly(now)), await errors(now), await ownerless());
  const version = await schemaVersion();
  checks.push({
    what: 'schema',
    say: '数据版本',
    ok: version === VERSION,
    value: `${version} of ${VERSION}`,
  });
  for (const name of KEYS) {
    const set = Boolean(process.env[name]);
    checks.push({ what: name, say: `密钥 ${name}`, ok: set, value: set ? 'set' : 'missing' });
  }
  return { ok: checks.every((check) => check.ok), at: now, checks };
}

/** What comes round by itself, and when it last did. */
async function hourly(now: number): Promise<Check[]> {
  const rounds = [
    ['last sweep', '上一次定时任务', (await lastBeat())?.at ?? null, BEAT_MAX],
    ['rates counted', '上一次统计', await countedAt(), HOURLY_MAX],
    ['witness', '上一次审计见证', (await lastWitness())?.at ?? null, HOURLY_MAX],
  ] as const;
  return rounds.map(([what, say, at, most]) => ({
    what,
    say,
    ok: at === null || now - at <= most,
    value: at === null ? 'never' : now - at,
  }));
}

/** Open tickets that are nobody's: no desk of their area, town or county may have them. Somebody must be put on a post. */
async function ownerless(): Promise<Check> {
  const numbers = await unowned();
  return {
    what: 'unowned',
    say: '没有人能接的诉求，请上级指定人',
    ok: numbers.length === 0,
    value: numbers.length === 0 ? 'none' : numbers.join(', '),
  };
}

/** Calls that went wrong in this hour and the one before, by code; beside them at least as many went well. */
async function errors(now: number): Promise<Check> {
  const hours = [await codesAt(now - HOUR), await codesAt(now)];
  const of = (code: string) => hours.reduce((sum, hour) => sum + (hour[code] ?? 0), 0);
  const all = hours.flatMap((hour) => Object.values(hour)).reduce((sum, count) => sum + count, 0);
  const named = WRONG.filter((code) => of(code) > 0).map((code) => `${code} ${of(code)}`);
  return {
    what: 'errors',
    say: '两小时内出错的调用',
    ok: of('SOMETHING_WRONG') === 0 && of('BUSY') <= all * BUSY_SHARE,
    value: named.length === 0 ? 'none' : `${named.join(', ')} of ${all}`,
  };
}
