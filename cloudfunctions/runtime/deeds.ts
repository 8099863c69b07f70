/**
 * Which actions outside cases are written down in the audit log, and what of them: ids and counts, never words. What
 * happens to a case stands in its own history.
 */
import type { ActionName } from '@/contract';
import type { RefusalCode } from '@/domain/flow/refusal';
import { type Deed, note } from './audit';
import { digest } from './digest';

/** Changes of who may do what, and data that leaves in bulk. */
const DEEDS: ReadonlySet<string> = new Set<string>([
  'staff.bind',
  'rights.erase',
  'place.codes',
  'desk.save',
  'desk.absence',
  'desk.leave',
  'desk.holders',
  'desk.closures',
  'desk.saveReplies',
  'enrolment.import',
  'volunteer.list',
  'volunteer.phone',
  'activity.phone',
  'desk.putService',
  'desk.dropService',
  'conduct.person',
  'points.stock',
  'points.saveRules',
  'honour.announce',
  'volunteer.vouch',
  'enrolment.decide',
]);
/** Does this action leave a row in the audit log. */
export const isDeed = (action: ActionName): boolean => DEEDS.has(action);

/** Somebody with a work identity tried what is not theirs. Other refusals are the log's, where a flood costs nothing. */
const TRIED: readonly RefusalCode[] = ['NOT_ALLOWED', 'NOT_FOUND'];

/** Writes an action down if it is one of those; one insert, or none. */
export async function noteDeed(
  action: ActionName,
  input: unknown,
  { by, at, result }: Pick<Deed, 'by' | 'at' | 'result'>,
): Promise<void> {
  if (!DEEDS.has(action) || !by) return;
  if (result !== 'ok' && !TRIED.some((code) => code === result)) return;
  await note({ at, by, what: action, about: aboutOf(input), result });
}

/** Ids, paths and numbers of an input; lists as their length. Text that a person wrote is left out. */
function aboutOf(input: unknown): Deed['about'] {
  const about: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries((input ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'number' || typeof value === 'boolean') about[name] = value;
    else if (Array.isArray(value)) about[name] = value.length;
    // Whoever may ask to be forgotten stands there as a digest.
    else if (typeof value === 'string' && value.startsWith('u_')) about[name] = digest('deed', value);
    else if (typeof value === 'string' && IDS.includes(name) && /^[\w@./:-]{1,80}$/.test(value))
      about[name] = value;
  }
  return about;
}

/** Fields that hold ids; a code of invitation is none of them. */
const IDS = ['id', 'path', 'person', 'post', 'unit', 'area', 'day', 'from', 'until'];
