/** Deterministic names: the same thing said twice gets the same id, so the second meets the first. */
import { createHash } from 'node:crypto';
import { base32 } from './scene';

/** A hex digest of the parts, 24 characters: 96 bits, enough that two never meet. */
export function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 24);
}

/** A resident's id: says nothing about the WeChat identity it was made from. */
export const personIdOf = (openid: string): string => `u_${digest('person', openid)}`;

/** A ticket's id, from who sent it and the key of the submit. */
export const ticketIdOf = (person: string, key: string): string => `t${digest('ticket', person, key)}`;

/** The number people say on the phone: `T1122-7KQ4M`. For display; never used to look anything up. */
export function ticketNo(id: string, now: number): string {
  const day = new Date(now + 8 * 3_600_000).toISOString().slice(5, 10).replace('-', '');
  const letters = base32(createHash('sha256').update(id).digest().subarray(0, 5)).slice(0, 5);
  return `T${day}-${letters.toUpperCase()}`;
}

/** A volunteer's number, for certificates: `V7KQ4M2XD`. Says nothing about the person. */
export function volunteerNo(person: string): string {
  return `V${base32(createHash('sha256').update(`volunteer:${person}`).digest().subarray(0, 5)).toUpperCase()}`;
}
