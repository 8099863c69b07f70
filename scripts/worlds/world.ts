/** What a world is: everything `npm run seed` loads, and who may be tried out in the browser. */
import { createHash } from 'node:crypto';
import { base32 } from '@/cloudfunctions/runtime/scene';
import type { Area, Place } from '@/domain/org/org';

/** A door behind which people live. No names: who lives there is nobody's business here. */
export interface Household {
  readonly _id: string;
  readonly orgPath: string;
  readonly door: string;
}

/** A one-time code that binds a WeChat identity to a person of the roster. Only its digest is stored. */
export interface Invitation {
  readonly code: string;
  readonly person: string;
  readonly area: string;
}

/** Somebody to be in the browser, on the emulator only. */
export interface Persona {
  /** The stand-in for a WeChat identity. */
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** The same for who reads no Chinese. */
  readonly english: string;
  readonly group: string;
  /** The person of the roster, for staff. */
  readonly person?: string;
}

export interface World {
  readonly area: Area;
  readonly places: readonly Place[];
  readonly households: readonly Household[];
  readonly invitations: readonly Invitation[];
  readonly personas: readonly Persona[];
}

/** The id of a place code: 10 letters that say nothing, the same each time for the same place. */
export function placeId(world: string, path: string, name: string): string {
  return base32(createHash('sha256').update(`${world}/${path}${name}`).digest().subarray(0, 10)).slice(0, 10);
}

/** The id of a household, the same each time for the same door. */
export function householdId(path: string, door: string): string {
  return `h_${createHash('sha256').update(`${path}${door}`).digest('hex').slice(0, 16)}`;
}

/** Eight letters to be read out on the phone: no I, L, O, U, 0 or 1. `draw` gives a number from 0 to `below` - 1. */
export function invitationCode(draw: (below: number) => number): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 8 }, () => letters[draw(letters.length)]).join('');
}
