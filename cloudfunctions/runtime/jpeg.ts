/**
 * JPEG by content: what a photo really is, whatever its name says. Walks every marker and the coded data between them,
 * then writes the picture anew without anything that is no picture: EXIF (place, camera, serial numbers), XMP, comments,
 * thumbnails, further pictures. Which way is up is kept. Decodes no pixel, so a bomb costs no memory. ITU-T T.81, B.1–B.2.
 */

/** Pixels a photo may have: phones that send the original come to 50 million, decoders of phones stop near 100. */
export const PIXELS_MAX = 64_000_000;
/** The longest side that every phone can draw. */
export const SIDE_MAX = 16_384;
/** Progressive photos have about ten scans; hundreds are made to keep a decoder busy. */
const SCANS_MAX = 64;

export type JpegFault =
  | 'not-jpeg'
  | 'truncated'
  | 'broken'
  | 'no-picture'
  | 'too-many-pixels'
  | 'unusual'
  | 'something-after';

/** Thrown for bytes that are not one ordinary photo; `why` is for programs and logs. */
export class BadJpeg extends Error {
  override readonly name = 'BadJpeg';
  constructor(readonly why: JpegFault) {
    super(why);
  }
}

export interface CleanJpeg {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const COM = 0xfe;
/** Baseline, extended and progressive, Huffman coded: what cameras write and every decoder reads. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
const isApp = (marker: number) => marker >= APP0 && marker <= 0xef;

/** One photo without its metadata; throws BadJpeg with the first thing that is wrong. */
export function cleanJpeg(bytes: Buffer): CleanJpeg {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff)
    throw new BadJpeg('not-jpeg');
  const kept: Buffer[] = [];
  let [frame, upright, tables, codes, scans, coded] = [null as Frame | null, 1, 0, 0, 0, 0];
  let at = 2;
  for (;;) {
    at = pastFill(bytes, at);
    const marker = markerAt(bytes, at);
    if (marker === EOI) {
      at += 2;
      break;
    }
    const end = segmentEnd(bytes, at);
    const segment = bytes.subarray(at, end);
    if (marker === APP1) upright = orientationOf(segment) ?? upright;
    if (isApp(marker) || marker === COM) {
      if (isKept(marker, segment)) kept.push(segment);
    } else if (FRAMES.includes(marker)) {
      if (frame) throw new BadJpeg('broken');
      frame = readFrame(segment);
      kept.push(segment);
    } else if (marker === SOS) {
      if (!frame || tables === 0 || codes === 0) throw new BadJpeg('broken');
      scans += 1;
      if (scans > SCANS_MAX) throw new BadJpeg('unusual');
      const after = codedEnd(bytes, end);
      const last = withoutFill(bytes, after);
      coded += last - end;
      kept.push(bytes.subarray(at, last));
      at = after;
      continue;
    } else if (marker === DQT || marker === DHT || marker === 0xdd) {
      if (marker === DQT) tables += 1;
      if (marker === DHT) codes += 1;
      kept.push(segment);
    } else throw new BadJpeg(marker >= 0xc3 && marker <= 0xcf ? 'unusual' : 'broken');
    at = end;
  }
  if (!frame || scans === 0) throw new BadJpeg('no-picture');
  refuseRest(bytes.subarray(at));
  // Every block of 8 × 8 costs at least one bit: a huge picture of few bytes is torn, or a bomb.
  if (coded * 8 < Math.ceil(frame.width / 8) * Math.ceil(frame.height / 8)) throw new BadJpeg('truncated');
  const head = Buffer.from([0xff, SOI]);
  const turned = upright === 1 ? [] : [orientationSegment(upright)];
  const first = kept.filter((segment) => segment[1] === APP0);
  const rest = kept.filter((segment) => segment[1] !== APP0);
  const { width, height } = frame;
  return {
    bytes: Buffer.concat([head, ...first, ...turned, ...rest, Buffer.from([0xff, EOI])]),
    width,
    height,
  };
}

/** Any number of fill bytes (0xFF) may stand before a marker (B.1.1.2); they are not kept. */
function pastFill(bytes: Buffer, at: number): number {
  let from = at;
  while (bytes[from] === 0xff && bytes[from + 1] === 0xff) from++;
  return from;
}

/** Where coded data ends that reaches up to the marker at `at`, without fill bytes between. */
function withoutFill(bytes: Buffer, at: number): number {
  let end = at;
  while (bytes[end - 1] === 0xff) end--;
  return end;
}

/** The marker at `at`, which is no fill byte. */
function markerAt(bytes: Buffer, at: number): number {
  if (at + 1 >= bytes.length) throw new BadJpeg('truncated');
  if (bytes[at] !== 0xff) throw new BadJpeg('broken');
  const marker = bytes[at + 1] as number;
  if (marker === 0 || marker === 0xff || marker === 0x01 || marker === SOI || isRestart(marker))
    throw new BadJpeg('broken');
  return marker;
}

function segmentEnd(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw new BadJpeg('truncated');
  const length = bytes.readUInt16BE(at + 2);
  if (length < 2) throw new BadJpeg('broken');
  if (at + 2 + length > bytes.length) throw new BadJpeg('truncated');
  return at + 2 + length;
}

/** Where the coded data that starts at `from` ends: at the next marker that is neither stuffing nor a restart. */
function codedEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  throw new BadJpeg('truncated');
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

function readFrame(segment: Buffer): Frame {
  if (segment.length < 10) throw new BadJpeg('broken');
  const [precision, height, width, components] = [
    segment[4],
    segment.readUInt16BE(5),
    segment.readUInt16BE(7),
    segment[9] as number,
  ];
  if (segment.length !== 10 + 3 * components) throw new BadJpeg('broken');
  if (precision !== 8 || (components !== 1 && components !== 3)) throw new BadJpeg('unusual');
  if (width === 0 || height === 0) throw new BadJpeg('no-picture');
  if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX)
    throw new BadJpeg('too-many-pixels');
  return { width, height };
}

/** JFIF's head without its thumbnail's room, and Adobe's colour mark, without which colours turn; nothing else. */
function isKept(marker: number, segment: Buffer): boolean {
  const name = segment.toString('latin1', 4, 9);
  if (marker === APP0) return name === 'JFIF\0' && segment.length === 18;
  return marker === APP14 && name === 'Adobe' && segment.length === 16;
}

/** What stands between one thing and the next when files pass through mail, chats and memory cards. */
const PADDING = [0x00, 0xff, 0x09, 0x0a, 0x0d, 0x20];
/** How a page, a script, a program, a document or an archive begins. */
const BEGINS = [
  '<',
  '#!',
  'MZ',
  '\x7fELF',
  '%PDF',
  'PK',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '\xca\xfe\xba\xbe',
];
/** What makes an archive or a page of a file wherever it stands in it. */
const HOLDS = ['PK\x03\x04', 'PK\x05\x06', '<script', '<html', '<!doctype', '<?php', '<svg'];

/**
 * Whatever lies behind the picture is left out. Phones put there a second picture for depth, a short film of the moment, notes
 * of their maker; transports put line ends. What would make the file two things at once is no accident, and refused.
 */
function refuseRest(rest: Buffer): void {
  const start = rest.findIndex((byte) => !PADDING.includes(byte));
  if (start === -1) return;
  const text = rest.toString('latin1', start).toLowerCase();
  const is = (sign: string) => sign.toLowerCase();
  if (BEGINS.some((sign) => text.startsWith(is(sign))) || HOLDS.some((sign) => text.includes(is(sign))))
    throw new BadJpeg('something-after');
}

/** EXIF's orientation (1–8), or null where there is none that can be read. TIFF 6.0: tag 0x0112 of the first directory. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return null;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  const entries = Math.min(short(start), Math.floor((tiff.length - start - 2) / 12));
  for (let index = 0; index < entries; index++) {
    const at = start + 2 + index * 12;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** The least EXIF there is: one directory with the orientation alone. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
