/** Puts data where the functions read it, through the real SDK: into the emulator or into a real environment. */
import { createHash } from 'node:crypto';
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

/** Invitations that nobody has used. Only the digest of a code is stored; a used one is never made anew. */
export async function loadInvitations(db: Database, invitations: readonly Invitation[]): Promise<void> {
  const documents = invitations.map(({ code, person, area }) => ({
    _id: createHash('sha256').update(code).digest('hex'),
    person,
    area,
    usedBy: null,
    usedAt: null,
  }));
  await add(db, 'invitations', documents, async () => {});
}

type Document = { readonly _id: string };

async function put(db: Database, collection: string, documents: readonly Document[]): Promise<void> {
  await add(db, collection, documents, async ({ _id, ...fields }) => {
    await db.collection(collection).doc(_id).set(fields);
  });
}

/** Inserts in batches; a batch that meets a document which is there goes on one by one. */
async function add(
  db: Database,
  collection: string,
  documents: readonly Document[],
  whenThere: (document: Document) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    try {
      await db.collection(collection).add(batch);
    } catch (error) {
      if (!isThere(error)) throw error;
      for (const document of batch) {
        try {
          await db.collection(collection).add(document);
        } catch (again) {
          if (!isThere(again)) throw again;
          await whenThere(document);
        }
      }
    }
  }
}

function isThere(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000/.test(message ?? '');
}
