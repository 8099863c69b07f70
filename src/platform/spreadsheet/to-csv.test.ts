/** What a person takes along is opened by a spreadsheet, which must take nothing in it for a formula. */
import { toCsv } from './to-csv';

/** What spreadsheets have run: a cell, and a line within a cell, that begins like one of these. */
const BEGINS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t=', '\r=', ' =', '\u00a0=', '\u3000=', '\n='];
const BODIES = ['1+1', 'cmd|"/c calc"!A0', 'HYPERLINK("http://x","y")', 'SUM(A1:A9)'];
const CORPUS = BEGINS.flatMap((begin) => BODIES.map((body) => begin + body));

test(`${CORPUS.length} cells that could be formulas are none`, () => {
  for (const cell of CORPUS) {
    const written = toCsv([[cell, '平常的话']]);
    const first = /^\ufeff"((?:[^"]|"")*)"/.exec(written)?.[1]?.replace(/""/g, '"') ?? '';
    expect([cell, first.startsWith("'")]).toEqual([cell, true]);
  }
});

test('ordinary words and numbers stay as they are', () => {
  for (const cell of [
    '二楼的灯坏了',
    '17000000001',
    '3.5',
    '2026-03-02 10:00',
    'T0302-7KQ4M',
    '灯坏了\n三天了',
    '',
  ]) {
    expect(toCsv([[cell]])).toBe(`\ufeff"${cell}"\r\n`);
  }
});
