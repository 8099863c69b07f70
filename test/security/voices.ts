/** Voice notes for tests: good ones of each kind, and files that only look like one. */
import { readFileSync } from 'node:fs';

/** Silence as WeChat records it: MPEG 2 layer III, 16 kHz, 48 kbit/s, one frame each 36 ms. */
export function anMp3(seconds = 23): Buffer {
  const length = Math.floor((72 * 48_000) / 16_000);
  const frame = Buffer.alloc(length);
  frame.writeUInt32BE(0xfff36840, 0);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 16_000) / 576) }, () => frame));
}

/** Two and a half seconds of a tone, as Chromium's MediaRecorder wrote it. */
export const aWebm = (): Buffer => readFileSync('test/security/voice.webm');

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** The boxes of a small MP4 with one track of this kind. */
export function anMp4(seconds = 5, handler = 'soun', ...more: Buffer[]): Buffer {
  const mdhd = Buffer.alloc(24);
  mdhd.writeUInt32BE(1000, 12);
  mdhd.writeUInt32BE(seconds * 1000, 16);
  const hdlr = Buffer.alloc(25);
  hdlr.write(handler, 8, 'latin1');
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0', 'latin1')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box('trak', box('mdia', box('mdhd', mdhd), box('hdlr', hdlr))),
    ),
    box('mdat', Buffer.alloc(500, 7)),
    ...more,
  ]);
}

const words = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [nth, number] of numbers.entries()) bytes.writeUInt32BE(number, nth * 4);
  return bytes;
};

/** How a recorder that writes as it goes says the lengths of its samples. */
export type Fragments = 'each sample' | 'the piece' | 'the track' | 'each sample, wide times';

/**
 * An MP4 in pieces, as Chromium and Safari record: no length in its head, or one in other units, and `pieces` of a second, 50
 * samples each, at 48,000 units a second.
 */
export function aFragmentedMp4(pieces: number, how: Fragments, stated = 0): Buffer {
  const wide = how === 'each sample, wide times';
  const mdhd = wide ? words(0x01000000, 0, 0, 0, 0, 48_000, 0, stated, 0) : words(0, 0, 0, 48_000, stated, 0);
  const hdlr = Buffer.alloc(25);
  hdlr.write('soun', 8, 'latin1');
  const trex = words(0, 1, 1, how === 'the track' ? 960 : 0, 0, 0);
  const piece = (nth: number): Buffer => {
    const tfhd = how === 'the piece' ? words(0x0002000a, 1, 1, 960) : words(0x00020000, 1);
    const tfdt = wide ? words(0x01000000, 0, nth * 48_000) : words(0, nth * 48_000);
    const each = how.startsWith('each sample');
    const samples = Array.from({ length: 50 }, () => (each ? [960, 40] : [40])).flat();
    const trun = words(each ? 0x00000301 : 0x00000201, 50, 500, ...samples);
    const traf = box('traf', box('tfhd', tfhd), box('tfdt', tfdt), box('trun', trun));
    return Buffer.concat([
      box('moof', box('mfhd', words(0, nth + 1)), traf),
      box('mdat', Buffer.alloc(2000, 7)),
    ]);
  };
  return Buffer.concat([
    box('ftyp', Buffer.from('iso5\0\0\0\0', 'latin1')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box(
        'trak',
        box('mdia', box('mdhd', mdhd), box('hdlr', hdlr), box('minf', box('stbl', box('stts', words(0, 0))))),
      ),
      box('mvex', box('trex', trex)),
    ),
    ...Array.from({ length: pieces }, (_, nth) => piece(nth)),
  ]);
}

const withTag = (size: number): Buffer => {
  const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1');
  for (let index = 0; index < 4; index++) head[6 + index] = (size >> (7 * (3 - index))) & 0x7f;
  return head;
};

/** A good note behind a tag that names somebody. */
export const taggedMp3 = (): Buffer =>
  Buffer.concat([
    withTag(40),
    Buffer.concat([Buffer.from('欧阳明月的手机'), Buffer.alloc(40)]).subarray(0, 40),
    anMp3(5),
  ]);

export const BAD_VOICES: readonly (readonly [string, () => Buffer, string])[] = [
  ['nothing', () => Buffer.alloc(0), 'empty'],
  ['zeros', () => Buffer.alloc(5000), 'type'],
  ['a photo', () => readFileSync('scripts/worlds/photos/lamp-dark.jpg'), 'type'],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 1)]), 'type'],
  ['a page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'type'],
  ['an archive', () => Buffer.from('PK\x03\x04'.padEnd(600, 'x')), 'type'],
  ['a PDF', () => Buffer.from('%PDF-1.7'.padEnd(600, ' ')), 'type'],
  ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'type'],
  ['a WAV', () => Buffer.from('RIFF\x24\0\0\0WAVEfmt '.padEnd(400, '\0'), 'latin1'), 'type'],
  ['an OGG', () => Buffer.from('OggS'.padEnd(400, '\0'), 'latin1'), 'type'],
  ['an AMR', () => Buffer.from('#!AMR\n'.padEnd(400, '<'), 'latin1'), 'type'],
  ['one frame', () => anMp3(0.03), 'broken'],
  [
    'a frame with a false length',
    () => Buffer.concat([anMp3(1), Buffer.from([0xff, 0xf3, 0xf8, 0x40])]),
    'behind',
  ],
  [
    'a note with an archive behind it',
    () => Buffer.concat([anMp3(2), Buffer.from('PK\x03\x04'.padEnd(300, 'x'))]),
    'behind',
  ],
  [
    'a note with a page behind it',
    () => Buffer.concat([anMp3(2), Buffer.from('<script>'.padEnd(300, ' '))]),
    'behind',
  ],
  ['a tag that says it is endless', () => Buffer.concat([withTag(0xfffffff), anMp3(2)]), 'broken'],
  ['a tag alone', () => withTag(10), 'broken'],
  ['half a tag', () => Buffer.from('ID3'), 'broken'],
  ['seventy seconds', () => anMp3(70), 'too-long'],
  ['two megabytes', () => Buffer.concat([anMp3(2), Buffer.alloc(2_000_000)]), 'too-big'],
  ['WebM cut in the middle of a block', () => aWebm().subarray(0, 20_001), 'broken'],
  ['WebM without its beginning', () => aWebm().subarray(3), 'type'],
  [
    'WebM with a page behind it',
    () => Buffer.concat([aWebm(), Buffer.from('<script>alert(1)</script>')]),
    'broken',
  ],
  [
    'Matroska of another kind',
    () => Buffer.from(aWebm().toString('latin1').replace('webm', 'mkvv'), 'latin1'),
    'type',
  ],
  [
    'another codec',
    () => Buffer.from(aWebm().toString('latin1').replace('A_OPUS', 'A_FLAC'), 'latin1'),
    'broken',
  ],
  [
    'a film',
    () => {
      const bytes = Buffer.from(aWebm());
      const at = bytes.indexOf(Buffer.from([0x83, 0x81, 0x02]));
      bytes[at + 2] = 1;
      return bytes;
    },
    'video',
  ],
  ['a film as MP4', () => anMp4(5, 'vide'), 'video'],
  ['MP4 with tags', () => anMp4(5, 'soun', box('udta', Buffer.from('secret'))), 'behind'],
  ['MP4 with a strange box', () => anMp4(5, 'soun', box('evil', Buffer.alloc(10))), 'behind'],
  [
    'MP4 with a false size',
    () => Buffer.concat([anMp4(), Buffer.from([0, 0, 0xff, 0xff, 0x66, 0x72, 0x65, 0x65])]),
    'broken',
  ],
  ['MP4 of two minutes', () => anMp4(120), 'too-long'],
  ['MP4 of nothing', () => box('ftyp', Buffer.from('M4A ')), 'video'],
];
