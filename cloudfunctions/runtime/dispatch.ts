/** Who is chosen: the rules of `domain/org/dispatch` with what each candidate has in hand. */
import { Refusal } from '@/domain/flow/refusal';
import {
  type Answerable,
  answerableNow,
  assign,
  assignable,
  candidatesOf,
  type Subject,
} from '@/domain/org/dispatch';
import type { Area, Responsibility } from '@/domain/org/org';
import type { Chosen } from '@/domain/ticket/command';
import type { Ticket } from '@/domain/ticket/ticket';
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

/**
 * Who of the same unit takes up what somebody has left: another holder of that post who is on duty, chosen as ever. Null
 * where there is none. One call when there is a choice.
 */
export async function successorOf(
  home: Area,
  { handler, orgPath }: Pick<Ticket, 'handler' | 'orgPath'>,
  now: number,
  except: readonly string[],
): Promise<Chosen | null> {
  const post = home.posts.find(({ id }) => id === handler?.post);
  const unit = home.units.find(({ id }) => id === handler?.unit);
  if (!post || !unit || post.unit !== unit.id) return null;
  const rule: Responsibility = { id: 'succession', service: '*', place: post.path, post: post.id };
  const target: Answerable = { post, rule, path: orgPath, by: 'rule', passed: [] };
  const candidates = candidatesOf(home, target, now, except).map(({ id }) => id);
  const chosen = assign(home, target, now, await standingsOf(candidates, { path: orgPath, now }), except);
  return chosen && { ...chosen, unit };
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
