/**
 * Whether all is well, for whoever runs it: `{"job":"health"}` to the jobs function, without an identity. A call per kind
 * of case and two more; holds no personal data. What to do about each line stands in docs/runbook.md.
 */
import { lastWitness } from '../runtime/audit';
import { countedAt } from '../runtime/rates';
import { KINDS } from './kinds';

export interface Health {
  readonly ok: boolean;
  readonly at: number;
  readonly checks: readonly {
    readonly what: string;
    readonly ok: boolean;
    readonly value: number | string;
  }[];
}

const MINUTE = 60_000;
/** The timer rings once a minute: what is due longer than this is not being looked at. */
const DUE_MAX = 5 * MINUTE;
/** Counts and the witness are hourly. */
const HOURLY_MAX = 130 * MINUTE;
const KEYS = ['YIMA_AUDIT_KEY'];

export async function health(now: number): Promise<Health> {
  const checks: Health['checks'][number][] = [];
  for (const kind of KINDS) {
    const [oldest] = await kind.due(now, 1, 0);
    const age = oldest ? now - (oldest.since ?? now) : 0;
    checks.push({ what: `due ${kind.name}`, ok: age <= DUE_MAX, value: age });
  }
  const [counted, seen] = [await countedAt(), (await lastWitness())?.at ?? null];
  for (const [what, at] of [
    ['rates counted', counted],
    ['witness', seen],
  ] as const)
    checks.push({ what, ok: at === null || now - at <= HOURLY_MAX, value: at === null ? 'never' : now - at });
  for (const name of KEYS)
    checks.push({ what: name, ok: Boolean(process.env[name]), value: process.env[name] ? 'set' : 'missing' });
  return { ok: checks.every((check) => check.ok), at: now, checks };
}
