/**
 * Who may set the jobs going: the timer, as the platform says it, and whoever holds the operator's key. The platform's
 * own rule (`function-rules.json`) keeps phones out before this is asked; it is asked all the same, because a rule can be
 * forgotten, and because what has no identity is not therefore the operator.
 */
import { timingSafeEqual } from 'node:crypto';
import { causeOf } from '../runtime/cloud';
import { digest } from '../runtime/digest';

/** What can be asked for by name. The timer asks for nothing and is given the sweep. */
export const JOBS = ['sweep', 'health', 'recompute', 'upgrade'] as const;
export type Job = (typeof JOBS)[number];

/** A shorter key in the environment is no key: it could be guessed. */
const KEY_MIN = 16;

/** The job that this event may have; null when it may have none. */
export function admit(event: unknown, context: unknown): Job | null {
  const cause = causeOf(context);
  if (cause === 'timer') return 'sweep';
  if (cause === 'person' || typeof event !== 'object' || event === null) return null;
  const { job = 'sweep', key } = event as { job?: unknown; key?: unknown };
  return isOperator(key) ? (JOBS.find((name) => name === job) ?? null) : null;
}

/** Compared as digests, in a time that says nothing of either. */
function isOperator(given: unknown): boolean {
  const key = process.env.YIMA_OPERATOR_KEY ?? '';
  if (key.length < KEY_MIN || typeof given !== 'string') return false;
  return timingSafeEqual(Buffer.from(digest(given)), Buffer.from(digest(key)));
}
