/** Honours in the database, and their ballots: one document each, whose name no list can turn back into a person. */

import { createHmac } from 'node:crypto';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { idsOf, onceOf } from '@/domain/flow/same-person';
import type { Honour } from '@/domain/honour/honour';
import { HONOUR_GROWTH } from '@/domain/honour/honour';
import { Cases } from './cases';
import { command, db, isDuplicate, only } from './cloud';

export const honours = new Cases<Honour>('honours', HONOUR_GROWTH);

/** The latest honours of an area that were granted, of its last hundred; one call. */
export async function grantedIn(area: string): Promise<Honour[]> {
  const { data } = await db
    .collection('honours')
    .where(only({ area }))
    .orderBy('openedAt', 'desc')
    .limit(100)
    .get();
  return (data as Honour[]).filter(({ state }) => state === 'granted');
}

interface Ballot {
  readonly _id: string;
  readonly honour: string;
  readonly choices: readonly string[];
}

const BALLOTS = 'ballots';
const BATCH = 1000;

/** One person, one name on the ballot box; made with a secret, so that who reads the box cannot try all persons. */
function ballotId(honour: string, person: string): string {
  const key = process.env.YIMA_FILE_KEY;
  if (!key) throw new Error('YIMA_FILE_KEY is not set');
  return `b${createHmac('sha256', key).update(`ballot:${honour}:${person}`).digest('hex').slice(0, 24)}`;
}

/**
 * Casts a ballot under the one id that a human being counts under; the same one again is the same ballot. Refuses VOTED
 * for another, and for one that was cast with another phone or before a post was bound. No moment and no person is kept.
 */
export async function cast(honour: string, actor: Actor, choices: readonly string[]): Promise<void> {
  const ballot: Ballot = { _id: ballotId(honour, onceOf(actor)), honour, choices: [...choices].sort() };
  const before = idsOf(actor).length > 1 ? await ballotsOf(honour, actor) : [];
  if (before.length === 0) {
    try {
      await db.collection(BALLOTS).add(ballot);
      return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      before.push(...(await ballotsOf(honour, actor)));
    }
  }
  if (before.some(({ choices: chosen }) => chosen.join() !== ballot.choices.join()))
    throw new Refusal('VOTED');
}

export const hasVoted = async (honour: string, actor: Actor): Promise<boolean> =>
  (await ballotsOf(honour, actor)).length > 0;

/** What this human being has cast, under whichever of their ids; one call. */
async function ballotsOf(honour: string, actor: Actor): Promise<Ballot[]> {
  const ids = idsOf(actor).map((id) => ballotId(honour, id));
  const { data } = await db
    .collection(BALLOTS)
    .where({ _id: command.in(ids) })
    .limit(ids.length)
    .get();
  return data as Ballot[];
}

/** All ballots of an honour, counted. Costs one call for each thousand. */
export async function countBallots(honour: string): Promise<{ ballots: number; of: Record<string, number> }> {
  const of: Record<string, number> = {};
  let ballots = 0;
  for (let last = ''; ; ) {
    const { data } = await db
      .collection(BALLOTS)
      .where({ honour, ...(last ? { _id: command.gt(last) } : {}) })
      .orderBy('_id', 'asc')
      .limit(BATCH)
      .get();
    const rows = data as Ballot[];
    ballots += rows.length;
    for (const choice of rows.flatMap(({ choices }) => choices)) of[choice] = (of[choice] ?? 0) + 1;
    if (rows.length < BATCH) return { ballots, of };
    last = (rows.at(-1) as Ballot)._id;
  }
}
