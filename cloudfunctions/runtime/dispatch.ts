/** Who is chosen: the rules of `domain/org/dispatch` with what each candidate has in hand. */
import { Refusal } from '@/domain/flow/refusal';
import { answerableNow, assign, assignable, candidatesOf, type Subject } from '@/domain/org/dispatch';
import type { Area } from '@/domain/org/org';
import type { Chosen } from '@/domain/ticket/command';
import { standingsOf } from './tickets';

/** The person who gets it now and why, or null for the pool; never one of `except`. One call when there is a choice. */
export async function choose(
  home: Area,
  subject: Subject,
  path: string,
  now: number,
  except: readonly string[],
): Promise<Chosen | null> {
  const target = answerableNow(home, subject, path, now, except);
  if (!target) return null;
  const candidates = candidatesOf(home, target, now, except).map((person) => person.id);
  const standings = await standingsOf(candidates, { path, now });
  const chosen = assign(home, target, now, standings, except);
  const unit = home.units.find((candidate) => candidate.id === target.post.unit);
  return chosen && unit ? { ...chosen, unit } : null;
}

/** The post and its holder that somebody named by hand; refuses ASSIGNEE_UNKNOWN when they are not on duty there. */
export function named(
  home: Area,
  path: string,
  wanted: { post: string; person: string },
  now: number,
): Chosen {
  const found = assignable(home, path, now).find(
    ({ post, person }) => post.id === wanted.post && person.id === wanted.person,
  );
  const unit = found && home.units.find((candidate) => candidate.id === found.post.unit);
  if (!found || !unit) throw new Refusal('ASSIGNEE_UNKNOWN');
  return { ...found, unit, why: { rule: 'by-hand', clause: '', post: found.post.name, load: 0, among: 1 } };
}
