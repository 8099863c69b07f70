/**
 * The tree county › town › work area › village › grid › micro-grid, its units, posts and persons.
 *
 * A path names a place in the tree and ends in a slash: `370114/guanzhuang/yanman/v03/g1/m012/`. A prefix of a
 * path is a place above it, so "everything in this village" is one indexed prefix range.
 */

import type { Campaign } from '../activity/themes';
import type { Reply } from '../reply/reply';
import type { Own } from '../time/closures';
import type { DayName } from '../time/day';
import type { Team } from '../volunteer/teams';
import type { Point } from './point';

export type NodeKind = 'county' | 'town' | 'area' | 'village' | 'grid' | 'micro';

export interface OrgNode {
  readonly path: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Households living here, where counted. */
  readonly households?: number;
}

/** Offices handle subjects; grids handle places. A unit is what a ticket is with; its lead hears of lateness. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly lead: string | null;
  /** Hours and closures of its own, where they differ from the usual office hours. */
  readonly calendar?: Own;
}

/** `property` is a property manager: of one compound, one building, or nobody's. */
export const POST_KINDS = ['grid-worker', 'property', 'office', 'dispatcher', 'leader'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** A post outlives the person who holds it: rules name posts, the roster names persons. */
export interface Post {
  readonly id: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly unit: string;
  /** The part of the tree this post answers for. */
  readonly path: string;
  readonly holders: readonly Holder[];
}

/** Who holds a post, and on which weekdays (1 Monday … 7 Sunday) when it is shared; no days = always. */
export interface Holder {
  readonly person: string;
  readonly days?: readonly number[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly skills: readonly string[];
  /** Away from … until (ms, half open). */
  readonly leave: readonly { readonly from: number; readonly until: number }[];
}

/** Who answers for a service at a place. `service` is a service id, `office:<id>` or `*`; most specific wins. */
export interface Responsibility {
  readonly id: string;
  readonly service: string;
  readonly place: string;
  /** A post id, or a post kind meaning "the nearest such post at or above the place". */
  readonly post: string;
  readonly clause?: string;
  /** First and last day in force, in China, both included; absent = always. */
  readonly from?: DayName;
  readonly until?: DayName;
  /** Who is asked, in this order, when the post is missing, vacant or off duty: post ids or kinds. */
  readonly otherwise?: readonly string[];
  /** Only a person who has this skill may be chosen. */
  readonly skill?: string;
}

/** One work area with everything dispatch needs: small enough to be kept in memory by each function. */
export interface Area {
  readonly path: string;
  readonly name: string;
  readonly nodes: readonly OrgNode[];
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly persons: readonly Person[];
  readonly responsibility: readonly Responsibility[];
  /** Volunteer teams; absent = none. */
  readonly teams?: readonly Team[];
  /** Themes of months of its own. */
  readonly campaigns?: readonly Campaign[];
  /** Share of ordinary results that somebody else checks, 0–1; absent = the usual share. */
  readonly checkShare?: number;
  /** Reply templates of its own. */
  readonly replies?: readonly Reply[];
  /** Counts the changes made to this area on the desk; absent = none yet. */
  readonly rev?: number;
}

/** A code on a wall. `_id` is 10 letters of base32; a retired code still explains itself. */
export interface Place {
  readonly _id: string;
  readonly orgPath: string;
  readonly name: string;
  readonly kind: 'hall' | 'building' | 'micro';
  readonly retiredAt: number | null;
  /** Where it is on the map, if somebody has said so. */
  readonly at?: Point;
}

/** Is `path` inside (or equal to) `above`? Both end in a slash. */
export function isWithin(path: string, above: string): boolean {
  return path.startsWith(above);
}

/** The work area a path belongs to: its first three segments. */
export function areaPathOf(path: string): string {
  return `${path.split('/').slice(0, 3).join('/')}/`;
}

/** How deep a path is: `a/b/` is 2. */
export function depthOf(path: string): number {
  return path.split('/').length - 1;
}

/** A node and everything above it, deepest first. */
export function ancestorsOf(path: string): string[] {
  const parts = path.split('/').filter(Boolean);
  return parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`);
}

/** The names from the work area's village down to the place, for people: 闫满村第2网格第12微网格. */
export function placeWords(area: Area, path: string): string {
  const names = new Map(area.nodes.map((node) => [node.path, node]));
  return ancestorsOf(path)
    .reverse()
    .map((above) => names.get(above))
    .filter((node) => node !== undefined && ['village', 'grid', 'micro'].includes(node.kind))
    .map((node) => node?.name)
    .join('');
}

/** The grid worker who answers for a path: the person residents may call. Null when the post is vacant. */
export function postAt(area: Area, kind: PostKind, path: string): Post | null {
  let nearest: Post | null = null;
  for (const post of area.posts) {
    if (post.kind !== kind || !isWithin(path, post.path)) continue;
    if (!nearest || depthOf(post.path) > depthOf(nearest.path)) nearest = post;
  }
  return nearest;
}
