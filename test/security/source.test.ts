/** What must not stand anywhere in what is kept or shipped. Each rule is shown to be awake by a line that breaks it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from '@/test/weapp/built';

const tracked = (): string[] =>
  execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => existsSync(file) && !/\.(?:png|jpg|svg)$|package-lock\.json$/.test(file));
const source = (...rooms: string[]): string[] =>
  rooms
    .flatMap((room) => filesIn(room).map((file) => path.join(room, file)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

/** `file: line` of everything that matches. */
function found(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

/** Keys of Tencent and other clouds, private keys, tokens, passwords in addresses, app secrets. */
const SECRET =
  /AKID[0-9A-Za-z]{32}|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY|gh[pousr]_\w{30,}|xox[abp]-\w{10,}|eyJhbGciOi[\w-]{20,}\.|(?:app_?secret|secret_?key|password)["']?\s*[:=]\s*["'][0-9a-zA-Z/+]{16,}["']|:\/\/\w+:[^@\s'"`$]{6,}@/i;

test('T23 the rule sees a key', () => {
  for (const line of [
    `secretId = 'AKID${'z8krbsJ5yKBZQpn74WFkmLPx3gnPhESA'.slice(0, 32)}'`,
    'appSecret: "0123456789abcdef0123456789abcdef"',
    'mongodb://root:hunter2hunter2@db',
    '-----BEGIN RSA PRIVATE KEY-----',
  ])
    expect(line).toMatch(SECRET);
});

test('T23 no secret lies in the repository', () => {
  expect(
    found(
      tracked().filter((file) => file !== 'test/security/source.test.ts'),
      SECRET,
    ),
  ).toEqual([]);
  expect(tracked().filter((file) => /(?:^|\/)\.env(?!\.example)/.test(file))).toEqual([]);
});

test.each(['weapp', 'h5', 'functions'])('T23 no secret is shipped in dist/%s', (target) => {
  const dist = path.join('dist', target);
  if (!existsSync(dist)) return;
  const files = filesIn(dist).filter((file) => /\.(?:js|json|html|wxml)$/.test(file));
  for (const file of files) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    expect([file, /AKID[0-9A-Za-z]{32}|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY/.test(text)]).toEqual([
      file,
      false,
    ]);
    // the names of the keys are the functions' business alone
    if (target !== 'functions')
      expect([file, /YIMA_(?:FILE|AUDIT|PLACE)_KEY/.test(text)]).toEqual([file, false]);
  }
});

test('T11 no screen shows text as markup', () => {
  expect(
    found(
      source('src'),
      /dangerouslySetInnerHTML|\.innerHTML\s*=|<RichText|document\.write\(|\beval\(|new Function\(/,
    ),
  ).toEqual([]);
});

test('T19 the rules and the actions read no clock but the one they are given', () => {
  const files = source('domain', 'contract', 'cloudfunctions').filter(
    (file) => file !== 'cloudfunctions/runtime/clock.ts',
  );
  expect(found(files, /Date\.now\(|new Date\(\)/)).toEqual([]);
});

test('identity is never read from the process, which other calls share', () => {
  expect(
    found(source('cloudfunctions'), /process\.env\.WX_|event\.openid|event\.userInfo|getUserInfo\(/i),
  ).toEqual([]);
});

test('T21, T25 tables leave by no door but those for one’s own record and data, and come in by one', () => {
  const doors = found(
    source('src', 'cloudfunctions', 'contract'),
    /text\/csv|exceljs|(?:read|write)-excel|papaparse|xlsx|\.csv\b/,
  ).map((place) => place.replace(/:\d+$/, ''));
  expect([...new Set(doors)].sort()).toEqual([
    'src/features/activity/words.ts',
    'src/features/rights/words.ts',
    'src/platform/save-text.h5.ts',
    'src/platform/sheet-file.h5.ts',
    'src/platform/spreadsheet/csv.ts',
    'src/platform/spreadsheet/read.ts',
    'src/platform/spreadsheet/xlsx.ts',
  ]);
});

test('no transaction hides a write that runs outside it', () => {
  expect(found(source('cloudfunctions'), /runTransaction|startTransaction/)).toEqual([]);
});

/** Places that read or write tickets past the door that asks who may see them, each with its reason. */
const PAST_THE_DOOR: Readonly<Record<string, string>> = {
  'cloudfunctions/api/ticket/file.ts': 'writes; reads only what the new report follows',
  'cloudfunctions/api/ticket/move.ts': 'asks `openedTo`, after it has looked for its own repeat',
  'cloudfunctions/api/rights/export.ts': 'lists what the person sent',
  'cloudfunctions/api/rights/read.ts': 'lists what the person sent',
};

test('no action lists or reads tickets but through the door that leaves out what its reader must not know', () => {
  const direct = found(
    source('cloudfunctions/api'),
    /\btickets\.(?:list|read|due|flagged)\b|collection\('tickets'\)/,
  );
  const files = [...new Set(direct.map((place) => place.replace(/:\d+$/, '')))].sort();
  expect(files.filter((file) => !(file in PAST_THE_DOOR))).toEqual([]);
  expect(Object.keys(PAST_THE_DOOR).filter((file) => !files.includes(file))).toEqual([]);
});

test('nobody is told of a ticket but through `tellable`', () => {
  const telling = found(source('domain/ticket'), /\bkind, about\b|\bto: (?:person|\w+\.(?:person|lead)),/);
  expect(telling.map((place) => place.replace(/:\d+$/, ''))).toEqual(['domain/ticket/telling.ts']);
});

/** Places that compare an actor’s own ids themselves, each with what it asks: what is theirs, never what is not. */
const OWN_IDS: Readonly<Record<string, string>> = {
  'domain/flow/same-person.ts': 'the one place that says who is the same human being',
  'domain/org/roster.ts': 'one’s own leave',
  'domain/ticket/flow.ts': 'who has it, together with the post they hold today',
  'domain/ticket/joint.ts': 'whose measure it is, together with the post they hold today',
  'domain/ticket/longterm.ts': 'whether the note is the handler’s news',
  'domain/ticket/effects.ts': 'who signs is the handler already',
  'cloudfunctions/api/desk/roster-view.ts': 'one’s own leave',
  'cloudfunctions/api/notices.ts': 'told as a resident or at work',
  'cloudfunctions/api/ticket/file.ts': 'a report of one’s own is taken up again',
  'cloudfunctions/runtime/wishes.ts': 'what one may read again',
  'cloudfunctions/api/ticket/view.ts': 'whether the reader sent it',
  'cloudfunctions/api/ticket/similar.ts': 'one’s own reports are not shown as somebody else’s',
  'cloudfunctions/api/volunteer/desk.ts': 'one’s own claim',
};

test('who is the same human being is asked at one place', () => {
  const ids = String.raw`(?:actor\.id|actor\.staff\??\.id|\bstaff\??\.id)`;
  const compared = new RegExp(`${ids}\\s*[!=]==|[!=]==\\s*${ids}\\b`);
  expect('if (pending.by === staff?.id)').toMatch(compared);
  const places = found(source('domain', 'cloudfunctions'), compared).map((one) => one.replace(/:\d+$/, ''));
  expect([...new Set(places)].filter((file) => !(file in OWN_IDS)).sort()).toEqual([]);
});
