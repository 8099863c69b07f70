/**
 * The code on the wall: `p=<place>.<signature>`, 21 characters of the alphabet that a WeChat scene allows.
 *
 * The signature is 40 bits of HMAC-SHA256 over the place id. Keys come from the environment, newest first: codes are
 * made with the first, and read with any, so a key can be retired in its time. A scan proves nothing more than that
 * somebody has seen a genuine code.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@/domain/flow/refusal';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SCENE = /^p=([0-9a-hjkmnp-tv-z]{10})\.([0-9a-hjkmnp-tv-z]{8})$/;

function keys(): string[] {
  const found = (process.env.YIMA_PLACE_KEYS ?? '').split(',').filter(Boolean);
  if (found.length === 0) throw new Error('YIMA_PLACE_KEYS is not set');
  return found;
}

/** The scene of a place, to be printed as a code; throws for an id that no code could carry. */
export function sceneOf(placeId: string): string {
  if (!/^[0-9a-hjkmnp-tv-z]{10}$/.test(placeId)) throw new Error(`no place id: ${placeId}`);
  return `p=${placeId}.${sign(placeId, keys()[0] ?? '')}`;
}

/** The place id of a scanned scene; refuses a forged one exactly as an unknown one. */
export function readScene(scene: string): string {
  const [, place, signature] = SCENE.exec(scene) ?? [];
  if (!place || !signature) throw new Refusal('PLACE_UNKNOWN');
  const given = Buffer.from(signature);
  if (!keys().some((key) => timingSafeEqual(given, Buffer.from(sign(place, key)))))
    throw new Refusal('PLACE_UNKNOWN');
  return place;
}

/** Is this what stands beside the code of this place, for who cannot scan: its signature, with any key in force. */
export function isCodeAt(placeId: string, code: string): boolean {
  return keys().some((key) => {
    const [given, right] = [Buffer.from(code), Buffer.from(sign(placeId, key))];
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

function sign(placeId: string, key: string): string {
  const digest = createHmac('sha256', key).update(`place:${placeId}`).digest();
  return base32(digest.subarray(0, 5));
}

/** Five bits a letter; `bytes` must hold a multiple of five. */
export function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = (bytes.length * 8) / 5;
  return Array.from(
    { length },
    (_, index) => ALPHABET[Number((bits >> BigInt(5 * (length - 1 - index))) & 31n)],
  ).join('');
}
