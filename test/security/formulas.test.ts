/** T21: whatever stands in a table that leaves, a spreadsheet runs none of it; and what was written can be read again. */
import { parseCsv } from '@/src/platform/spreadsheet/csv';
import { toCsv } from '@/src/platform/spreadsheet/to-csv';

const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];
const BEFORE = ['', ' ', '\u00a0', '  \u00a0'];
const COMMANDS = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","点我")',
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '＝1＋1',
  '=IMPORTXML("http://x","//a")',
  '=WEBSERVICE("http://x")',
  "=DDE('cmd';'/C calc';'x')",
  "=2+5+cmd|' /C calc'!A0",
  '"=1+1"',
  '=1+1","=2+2',
  '灯坏了\n=1+1',
  '灯坏了\r\n+1',
  '\t=1+1',
  '\r=1+1',
];
const CORPUS = [...COMMANDS, ...BEFORE.flatMap((before) => STARTS.map((start) => `${before}${start}1+1`))];
/** What a spreadsheet takes for a formula, on any line of a cell. */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/;

test('the corpus is as large as was asked for', () => expect(CORPUS.length).toBeGreaterThanOrEqual(40));

test.each(CORPUS.map((cell) => [JSON.stringify(cell), cell]))('%s is text', (_, cell) => {
  const text = toCsv([
    ['事项', '内容'],
    ['灯', cell],
    ['水', `前 ${cell}`],
  ]);
  // as a spreadsheet reads it: every cell in quotes, and each begins with what is no formula
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, inside = '']) =>
    inside.replaceAll('""', '"'),
  );
  expect(cells).toHaveLength(6);
  for (const inside of cells) expect(inside).not.toMatch(FORMULA);
  const [, row] = parseCsv(text);
  // whatever ends a line inside a cell is read as one break
  expect(row?.[1]?.replace(/^'/, '')).toBe(cell.replace(/\r\n?/g, '\n'));
});
