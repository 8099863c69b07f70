/** Files that phones or strangers may send: made here, from one good photo, so that nothing harmful lies in the repository. */
import { deflateSync } from 'node:zlib';
import { aPhoto } from '@/test/support/yima';

/** One marker segment: the marker, its length, what it holds. */
export function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The good photo with something between its first marker and the rest. */
export const withSegment = (marker: number, body: Buffer): Buffer => {
  const good = aPhoto();
  return Buffer.concat([good.subarray(0, 2), segment(marker, body), good.subarray(2)]);
};

/** The good photo with the bytes of one marker's segment changed. */
function changed(marker: number, change: (body: Buffer) => Buffer): Buffer {
  const good = aPhoto();
  for (let at = 2; ; ) {
    const end = at + 2 + good.readUInt16BE(at + 2);
    if (good[at + 1] === marker) {
      const body = change(Buffer.from(good.subarray(at + 4, end)));
      return Buffer.concat([good.subarray(0, at), segment(marker, body), good.subarray(end)]);
    }
    at = end;
  }
}

/** The good photo's frame head with another size. */
const sized = (width: number, height: number): Buffer =>
  changed(frame(), (body) => {
    body.writeUInt16BE(height, 1);
    body.writeUInt16BE(width, 3);
    return body;
  });

function frame(): number {
  const good = aPhoto();
  for (let at = 2; ; at += 2 + good.readUInt16BE(at + 2)) {
    const marker = good[at + 1] as number;
    if (marker >= 0xc0 && marker <= 0xc2) return marker;
  }
}

/** EXIF with a GPS directory, the way it is turned, and a maker's serial number; `order` of its bytes as cameras differ. */
export function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4 + 2 + 12 + 4 + 24 + 20);
  const little = order === 'II';
  const short = (at: number, value: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (at: number, value: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    short(at, tag);
    short(at + 2, type);
    long(at + 4, count);
    if (type === 3) short(at + 8, value);
    else long(at + 8, value);
  };
  tiff.write(order, 0, 'latin1');
  short(2, 42);
  long(4, 8);
  short(8, 3);
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8825, 4, 1, 50);
  entry(34, 0xa431, 2, 16, 92);
  short(50, 1);
  entry(52, 0x0002, 5, 3, 68);
  [36, 1, 42, 1, 5512, 100].forEach((value, index) => {
    long(68 + index * 4, value);
  });
  tiff.write('SERIAL-99887766', 92, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

export const XMP = Buffer.from(
  'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>36,42.1N</exif:GPSLatitude></x:xmpmeta>',
);

const png = (): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const zip = (): Buffer =>
  Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.alloc(26),
    Buffer.from('PK\x05\x06', 'latin1'),
    Buffer.alloc(18),
  ]);
const html = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
const join = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

/** The beginning of a short film, as phones put behind a photo that moves. */
const FILM = join(Buffer.from([0, 0, 0, 24]), 'ftypmp42', Buffer.alloc(12), Buffer.alloc(400, 0x5a));
const fill = (count: number) => Buffer.alloc(count, 0xff);

/** Photos that every decoder reads and that phones and transports do make; each must be kept, as the good one is. */
export function oddPhotos(): ReadonlyMap<string, Buffer> {
  const good = aPhoto();
  const scan = good.indexOf(Buffer.from([0xff, 0xda]));
  const dqt = good.indexOf(Buffer.from([0xff, 0xdb]));
  return new Map<string, Buffer>([
    ['a line end behind it', join(good, '\r\n')],
    ['padding of a memory card behind it', join(good, Buffer.alloc(4096), fill(512))],
    ['spaces and line ends behind it', join(good, '  \n\n\t ')],
    ['a short film behind it', join(good, FILM)],
    ['a maker’s notes behind it', join(good, '\0\0\x01\x0aImage_UTC_Data1792800000000SEFHk\0\0\0', 'SEFT')],
    ['another picture and a film behind it', join(good, withSegment(0xe1, XMP), FILM)],
    ['fill bytes before its end', join(good.subarray(0, -2), fill(2), good.subarray(-2))],
    ['many fill bytes before its end', join(good.subarray(0, -2), fill(4000), good.subarray(-2))],
    ['fill bytes before its tables', join(good.subarray(0, dqt), fill(3), good.subarray(dqt))],
    ['fill bytes before its scan', join(good.subarray(0, scan), fill(1), good.subarray(scan))],
    ['fill bytes before its first marker', join(good.subarray(0, 2), fill(5), good.subarray(2))],
  ]);
}

/** Names what is wrong with each; every one must be refused. */
export function badFiles(): ReadonlyMap<string, Buffer> {
  const good = aPhoto();
  const half = good.subarray(0, Math.floor(good.length / 2));
  const end = good.subarray(-2);
  const scan = good.indexOf(Buffer.from([0xff, 0xda]));
  return new Map<string, Buffer>([
    ['nothing at all', Buffer.alloc(0)],
    ['one byte', Buffer.from([0xff])],
    ['the first marker alone', Buffer.from([0xff, 0xd8])],
    ['first and last marker, no picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['a PNG', png()],
    ['a GIF', join('GIF89a', Buffer.alloc(20), ';')],
    ['a WebP', join('RIFF', Buffer.from([26, 0, 0, 0]), 'WEBPVP8 ', Buffer.alloc(18))],
    ['a HEIC as iPhones keep it', join(Buffer.from([0, 0, 0, 24]), 'ftypheic', Buffer.alloc(64))],
    ['a BMP', join('BM', Buffer.alloc(60))],
    [
      'an SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['an HTML page', html],
    ['a PDF', join('%PDF-1.7\n', Buffer.alloc(200), '%%EOF')],
    ['a zip', zip()],
    ['a Windows program', join('MZ', Buffer.alloc(400))],
    ['an ELF program', join('\x7fELF', Buffer.alloc(400))],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
    ['a video', join(Buffer.from([0, 0, 0, 24]), 'ftypmp42', Buffer.alloc(64))],
    ['a photo with a zip behind it', join(good, zip())],
    ['a photo with a page behind it', join(good, html)],
    ['a photo with a program behind padding', join(good, Buffer.alloc(512), 'MZ', Buffer.alloc(64))],
    ['a photo with a page behind a film', join(good, FILM, html)],
    ['a photo with a zip behind a maker’s notes', join(good, 'NOTES', Buffer.alloc(90, 1), zip())],
    ['a page before the photo', join(html, good)],
    ['cut in the middle', half],
    ['cut in the middle, with an end put on that hides a bomb', changedEnd(sized(8000, 7900), end)],
    ['cut inside a marker segment', good.subarray(0, 30)],
    ['its last marker gone', good.subarray(0, -2)],
    ['30,000 × 30,000 pixels', sized(30_000, 30_000)],
    ['65,535 pixels in one row', sized(65_535, 16)],
    ['no height', sized(640, 0)],
    ['no width', sized(0, 480)],
    [
      'four colours, as printers have',
      changed(frame(), (body) => join(body.subarray(0, 5), Buffer.from([4]), Buffer.alloc(12, 0x11))),
    ],
    ['twelve bits a colour', changed(frame(), (body) => join(Buffer.from([12]), body.subarray(1)))],
    ['a component too few for its length', changed(frame(), (body) => body.subarray(0, body.length - 3))],
    ['two frames', withSegment(frame(), changedFrame())],
    ['no tables of values', withoutAll(0xdb)],
    ['no tables of codes', withoutAll(0xc4)],
    ['a segment of length 1', join(good.subarray(0, 2), Buffer.from([0xff, 0xe5, 0, 1]), good.subarray(2))],
    ['a marker that is none', join(good.subarray(0, 2), Buffer.from([0x12, 0x34]), good.subarray(2))],
    [
      'a second beginning inside',
      join(good.subarray(0, scan), Buffer.from([0xff, 0xd8]), good.subarray(scan)),
    ],
    ['a hundred scans', scansOf(100)],
    ['the coded data of a lossless frame', changedMarker(frame(), 0xc3)],
    ['arithmetic coding, which phones cannot read', changedMarker(frame(), 0xc9)],
    ['more bytes than a photo may have', withPadding(5_000_001)],
  ]);
}

/** A head that promises far more than the coded data can hold. */
function changedEnd(huge: Buffer, end: Buffer): Buffer {
  const scan = huge.indexOf(Buffer.from([0xff, 0xda]));
  return Buffer.concat([huge.subarray(0, scan + 400), end]);
}

function changedFrame(): Buffer {
  const good = aPhoto();
  const at = good.indexOf(Buffer.from([0xff, frame()]));
  return good.subarray(at + 4, at + 2 + good.readUInt16BE(at + 2));
}

function changedMarker(from: number, to: number): Buffer {
  const good = Buffer.from(aPhoto());
  good[good.indexOf(Buffer.from([0xff, from])) + 1] = to;
  return good;
}

function withoutAll(marker: number): Buffer {
  const good = aPhoto();
  const kept: Buffer[] = [good.subarray(0, 2)];
  for (let at = 2; ; ) {
    if (good[at + 1] === 0xda) return Buffer.concat([...kept, good.subarray(at)]);
    const end = at + 2 + good.readUInt16BE(at + 2);
    if (good[at + 1] !== marker) kept.push(good.subarray(at, end));
    at = end;
  }
}

function scansOf(count: number): Buffer {
  const good = aPhoto();
  const scan = good.indexOf(Buffer.from([0xff, 0xda]));
  const once = good.subarray(scan, -2);
  return Buffer.concat([
    good.subarray(0, scan),
    ...Array.from({ length: count }, () => once),
    good.subarray(-2),
  ]);
}

/** A photo with so many bytes that are no picture. */
function withPadding(bytes: number): Buffer {
  const filler = segment(0xfe, Buffer.alloc(60_000));
  const good = aPhoto();
  const times = Math.ceil((bytes - good.length) / filler.length);
  return Buffer.concat([
    good.subarray(0, 2),
    ...Array.from({ length: times }, () => filler),
    good.subarray(2),
  ]);
}
