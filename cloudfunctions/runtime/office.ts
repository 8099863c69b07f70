/** The work identity that an action needs, or the refusal. What it may is said by `domain/org/policy`. */
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { type Deed, may, partsOf } from '@/domain/org/policy';

/** Somebody who works here today; refuses STAFF_ONLY. */
export function requireStaff(staff: Staff | null): Staff {
  if (!staff) throw new Refusal('STAFF_ONLY');
  return staff;
}

/** Somebody who may do this with all of their own area, or of `path`; refuses STAFF_ONLY, NOT_ALLOWED. */
export function requireMay(staff: Staff | null, deed: Deed, path?: string): Staff {
  const known = requireStaff(staff);
  if (!may(known, deed, path ?? known.area)) throw new Refusal('NOT_ALLOWED');
  return known;
}

/** The parts of their area for which somebody may do this; refuses STAFF_ONLY, and NOT_ALLOWED who may nowhere. */
export function requireParts(staff: Staff | null, deed: Deed): { staff: Staff; parts: readonly string[] } {
  const known = requireStaff(staff);
  const parts = partsOf(known, deed, known.area);
  if (parts.length === 0) throw new Refusal('NOT_ALLOWED');
  return { staff: known, parts };
}
