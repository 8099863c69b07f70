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
  [
    'a title above the head, which has no separator: commas',
    '双报到名单\n姓名,手机;座机',
    [['双报到名单'], ['姓名', '手机;座机']],
  ],
  ['a quote inside a cell is a letter', '王"大"力,1', [['王"大"力', '1']]],
  ['breaks of an old Mac, and an empty line', 'a,b\r\rc,d', [['a', 'b'], [''], ['c', 'd']]],
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

test('another program’s workbook: attributes in another order, a target from the root, cells without references', async () => {
  const links = [
    '<Relationship Type="styles" Target="styles.xml" Id="rId1"/>',
    '<Relationship Type="sheet" Target="/xl/worksheets/list.xml" Id="rId7"/>',
  ].join('');
  const file = zip({
    'xl/workbook.xml': BOOK,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links}</Relationships>`,
    'xl/styles.xml': '<styleSheet/>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>旧表</v></c></row></sheetData></worksheet>',
    'xl/worksheets/list.xml': `<worksheet><sheetData>
<row><c t="inlineStr"><is><t>姓名</t></is></c><c/><c><v>电话</v></c></row>
<row r="2"><c r="AB2"><v>6.2E+10</v></c><c><v>末列</v></c></row></sheetData></worksheet>`,
  });
  const [head, row] = await readXlsx(file, inflate);
  expect(head).toEqual(['姓名', '', '电话']);
  // AB is the 28th column, and what follows without a reference stands beside it
  expect(row).toEqual([...Array.from({ length: 27 }, () => ''), '62000000000', '末列']);
});

test('every letter that XML writes out, and none beyond what letters there are', async () => {
  const words = '&lt;&gt;&quot;&apos;&amp;lt;&#x738B;&#24314;&#x110000;';
  const sheet = `<worksheet><sheetData><row><c t="inlineStr"><is><t>${words}</t></is></c></row></sheetData></worksheet>`;
  expect(await readXlsx(zip({ 'xl/worksheets/sheet1.xml': sheet }), inflate)).toEqual([[`<>"'&lt;王建`]]);
});

describe('the archive around the sheet', () => {
  const plain = zip({ 'xl/worksheets/sheet1.xml': SHEET });
  const rows = async (file: Uint8Array) => (await readXlsx(file, inflate)).length;
  const entryAt = Buffer.from(plain).indexOf('PK\x01\x02');
  /** A copy with these numbers written at these places. */
  const changed = (...bytes: [at: number, value: number][]) => {
    const copy = Buffer.from(plain);
    for (const [at, value] of bytes) copy.writeUInt16LE(value, at);
    return copy;
  };

  test('a comment at its end, and fields of a program’s own before a part, are passed over', async () => {
    expect(await rows(Buffer.concat([plain, Buffer.alloc(65_535)]))).toBe(3);
    await expect(rows(Buffer.concat([plain, Buffer.alloc(65_536)]))).rejects.toThrow('no zip');
    const title = 30 + Buffer.byteLength('xl/worksheets/sheet1.xml');
    const own = Buffer.concat([plain.subarray(0, title), Buffer.alloc(4), plain.subarray(title)]);
    own.writeUInt16LE(4, 28);
    own.writeUInt32LE(entryAt + 4, own.length - 6);
    expect(await rows(own)).toBe(3);
  });

  /** As programs without deflate write it: parts as they are, each with fields and a remark of its own in the directory. */
  const stored = (parts: Record<string, string>): Buffer => {
    const [local, central]: [Buffer[], Buffer[]] = [[], []];
    let at = 0;
    for (const [name, text] of Object.entries(parts)) {
      const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
      const head = Buffer.alloc(30);
      head.writeUInt16LE(title.length, 26);
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt32LE(bytes.length, 20);
      entry.writeUInt32LE(bytes.length, 24);
      entry.writeUInt16LE(title.length, 28);
      entry.writeUInt16LE(5, 30);
      entry.writeUInt16LE(3, 32);
      entry.writeUInt32LE(at, 42);
      local.push(head, title, bytes);
      central.push(entry, title, Buffer.alloc(8));
      at += 30 + title.length + bytes.length;
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(central.length / 3, 10);
    end.writeUInt32LE(at, 16);
    return Buffer.concat([...local, ...central, end]);
  };

  test('parts that are not packed are read as they are, and no further than their end', async () => {
    const never = async () => Promise.reject(new Error('nothing to inflate'));
    const file = stored({
      '/xl/worksheets/sheet1.xml': '<row><c t="s"><v>0</v></c><c t="s"><v>7</v></c><c><v>1</v></c></row>',
      'xl/worksheets/sheet2.xml': '<row><c><v>另一张表</v></c></row>',
      'xl/sharedStrings.xml': '<sst><si><t>姓名</t></si></sst>',
    });
    // a word that is not in the list is an empty cell
    expect(await readXlsx(file, never)).toEqual([['姓名', '', '1']]);
  });

  test.each([
    ['packed in a way that nobody reads', [entryAt + 10, 12], 'compression'],
    ['said to be larger than a list of persons', [entryAt + 26, 0x0132], 'too large'],
    ['lying beyond the end', [entryAt + 44, 0x00ff], 'entry'],
  ] as const)('a part %s is refused', async (_, [at, value], words) => {
    await expect(rows(changed([at, value]))).rejects.toThrow(words);
  });

  test('a small part that swells beyond what a list of persons needs is refused', async () => {
    const swells = async () => new Uint8Array(20_000_001);
    await expect(readXlsx(plain, swells)).rejects.toThrow('too large');
  });
});

test.each([
  [20_000, 20_000],
  [20_001, 'too many rows'],
  [0, 'too many rows'],
])('a row numbered %d', async (nth, expected) => {
  const file = zip({ 'xl/worksheets/sheet1.xml': `<row r="${nth}"><c><v>王</v></c></row>` });
  const read = readXlsx(file, inflate).then(
    (rows) => rows.length,
    ({ message }: Error) => message,
  );
  expect(await read).toBe(expected);
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

test('the head is looked for in the first five rows, and the one that names most is taken', () => {
  const title = ['名单'];
  const head = ['姓名', '电话'];
  const found = (above: number) => pickColumns([...Array(above).fill(title), head, ['王', '17']], COLUMNS);
  expect(found(4)).toEqual({ ok: true, rows: [{ line: 6, name: '王', phone: '17', skills: '' }] });
  expect(found(5)).toEqual({ ok: false, missing: ['姓名', '电话'] });
  // a title that has one of the words is no head, and of two heads the first is
  const table = [['姓名见下'], ['姓名'], head, head, ['王']];
  expect(pickColumns(table, COLUMNS)).toEqual({
    ok: true,
    rows: [
      { line: 4, name: '姓名', phone: '电话', skills: '' },
      { line: 5, name: '王', phone: '', skills: '' },
    ],
  });
});

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
