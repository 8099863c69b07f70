/**
 * Voice notes, judged by their content: MP3 (what WeChat records), WebM with Opus (browsers) or MP4 with AAC (Safari), sound
 * and nothing else, walked from the first byte to the last, so that nothing is hidden behind it. Tags that name a phone or a
 * person are left behind.
 */
import { VOICE_BYTES_MAX, VOICE_SECONDS_MAX } from '@/contract/limits';

export type VoiceKind = 'mp3' | 'webm' | 'mp4';

export interface CleanVoice {
  readonly kind: VoiceKind;
  /** Whole seconds, at least 1. */
  readonly seconds: number;
  readonly bytes: Buffer;
}

/** Why a file is no voice note: one word, for the log and the tests. */
export class BadVoice extends Error {
  constructor(readonly why: 'empty' | 'type' | 'broken' | 'too-long' | 'too-big' | 'behind' | 'video') {
    super(why);
  }
}

/** The note, cleaned, or throws BadVoice. Looks at every byte once. */
export function cleanVoice(bytes: Buffer): CleanVoice {
  if (bytes.length === 0) throw new BadVoice('empty');
  if (bytes.length > VOICE_BYTES_MAX) throw new BadVoice('too-big');
  const read = reader(bytes);
  const { kind, seconds, clean } = read(bytes);
  // The recorder stops at the limit, and its last frame may lie beyond.
  if (seconds > VOICE_SECONDS_MAX + 2) throw new BadVoice('too-long');
  return { kind, seconds: Math.min(VOICE_SECONDS_MAX, Math.max(1, Math.round(seconds))), bytes: clean };
}

type Read = (bytes: Buffer) => { kind: VoiceKind; seconds: number; clean: Buffer };

function reader(bytes: Buffer): Read {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3) return readWebm;
  if (bytes.length >= 8 && bytes.toString('latin1', 4, 8) === 'ftyp') return readMp4;
  if (bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0))
    return readMp3;
  throw new BadVoice('type');
}

const RATES = [
  [44_100, 48_000, 32_000],
  [22_050, 24_000, 16_000],
  [11_025, 12_000, 8_000],
] as const;
const KBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320] as const;
const KBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160] as const;

/** MPEG 1, 2 and 2.5, layer III: frame after frame. A tag before and the old one of 128 bytes behind are left out. */
function readMp3(bytes: Buffer): ReturnType<Read> {
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3') {
    if (bytes.length < 10) throw new BadVoice('broken');
    // four groups of seven bits
    at = 10 + [6, 7, 8, 9].reduce((size, index) => size * 128 + ((bytes[index] ?? 0) & 0x7f), 0);
  }
  const start = at;
  let seconds = 0;
  let frames = 0;
  while (at + 4 <= bytes.length) {
    if (bytes.length - at === 128 && bytes.toString('latin1', at, at + 3) === 'TAG') break;
    const frame = mp3Frame(bytes.readUInt32BE(at));
    if (!frame) throw new BadVoice(frames > 0 ? 'behind' : 'broken');
    // a recorder that is stopped may cut its last frame
    if (at + frame.length > bytes.length) break;
    at += frame.length;
    seconds += frame.seconds;
    frames += 1;
  }
  if (frames < 3) throw new BadVoice('broken');
  return { kind: 'mp3', seconds, clean: bytes.subarray(start, at) };
}

function mp3Frame(head: number): { length: number; seconds: number } | null {
  const bits = (from: number, count: number) => (head >>> (32 - from - count)) & ((1 << count) - 1);
  const version = [2, -1, 1, 0][bits(11, 2)] ?? -1;
  const kbits = (version === 0 ? KBITS_1 : KBITS_2)[bits(16, 4)];
  const rate = RATES[version as 0 | 1 | 2]?.[bits(20, 2)];
  if (bits(0, 11) !== 0x7ff || bits(13, 2) !== 1 || !kbits || !rate) return null;
  const samples = version === 0 ? 1152 : 576;
  return {
    length: Math.floor(((samples / 8) * kbits * 1000) / rate) + bits(22, 1),
    seconds: samples / rate,
  };
}

/** Elements of EBML that hold others and are walked into. */
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const GROUP = 0xa0;
const TAGS = 0x1254c367;
const ATTACHMENTS = 0x1941a469;

/** Matroska as browsers write it: one track of Opus, clusters of unknown size, blocks with a time in ms. */
function readWebm(bytes: Buffer): ReturnType<Read> {
  const seen = { docType: '', types: [] as number[], codecs: [] as string[], last: 0, blocks: 0, scale: 1e6 };
  let cluster = 0;
  const walk = (from: number, until: number, depth: number): void => {
    if (depth > 6) throw new BadVoice('broken');
    for (let at = from; at < until; ) {
      const id = vint(bytes, at, 4, false);
      const size = vint(bytes, at + id.length, 8, true);
      const body = at + id.length + size.length;
      const open = size.value === null;
      const end = open ? until : body + Number(size.value);
      if (end > until) throw new BadVoice('broken');
      switch (id.value) {
        case EBML:
        case SEGMENT:
        case TRACKS:
        case TRACK:
        case GROUP:
          walk(body, end, depth + 1);
          break;
        case CLUSTER:
          // of unknown size it ends where the next begins: its children are read at this level
          if (open) {
            at = body;
            continue;
          }
          walk(body, end, depth + 1);
          break;
        case TAGS:
        case ATTACHMENTS:
          throw new BadVoice('behind');
        case 0x4282:
          seen.docType = bytes.toString('latin1', body, end);
          break;
        case 0x83:
          seen.types.push(number(bytes, body, end));
          break;
        case 0x86:
          seen.codecs.push(bytes.toString('latin1', body, end));
          break;
        case 0x2ad7b1:
          seen.scale = number(bytes, body, end);
          break;
        case 0xe7:
          cluster = number(bytes, body, end);
          break;
        case 0xa3:
        case 0xa1:
          if (end - body < 4) throw new BadVoice('broken');
          seen.blocks += 1;
          seen.last = Math.max(seen.last, cluster + bytes.readInt16BE(body + 1));
          break;
        default:
          if (open) throw new BadVoice('broken');
      }
      at = end;
    }
  };
  walk(0, bytes.length, 0);
  if (seen.docType !== 'webm') throw new BadVoice('type');
  if (seen.types.length !== 1 || seen.types[0] !== 2) throw new BadVoice('video');
  if (seen.codecs[0] !== 'A_OPUS' || seen.blocks === 0) throw new BadVoice('broken');
  return { kind: 'webm', seconds: (seen.last * seen.scale) / 1e9, clean: bytes };
}

/** A number of variable length; null for a size that is not known. */
function vint(
  bytes: Buffer,
  at: number,
  most: number,
  masked: boolean,
): { value: number | null; length: number } {
  const first = bytes[at];
  if (!first) throw new BadVoice('broken');
  const length = Math.clz32(first) - 23;
  if (length > most || at + length > bytes.length) throw new BadVoice('broken');
  let value = masked ? first & (0xff >> length) : first;
  let ones = value === 0xff >> length;
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index] ?? 0;
    ones &&= next === 0xff;
    value = value * 256 + next;
  }
  return { value: masked && ones ? null : value, length };
}

function number(bytes: Buffer, from: number, until: number): number {
  if (until - from > 6) throw new BadVoice('broken');
  let value = 0;
  for (let at = from; at < until; at++) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

const INTO = ['moov', 'trak', 'mdia', 'moof', 'traf', 'minf', 'stbl', 'mvex'];
const BOXES = [
  ...INTO,
  ...['ftyp', 'mdat', 'mvhd', 'tkhd', 'mdhd', 'hdlr', 'smhd', 'dinf', 'stsd', 'stts', 'stsc', 'stsz', 'stco'],
  ...[
    'co64',
    'mehd',
    'trex',
    'mfhd',
    'tfhd',
    'tfdt',
    'trun',
    'free',
    'edts',
    'sgpd',
    'sbgp',
    'mfra',
    'iods',
    'sidx',
    'elst',
  ],
];

/** ISO media: one track of sound. Boxes of tags and of anything else are refused rather than rewritten. */
function readMp4(bytes: Buffer): ReturnType<Read> {
  const seen = { handlers: [] as string[], data: 0 };
  const time = { scale: 0, stated: 0, listed: 0, usual: 0, from: 0, until: 0, step: 0 };
  const walk = (from: number, until: number, depth: number): void => {
    if (depth > 8) throw new BadVoice('broken');
    for (let at = from; at < until; ) {
      if (at + 8 > until) throw new BadVoice('broken');
      const size = bytes.readUInt32BE(at);
      const type = bytes.toString('latin1', at + 4, at + 8);
      if (size < 8 || at + size > until) throw new BadVoice('broken');
      if (!BOXES.includes(type)) throw new BadVoice('behind');
      const body = at + 8;
      const end = at + size;
      if (INTO.includes(type)) walk(body, end, depth + 1);
      if (type === 'mdat') seen.data += size;
      if (type === 'hdlr' && body + 12 <= end)
        seen.handlers.push(bytes.toString('latin1', body + 8, body + 12));
      timed(type, bytes.subarray(body, end), time);
      at = end;
    }
  };
  walk(0, bytes.length, 0);
  const tracks = seen.handlers.filter((each) => each !== 'mdir');
  if (tracks.length !== 1 || tracks[0] !== 'soun') throw new BadVoice('video');
  if (seen.data === 0) throw new BadVoice('broken');
  // A recorder that writes as it goes states no length, or one in other units: how long it is, its pieces say.
  const length = time.until || time.listed || time.stated;
  return { kind: 'mp4', seconds: time.scale > 0 ? length / time.scale : 0, clean: bytes };
}

/** How long the sound is, in units of `scale` a second; `from` and `step` belong to the piece that is being read. */
interface Time {
  scale: number;
  /** By the head of the track, by its table of samples, and where the last of its pieces ends. */
  stated: number;
  listed: number;
  until: number;
  /** A sample's usual length, by the track and by the piece. */
  usual: number;
  step: number;
  from: number;
}

/** Takes down what a box says about time; ISO/IEC 14496-12, 8.4.2, 8.6.1.2, 8.8.3–8.8.12. */
function timed(type: string, body: Buffer, time: Time): void {
  const flags = body.length >= 4 ? body.readUInt32BE(0) & 0xffffff : 0;
  const wide = body[0] === 1;
  const number = (at: number): number => (at + 4 <= body.length ? body.readUInt32BE(at) : 0);
  const long = (at: number): number => (wide ? number(at) * 2 ** 32 + number(at + 4) : number(at));
  if (type === 'mdhd') {
    time.scale = number(wide ? 20 : 12);
    const stated = long(wide ? 24 : 16);
    // all ones: not known
    time.stated = stated === (wide ? 2 ** 64 : 2 ** 32 - 1) ? 0 : stated;
  }
  if (type === 'stts')
    for (let at = 8; at + 8 <= body.length; at += 8) time.listed += number(at) * number(at + 4);
  if (type === 'trex') time.usual = number(12);
  if (type === 'tfhd') {
    const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
    time.step = flags & 8 ? number(at) : time.usual;
    time.from = time.until;
  }
  if (type === 'tfdt') time.from = long(4);
  if (type !== 'trun') return;
  const samples = number(4);
  const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  const first = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
  if (first + samples * each > body.length) throw new BadVoice('broken');
  let length = samples * time.step;
  if (flags & 0x100) {
    length = 0;
    for (let nth = 0; nth < samples; nth++) length += number(first + nth * each);
  }
  time.from += length;
  time.until = Math.max(time.until, time.from);
}
