/**
 * Certificates of service (民政部令67): a number, what is certified, and a code over both that only we can make. Keys come
 * from the environment, newest first, as for the codes on the walls; the code is made for certificates alone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CertificateLine } from '@/contract/activity';
import { Refusal } from '@/domain/flow/refusal';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { digest } from './digest';
import { personRecord } from './people';
import { base32 } from './scene';

/** As stored; what it says never changes. All moments in ms. */
export interface Certificate {
  /** The number: YM2026-7KQ4M2XD. */
  readonly _id: string;
  readonly person: string;
  readonly name: string;
  readonly volunteerNo: string;
  readonly area: string;
  readonly minutes: number;
  /** Which lines of the record, and the minutes of each: whether it still holds follows from them. */
  readonly parts: readonly { readonly id: string; readonly minutes: number }[];
  readonly lines: readonly CertificateLine[];
  readonly from: number;
  readonly until: number;
  readonly issuer: string;
  readonly inCharge: string;
  readonly handler: string;
  readonly contact: string;
  readonly issuedAt: number;
  /** A digest of what was asked for with the key. */
  readonly sent?: string;
  /** The key of the submit that made it. */
  readonly key?: string;
}

/** The number of a certificate, from what it says: the same said again gets the same. */
export function certificateNo(person: string, says: string, year: string): string {
  const bytes = Buffer.from(digest('certificate', person, says), 'hex').subarray(0, 5);
  return `YM${year}-${base32(bytes).toUpperCase()}`;
}

/** The code printed beside the number, over everything that is certified: 7KQ4-M2XD. */
export function certificateCode(certificate: Certificate): string {
  return codeWith(keys()[0] ?? '', certificate);
}

/** Is this the code of this certificate; compared in constant time, with any key in force. */
export function isCodeOf(certificate: Certificate, code: string): boolean {
  return keys().some((key) => {
    const [given, right] = [Buffer.from(code), Buffer.from(codeWith(key, certificate))];
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

/**
 * Keeps a certificate, whose number follows from what it says: of any number at once there is one. Refuses KEY_REUSED
 * where its key stands on another; a call more for that.
 */
export async function keepOne(fresh: Certificate): Promise<Certificate> {
  const used = (await certificatesOf(fresh.person)).find(({ key }) => key !== undefined && key === fresh.key);
  if (used && used.sent !== fresh.sent) throw new Refusal('KEY_REUSED');
  return used ?? keepCertificate(fresh);
}

/** The same submit once more finds the first. */
async function keepCertificate(fresh: Certificate): Promise<Certificate> {
  try {
    await db.collection('certificates').add(fresh);
    return fresh;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await readCertificate(fresh._id)) ?? fresh;
  }
}

export const readCertificate = (no: string): Promise<Certificate | null> =>
  readDocument<Certificate>('certificates', no);

/** A person's certificates, the latest twenty. */
export async function certificatesOf(person: string): Promise<Certificate[]> {
  const { data } = await db
    .collection('certificates')
    .where(only({ person }))
    .orderBy('issuedAt', 'desc')
    .limit(20)
    .get();
  return data as Certificate[];
}

/** Does every line of it still stand as it was certified, for whoever has this name today; two calls. */
export async function stillHolds(certificate: Certificate): Promise<boolean> {
  const { parts, person, name } = certificate;
  const holder = await personRecord(person);
  const registered = holder?.volunteer?.name;
  const names = [registered, ...(holder?.volunteer?.names ?? [])];
  if (registered && !holder.staff && !names.includes(name)) return false;
  const ids = parts.map(({ id }) => id);
  const stored: Certificate['parts'][number][] = [];
  for (let from = 0; from < ids.length; from += 100) {
    const { data } = await db
      .collection('participations')
      .where({ _id: command.in(ids.slice(from, from + 100)) })
      .limit(100)
      .get();
    for (const row of data as { _id: string; person: string; state: string; minutes: number | null }[])
      if (row.person === person && row.state === 'done')
        stored.push({ id: row._id, minutes: row.minutes ?? 0 });
  }
  const now = new Map(stored.map(({ id, minutes }) => [id, minutes]));
  return parts.every(({ id, minutes }) => now.get(id) === minutes);
}

function codeWith(key: string, { _id, name, person, minutes, parts, from, until }: Certificate): string {
  const said = JSON.stringify([
    _id,
    person,
    name,
    minutes,
    parts.map((part) => [part.id, part.minutes]),
    from,
    until,
  ]);
  const letters = base32(
    createHmac('sha256', key).update(`certificate:${said}`).digest().subarray(0, 5),
  ).toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function keys(): string[] {
  const found = (process.env.YIMA_PLACE_KEYS ?? '').split(',').filter(Boolean);
  if (found.length === 0) throw new Error('YIMA_PLACE_KEYS is not set');
  return found;
}
