/** Honours in the database, and their ballots: one document each, whose name no list can turn back into a person. */
import { createHmac } from 'node:crypto';
import { Refusal } from '@/domain/flow/refusal';
import type { Honour } from '@/domain/honour/honour';
import { Cases } from './cases';
import { command, db, isDuplicate, only, readDocument } from './cloud';

export const honours = new Cases<Honour>('honours');

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

/** Casts a ballot; the same one again is the same ballot. Refuses VOTED for another. No moment and no person is kept. */
export async function cast(honour: string, person: string, choices: readonly string[]): Promise<void> {
  const ballot: Ballot = { _id: ballotId(honour, person), honour, choices: [...choices].sort() };
  try {
    await db.collection(BALLOTS).add(ballot);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await readDocument<Ballot>(BALLOTS, ballot._id);
    if (first?.choices.join() !== ballot.choices.join()) throw new Refusal('VOTED');
  }
}

export const hasVoted = async (honour: string, person: string): Promise<boolean> =>
  (await readDocument<Ballot>(BALLOTS, ballotId(honour, person))) !== null;

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
