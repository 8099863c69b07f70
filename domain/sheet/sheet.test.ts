import { inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { zip } from '@/test/support/zip';
import { pickColumns } from './columns';
import { parseCsv } from './csv';
import { toCsv } from './to-csv';
import { BadSheet, readXlsx } from './xlsx';

const inflate = async (bytes: Uint8Array) =>
  new Uint8Array(inflateRawSync(bytes, { maxOutputLength: 30_000_000 }));

test.each([
  [
    'commas',
    '姓名,电话\n王,1\n',
    [
      ['姓名', '电话'],
      ['王', '1'],
    ],
  ],
  [
    'a mark and CRLF',
    '\ufeffa,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'tabs',
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1,5;2',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  ['quotes, with a break and a comma inside', '"a,""b""\n c",d', [['a,"b"\n c', 'd']]],
  [
    'empty cells',
    'a,,\n,,c',
    [
      ['a', '', ''],
      ['', '', 'c'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});

test('what is written can be read again; nothing written is a formula', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) => text.replace(/^[=+\-@\t\r']/, '_'));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        expect(parseCsv(toCsv(rows))).toEqual(rows);
      },
    ),
  );
  expect(toCsv([['=HYPERLINK("x")', '+1']])).toContain(`"'=HYPERLINK(""x"")","'+1"`);
});

const BOOK = '<workbook><sheets><sheet name="名单" sheetId="1" r:id="rId7"/></sheets></workbook>';
const LINKS =
  '<Relationships><Relationship Id="rId7" Type="x" Target="worksheets/list.xml"/></Relationships>';
const SHEET = `<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>电话</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>1.7000010002E10</v></c><c r="D3" t="str"><v>a &amp; b</v></c></row>
</sheetData></worksheet>`;
const STRINGS =
  '<sst><si><t>姓名</t></si><si><r><t>王</t></r><r><t xml:space="preserve">建国</t></r><rPh sb="0"><t>wang</t></rPh></si></sst>';

test('the first sheet of a workbook: shared and inline words, long numbers, gaps', async () => {
  const file = zip({
    'xl/workbook.xml': BOOK,
    'xl/_rels/workbook.xml.rels': LINKS,
    'xl/worksheets/list.xml': SHEET,
    'xl/sharedStrings.xml': STRINGS,
  });
  expect(await readXlsx(file, inflate)).toEqual([
    ['姓名', '电话'],
    [],
    ['王建国', '17000010002', '', 'a & b'],
  ]);
});

test('what is no workbook is refused, whatever it is', async () => {
  const files = [
    new Uint8Array(),
    new Uint8Array(100),
    Buffer.from('姓名,电话'),
    zip({ 'word/document.xml': '<x/>' }),
    zip({ 'xl/worksheets/sheet1.xml': '<row r="999999999"></row>' }),
  ];
  for (const file of files) await expect(readXlsx(file, inflate)).rejects.toThrow(BadSheet);
  const good = zip({ 'xl/worksheets/sheet1.xml': SHEET });
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
      const spoilt = Uint8Array.from(good);
      spoilt[at] = value;
      await readXlsx(spoilt, inflate).catch((error: Error) => expect(error).toBeInstanceOf(BadSheet));
    }),
    { numRuns: 300 },
  );
});

const COLUMNS = [
  { name: 'name', called: ['姓名', '名字'], needed: true },
  { name: 'phone', called: ['电话', '手机号'], needed: true },
  { name: 'skills', called: ['特长'], needed: false },
] as const;

test('columns are found by what people call them, below a title; lines are those of the spreadsheet', () => {
  const table = [
    ['双报到名单'],
    ['序号', '手机 号', '姓名*'],
    ['1', ' 17 ', '王'],
    ['', '', ''],
    ['2', '18', '李'],
  ];
  expect(pickColumns(table, COLUMNS)).toEqual({
    ok: true,
    rows: [
      { line: 3, name: '王', phone: '17', skills: '' },
      { line: 5, name: '李', phone: '18', skills: '' },
    ],
  });
  expect(pickColumns([['姓名', '地址']], COLUMNS)).toEqual({ ok: false, missing: ['电话'] });
  expect(pickColumns([], COLUMNS)).toEqual({ ok: false, missing: ['姓名', '电话'] });
});
