/**
 * Whose a certificate is (民政部令67 §7: the record names the volunteer by their real name, which they registered under). It
 * names the person of the record, as the lines stand, and never what a profile says at the moment: hours written down
 * under one name are certified under no other, unless the desk has seen an identity card and says that both are one person.
 */
import type { Actor } from '../flow/actor';
import type { Participation } from './participation';

/** Names and titles are one line each on paper, whatever was stored once. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Names under which lines are this person's: what they registered under, and what the desk has seen to be theirs. */
export function namesOn({ name, staff, volunteer }: Omit<Actor, 'id'>): string[] {
  const own = staff ? [name] : [];
  const registered = volunteer?.name ? [volunteer.name, ...(volunteer.names ?? [])] : [];
  return [...new Set([...own, ...registered].map(onOneLine))].filter(Boolean);
}

/**
 * The name to certify these lines under, or null when they are not all of one name that is this person's. Who registered
 * before names were kept, or is no volunteer any more, is named by the lines alone, which must agree.
 */
export function nameFor(
  lines: readonly Pick<Participation, 'name'>[],
  actor: Omit<Actor, 'id'>,
): string | null {
  const written = [...new Set(lines.map(({ name }) => onOneLine(name)))].filter(Boolean);
  const [first] = written;
  const known = actor.volunteer?.name ? namesOn(actor) : [];
  if (known.length === 0) return written.length === 1 ? (first ?? null) : null;
  // who works here is named by the roster where the record says so, too
  const seen = actor.staff && written.includes(onOneLine(actor.name)) ? actor.name : actor.volunteer?.name;
  return written.every((name) => known.includes(name)) ? onOneLine(seen ?? '') : null;
}
