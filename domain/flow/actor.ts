/** Who acts. Made by the runtime from the call's own context and the area's posts, never from a payload. */
import type { Post } from '../org/org';

export interface Actor {
  /** The person's id as a resident (`u_…`): everybody has one. Empty for the clock. */
  readonly id: string;
  readonly name: string;
  readonly staff: Staff | null;
  /** Registered as a volunteer; absent or null for everybody else. */
  readonly volunteer?: Volunteering | null;
  /** Other ids of the same human being: phones bound to the same work identity before or since, work identities they had. */
  readonly selves?: readonly string[];
  /** The clock itself: what happens when nobody presses a button. */
  readonly clock?: true;
}

/** What a volunteer can do, where, and with whom. Kept with the person. */
export interface Volunteering {
  /** Registered (ms). */
  readonly since: number;
  /** Ids of skills, as `domain/volunteer` lists them. */
  readonly skills: readonly string[];
  /** Parts of the tree in which they want to help, as paths. */
  readonly places: readonly string[];
  /** Ids of teams. */
  readonly teams: readonly string[];
  /** When they usually have time, as `domain/volunteer/skills` lists the half days; none = always. */
  readonly times?: readonly string[];
  /** Under 18: registered with a guardian's consent. */
  readonly minor?: boolean;
  /** Under 16: helps only together with an adult. */
  readonly under16?: boolean;
  /** Wants no news of new wishes. */
  readonly quiet?: boolean;
  /** Who agreed, for somebody under 18. */
  readonly guardian?: { readonly name: string; readonly phone: string } | null;
  /** The number on certificates: `V7KQ4M2XD`. */
  readonly no?: string;
  /** The work area they registered in. */
  readonly area?: string;
  /** The name they registered under: it stands on their record and on certificates, whatever they call themselves later. */
  readonly name?: string;
  /** Names of before that the desk has seen to be theirs. */
  readonly names?: readonly string[];
}

/** A person's work identity: who they are in the area's roster and which posts they hold. */
export interface Staff {
  readonly id: string;
  readonly area: string;
  readonly phone: string;
  readonly posts: readonly Post[];
  /** Units this person leads. */
  readonly leads: readonly string[];
}

/** The name under which somebody is written down: of those who work here the roster's, of volunteers the registered one. */
export const recordName = ({ name, staff, volunteer }: Omit<Actor, 'id'>): string =>
  staff ? name : (volunteer?.name ?? name);

export const CLOCK: Actor = { id: '', name: '系统', staff: null, clock: true };
