/** Puts data where the functions read it, through the real SDK: into the emulator or into a real environment. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CloudBase } from '@cloudbase/node-sdk';
import type { Catalogue } from '@/domain/catalogue/catalogue';
import type { Area, Place } from '@/domain/org/org';
import type { Household, Invitation } from './world';

export type Database = ReturnType<CloudBase['database']>;

/** The most documents of one insert. */
const BATCH = 500;

/** The menu. Phones see it within a minute. */
export async function loadCatalogue(db: Database, catalogue: Catalogue): Promise<void> {
  const version = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex').slice(0, 12);
  await db
    .collection('directory')
    .doc('catalogue')
    .set({ version, ...catalogue });
}

/** A work area: its tree, units, posts, persons and table of responsibility, in one document. */
export async function loadArea(db: Database, area: Area): Promise<void> {
  await db
    .collection('directory')
    .doc(`area:${area.path}`)
    .set({ ...area });
}

/** Places and households by their ids: what is there already is replaced, nothing is taken away. */
export async function loadPlaces(db: Database, places: readonly Place[]): Promise<void> {
  await put(db, 'places', places);
}

export async function loadHouseholds(db: Database, households: readonly Household[]): Promise<void> {
  await put(db, 'households', households);
}

/** Invitations that nobody has used. Only the digest of a code is stored; one that is there is left as it is. */
export async function loadInvitations(db: Database, invitations: readonly Invitation[]): Promise<void> {
  const documents = invitations.map(({ code, person, area }) => ({
    _id: createHash('sha256').update(code).digest('hex'),
    person,
    area,
    usedBy: null,
    usedAt: null,
  }));
  for (const { batch, there } of await split(db, 'invitations', documents)) {
    const fresh = batch.filter(({ _id }) => !there.has(_id));
    if (fresh.length > 0) await db.collection('invitations').add(fresh);
  }
}

type Document = { readonly _id: string };

/** Adds what is not there and replaces what is different; the same again costs one read a batch. */
async function put(db: Database, collection: string, documents: readonly Document[]): Promise<void> {
  for (const { batch, there } of await split(db, collection, documents)) {
    const fresh = batch.filter(({ _id }) => !there.has(_id));
    if (fresh.length > 0) await db.collection(collection).add(fresh);
    for (const document of batch) {
      const old = there.get(document._id);
      if (!old || isDeepStrictEqual(old, document)) continue;
      const { _id, ...fields } = document;
      await db.collection(collection).doc(_id).set(fields);
    }
  }
}

/** The documents in batches, each with those of the same ids that are in the database. */
async function split(db: Database, collection: string, documents: readonly Document[]) {
  const batches: { batch: readonly Document[]; there: ReadonlyMap<string, Document> }[] = [];
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    const { data } = await db
      .collection(collection)
      .where({ _id: db.command.in(batch.map(({ _id }) => _id)) })
      .limit(BATCH)
      .get();
    batches.push({ batch, there: new Map((data as Document[]).map((found) => [found._id, found])) });
  }
  return batches;
}
