import { randomBytes } from 'node:crypto';
import { type Doc, fromBody, toBody } from '../mongo/ejson';
import type { Update } from '../mongo/update';
import { requestFailed } from '../protocol/errors';
import { type Key, keyOf } from './keys';

/** What is to become of a document: operators applied to it, or another document in its place. */
export type Change = { readonly update: Update } | { readonly replace: Doc };

/** What a modification did. */
export interface Modified {
  /** Documents that really changed. */
  readonly updated: number;
  /** Documents that fitted the filter. */
  readonly matched: number;
  readonly upsertId?: unknown;
  /** The last document after the change, for find-and-modify. */
  readonly doc?: Doc;
}

/** A new document with its id and its text. */
export interface Ready {
  readonly id: Key;
  readonly doc: Doc;
  readonly body: string;
}

/** Gives a new document its id (32 hexadecimal digits when it has none) and checks what it holds. */
export function ready(doc: Doc): Ready {
  const _id = doc._id ?? randomBytes(16).toString('hex');
  const id = keyOf(_id);
  if (id === undefined || id === null) throw requestFailed('_id must be a string or a number');
  const whole = { ...doc, _id };
  return { id, doc: whole, body: toBody(whole) };
}

/** The document of this text after a change; equal texts mean that nothing changed. */
export function changed(body: string, change: Change): { doc: Doc; body: string } {
  const doc = fromBody(body);
  if ('update' in change) {
    change.update.apply(doc);
    return { doc, body: toBody(doc) };
  }
  const next = { ...change.replace, _id: doc._id };
  return { doc: next, body: toBody(next) };
}
