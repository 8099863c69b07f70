/**
 * Authority is asked at one place, `domain/org/policy`. Nobody else looks at somebody's posts, at the units they lead or
 * at the kind of a post to decide what they may. The rule is shown to be awake by lines that break it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from '@/test/weapp/built';

const ROOM = 'domain/org/policy.ts';

/** Asking a person's posts or leads, or the kind of a post. */
const ASKS = [
  /\bstaff\b[!?]?\s*\.\s*(?:posts|leads)\b(?!\.map\(\(post\) => post\.name\)|\.map\(\(\{ name \}\) => name\))/,
  /(?<!\barea\.|\bhome\.|\bTOWN\.)\bposts\s*\.\s*(?:some|every|find|filter|includes)\(/,
  /\bleads\s*\.\s*(?:some|every|find|filter|includes|length)\b/,
  /\{[^{}]*\b(?:posts|leads)\b[^{}]*\}\s*:\s*(?:Staff|Office|Actor)\b/,
  /\bkind\s*[!=]==?\s*'(?:dispatcher|leader|office|grid-worker|property)'/,
  /'(?:dispatcher|leader)'\s*[!=]==?\s*/,
  /\brequirePost\b/,
];

/** What an area's own list says of its posts is no question of authority: who is on duty, who answers for a service. */
const LISTS: readonly string[] = [
  'domain/org/dispatch.ts',
  'domain/org/faults.ts',
  'domain/org/roster.ts',
  'domain/org/words.ts',
  // which posts a table of responsibility may name
  'cloudfunctions/api/desk/table.ts',
  'cloudfunctions/api/honour/honour.ts',
];

const source = ['domain', 'cloudfunctions']
  .flatMap((room) => filesIn(room).map((file) => path.join(room, file)))
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file));

function askedIn(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, nth) =>
      ASKS.some((ask) => ask.test(line)) ? [`${file}:${nth + 1}: ${line.trim()}`] : [],
    );
}

test('posts and leads are asked for authority in the policy room alone', () => {
  expect(source.filter((file) => file !== ROOM && !LISTS.includes(file)).flatMap(askedIn)).toEqual([]);
});

test('the room asks', () => {
  expect(askedIn(ROOM)).not.toEqual([]);
});

test.each([
  "const may = staff.posts.some((post) => post.kind === 'leader');",
  "  if (!posts.some(({ kind }) => kinds.includes(kind))) throw new Refusal('NOT_ALLOWED');",
  'const desk = staff.leads.length > 0;',
  '  if (staff?.leads.includes(unit)) return true;',
  'const keeps = ({ leads }: Staff): boolean => true;',
  "const isDesk = (kind: string): boolean => kind === 'dispatcher';",
  "requirePost(staff, ['leader']);",
  'return actor.staff!.posts.find((post) => post.unit === unit);',
])('the rule sees %s', (line) => {
  expect(ASKS.some((ask) => ask.test(line))).toBe(true);
});
