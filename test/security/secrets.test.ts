/**
 * What lets somebody in must not follow from what others read. For each code: it is made several times, and worked out
 * anew from everything that somebody else is shown beside it, with every label that the source uses; no way may hit
 * them all. And a digest without a key names a thing, never a secret: each of its labels has its line here.
 */
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { certificateCode } from '@/cloudfunctions/runtime/certificates';
import { base32, isCodeAt, sceneOf } from '@/cloudfunctions/runtime/scene';
import { booked, fulfilled, idOf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { openidOf, withYima } from '@/test/support/yima';
import { filesIn } from '@/test/weapp/built';

const yima = withYima();

const SOURCES = ['cloudfunctions', 'domain']
  .flatMap((room) => filesIn(room).map((file) => `${room}/${file}`))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const source = SOURCES.map((file) => readFileSync(file, 'utf8')).join('\n');

/** What each unkeyed digest names. None of them opens anything: who asks is looked at, whatever they name. */
const NAMES: Readonly<Record<string, string>> = {
  deed: 'a person in a row of the audit log, who may ask to be forgotten',
  enrolled: 'a notice of a decision',
  activity: 'an activity, by who drafted it and the key',
  appeal: 'a record under review, by the account and its entry',
  binding: 'whose a work identity is, by area and person; it is asked for by nobody from outside',
  certificate: 'the number of a certificate, printed on it; its check code is keyed',
  conduct: 'a record under review, by who raised it and the key',
  enrolment: 'a line of a list, by area and phone',
  flood: 'a counter',
  honour: 'a round of honours, by who announced it and the key',
  leave: 'a notice of a leave, by person, days and reader',
  messages: 'the ledger of consents of a person',
  part: 'a part in an activity',
  person: 'a person, by WeChat’s identity, which nobody else is told',
  points: 'an account',
  return: 'a return, by who took it and the key',
  shelf: 'a thing on the shelf',
  ticket: 'a request, by who filed it and the key',
  unbound: 'a notice, to who was bound before',
  wish: 'a wish, by who posted it and the key',
  'wish-fit': 'a notice of a day',
};

test('a digest without a key is a name, and each is listed', () => {
  const labels = [...source.matchAll(/(?<!\.)\bdigest\(\s*'([\w-]+)'/g)].map(([, label = '']) => label);
  expect([...new Set(labels)].sort()).toEqual(Object.keys(NAMES).sort());
});

test('what is checked is drawn, and neither an id nor a key decides it', () => {
  const draws = [...source.matchAll(/\bisSampled\(([^)]*\)?)/g)].map(([, given = '']) => given);
  expect(draws.filter((given) => given.startsWith('drawLot()'))).toHaveLength(2);
  expect(draws.filter((given) => !/^drawLot\(\)|^lot: number/.test(given))).toEqual([]);
});

type Shown = Readonly<Record<string, string>>;
interface Sample {
  readonly secret: string;
  /** What somebody else reads beside it, by where it stands. */
  readonly shown: Shown;
}

/** Every text and number of an answer, by its path. */
function flat(value: unknown, path = ''): Shown {
  if (typeof value === 'string' || typeof value === 'number') return { [path]: String(value) };
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign({}, ...Object.entries(value).map(([name, inner]) => flat(inner, `${path}.${name}`)));
}

const LABELS = ['', 'pickup', 'code', 'secret', 'check', 'place', 'photo', ...Object.keys(NAMES)];
const JOINTS = ['', ':', '\u0000', '-'];

/** Ways to get a code out of words, each with a name; `words` by their path. */
function* derived(words: Shown): Generator<readonly [string, string]> {
  const entries = Object.entries(words);
  const inputs = [
    ...entries,
    ...entries.flatMap(([one, a]) =>
      entries.filter(([other]) => other !== one).map(([other, b]) => [`${one}+${other}`, a, b] as const),
    ),
  ];
  for (const [path, ...given] of inputs)
    for (const label of LABELS)
      for (const joint of given.length > 1 || label ? JOINTS : [''])
        for (const kind of ['sha256', 'md5', 'hmac'] as const) {
          const text = [...(label ? [label] : []), ...given].join(joint);
          const hash = kind === 'hmac' ? createHmac('sha256', '') : createHash(kind);
          yield [`${kind}(${label}${joint}${path})`, hash.update(text).digest('hex')];
        }
  for (const [path, word] of entries) yield [path, Buffer.from(word).toString('hex')];
}

/** What a code of this shape may be made of a digest. */
function readings(hex: string, secret: string): string[] {
  const length = secret.replace(/\D/g, '').length;
  const numbers = [hex.slice(0, 8), hex.slice(-8), hex.slice(-6)].map((part) => Number.parseInt(part, 16));
  const digits = numbers.map((n) => String(n % 10 ** length).padStart(length, '0'));
  const bytes = Buffer.from(hex, 'hex').subarray(0, 5);
  const letters = bytes.length === 5 ? base32(bytes).toUpperCase() : '';
  return [
    ...(/^\d+$/.test(secret) ? digits : []),
    letters,
    `${letters.slice(0, 4)}-${letters.slice(4)}`,
    letters.toLowerCase(),
    hex.slice(0, secret.length),
    Buffer.from(hex, 'hex').toString('utf8'),
  ];
}

/** The ways that give every secret from what is shown beside it. */
function leaks(samples: readonly Sample[]): string[] {
  let ways: Set<string> | null = null;
  for (const { secret, shown } of samples) {
    const hits = new Set<string>();
    for (const [way, hex] of derived(shown))
      if ((!ways || ways.has(way)) && readings(hex, secret).includes(secret)) hits.add(way);
    ways = hits;
  }
  return [...(ways ?? [])];
}

test('the scan sees a code that follows from an id, however it is made', () => {
  const bad = (make: (id: string) => string) =>
    leaks(['r1a', 'r2b', 'r3c'].map((id) => ({ secret: make(id), shown: { '.id': id, '.when': '今天' } })));
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const four = (hex: string) => String(Number.parseInt(hex.slice(0, 8), 16) % 10_000).padStart(4, '0');
  expect(bad((id) => four(sha(`pickup\u0000${id}`)))).toEqual(['sha256(pickup\u0000.id)']);
  expect(bad((id) => sha(`${id}:今天`).slice(0, 16))).toContain('sha256(:.id+.when)');
  expect(bad((id) => createHmac('sha256', 'key').update(id).digest('hex').slice(0, 8))).toEqual([]);
});

/** Every code: made by one person, with what others read beside it. */
const CODES: Readonly<Record<string, () => Promise<readonly Sample[]>>> = {
  async 'points: the pick-up code'() {
    const samples: Sample[] = [];
    for (const name of ['guest1', 'guest2', 'guest3', 'guest4'] as const) {
      const { id, code } = await booked(yima, name);
      const { rows } = await yima.call('zhao', 'points.returns', { box: 'desk' });
      const row = rows.find((each) => each.id === id);
      expect(JSON.stringify(row)).not.toContain(`"${code}"`);
      samples.push({
        secret: code,
        shown: { ...flat(row), person: idOf(name), openid: openidOf(name), area: AREA },
      });
    }
    return samples;
  },
  async 'photos: what proves whose an id is'() {
    const samples: Sample[] = [];
    for (let nth = 0; nth < 4; nth++) {
      const photo = await yima.photo('lin');
      const { id } = await yima.call('lin', 'ticket.file', yima.filing({ photos: [photo] }));
      const { no } = await yima.call('zhao', 'ticket.read', { id });
      const [, month = '', name = '', secret = ''] =
        /\/(\d{4}-\d\d)\/(\w{16})-(\w{16})[\w-]*\.jpg$/.exec(photo) ?? [];
      samples.push({ secret, shown: { id, no, month, name, person: idOf('lin') } });
    }
    return samples;
  },
  async 'walls: the letters beside a code'() {
    return ['sta1rwe110', 'farend0000', 'k7qm2xda01'].map((_id, nth) => {
      const secret = sceneOf(_id).slice(-8);
      expect(isCodeAt(_id, secret)).toBe(true);
      return { secret, shown: { _id, name: `${nth}号楼`, orgPath: AREA } };
    });
  },
  async 'certificates: the check code'() {
    return ['王芳', '李建', '安宁'].map((name, nth) => {
      const certificate = {
        ...{ _id: `YM2026-7KQ4M2X${nth}`, person: idOf(`guest${nth}`), name, volunteerNo: `V${nth}` },
        ...{ area: AREA, minutes: 120 + nth, parts: [{ id: `h${nth}`, minutes: 120 + nth }], lines: [] },
        ...{ from: 1, until: 2 + nth, issuer: '', inCharge: '', handler: '', contact: '', issuedAt: nth },
      };
      return { secret: certificateCode(certificate), shown: flat(certificate) };
    });
  },
};

test.each(Object.entries(CODES))('%s follows from nothing that others read', async (_, make) => {
  const samples = await make();
  expect(samples.length).toBeGreaterThan(2);
  expect(leaks(samples)).toEqual([]);
});

test('a pick-up code is drawn anew each time, and the same tap again has the same', async () => {
  await fulfilled(yima, 'guest5', 20);
  const drawn = new Set<string>();
  for (let nth = 0; nth < 6; nth++) drawn.add((await booked(yima, 'guest5')).code);
  expect(drawn.size).toBeGreaterThan(3);
});
