import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/universal';
import { type Hand, type Written, workbook, workbookOf } from '@/test/support/workbook';
import { zip } from '@/test/support/zip';
import { readTables } from './read';
import { BadSheet } from './table';

const LIST: Written[][] = [
  ['姓名', '手机号', '工作单位', '居住村'],
  ['王小明', 17000000123, '第一小学', '闫满村'],
  ['阿卜杜·外力', '17000000124', 'A & B <厂>', null],
];
const READ = [
  ['姓名', '手机号', '工作单位', '居住村'],
  ['王小明', '17000000123', '第一小学', '闫满村'],
  ['阿卜杜·外力', '17000000124', 'A & B <厂>', ''],
];

/** Milliseconds that this process computed since; a busy machine beside it does not count. */
function cpu(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

const rowsOf = async (file: Uint8Array) => (await readTables(file))[0]?.rows;
/** What a lone sheet says, or the class of the error. */
const outcome = (file: Uint8Array) => rowsOf(file).catch((error: Error) => error.name);

describe('the same list, as several programs write it', () => {
  const HANDS: [string, Hand][] = [
    ['Excel', {}],
    ['a prefix before every element, as .NET writes', { prefix: 'x' }],
    ['a prefix, and words beside their cells', { prefix: 'ns0', inline: true }],
    ['single quotes', { quote: "'" }],
    ['words beside their cells', { inline: true }],
    ['rows and cells without their places', { bare: true }],
    ['places missing, under a prefix, in single quotes', { bare: true, prefix: 'x', quote: "'" }],
    ['shared words in another folder', { strings: { part: 'xl/words/list.xml', target: 'words/list.xml' } }],
    ['shared words above the workbook', { strings: { part: 'words/list.xml', target: '../words/list.xml' } }],
    ['names in other cases', { strings: { part: 'xl/SharedStrings.xml', target: 'sharedStrings.XML' } }],
    ['the workbook in another folder', { book: 'office/book.xml' }],
    ['the workbook at the root', { book: 'workbook.xml' }],
    ['targets from the root', { rooted: true }],
    ['formats that no part lists', { styleless: true }],
    ['a size of whole columns', { dimension: 'A:D' }],
    ['no size at all', { dimension: '' }],
    ['UTF-16', { encoding: 'utf-16' }],
    ['backslashes between folders', { backslashes: true }],
    ['quoted words', { cdata: true }],
    ['quoted words beside their cells', { cdata: true, inline: true }],
  ];
  test.each(HANDS)('%s', async (_, hand) => {
    expect(await rowsOf(workbook(LIST, hand))).toEqual(READ);
  });

  test('any mixture of them', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record<Hand>({
          prefix: fc.constantFrom('', 'x', 'ss', 'a.b-c'),
          quote: fc.constantFrom('"', "'"),
          inline: fc.boolean(),
          bare: fc.boolean(),
          book: fc.constantFrom('xl/workbook.xml', 'office/deep/book.xml', 'w.xml'),
          rooted: fc.boolean(),
          styleless: fc.boolean(),
          encoding: fc.constantFrom('utf-8', 'utf-16'),
          backslashes: fc.boolean(),
          cdata: fc.boolean(),
        }),
        async (hand) => expect(await rowsOf(workbook(LIST, hand))).toEqual(READ),
      ),
      { numRuns: 150 },
    ));
});

test('a workbook of a library for writing them: words, numbers, dates, several sheets', async () => {
  const day = new Date(Date.UTC(2026, 2, 2, 8, 30));
  const rows = [
    ['姓名', '到岗', '数'],
    ['=1+1 & <王>\n二', { value: day, type: Date, format: 'yyyy/m/d h:mm' }, 3.5],
  ];
  const blob = await writeWorkbook([
    { data: rows, sheet: '名单' },
    { data: [['二']], sheet: '另一张' },
  ]).toBlob();
  expect(await readTables(new Uint8Array(await blob.arrayBuffer()))).toEqual([
    {
      name: '名单',
      hidden: false,
      rows: [
        ['姓名', '到岗', '数'],
        ['=1+1 & <王>\n二', '2026-03-02 08:30', '3.5'],
      ],
    },
    { name: '另一张', hidden: false, rows: [['二']] },
  ]);
});

describe('what stands in a cell', () => {
  const ONE = async (cell: Written, hand: Hand) => (await rowsOf(workbook([['格', cell]], hand)))?.[0]?.[1];

  const CELLS: readonly [Written, string, Hand?][] = [
    [17000000123, '17000000123'],
    [1.7000010002e10, '17000010002'],
    [0.1 + 0.2, '0.3'],
    [-3.5, '-3.5'],
    [{ is: true }, 'TRUE'],
    ['  两边有空格\u00a0', '两边有空格'],
    ['&lt;王&gt;', '&lt;王&gt;'],
    ['_x0041_', 'A'],
    [{ serial: 46083 }, '2026-03-02'],
    [{ serial: 46083.5 }, '2026-03-02 12:00'],
    // a day in fractions: 17:29:59.99…, which a person sees as half past five
    [{ serial: 46083.729166666664 }, '2026-03-02 17:30'],
    [{ serial: 46083.72917824074 }, '2026-03-02 17:30:01'],
    [{ serial: 0.3541666666 }, '08:30'],
    [{ serial: 46083 }, '2030-03-03', { date1904: '1' }],
    [{ serial: 46083 }, '2030-03-03', { date1904: 'true' }],
    [{ serial: 46083 }, '2026-03-02', { date1904: 'false' }],
    [{ iso: '2026-03-02' }, '2026-03-02'],
    [{ iso: '2026-03-02T08:30:00' }, '2026-03-02 08:30'],
    [{ iso: '2026-03-02T08:30:00Z' }, '2026-03-02 08:30'],
    ['2026-02-30', '2026-02-30'],
  ];
  test.each(CELLS.map(([cell, words, hand = {}]) => [cell, words, hand] as const))(
    '%j is %s',
    async (cell, words, hand) => {
      expect(await ONE(cell, hand)).toBe(words);
    },
  );

  test('a number as XML writes it keeps its digits', async () => {
    const digits = (text: string) => `<row r="1"><c r="A1"><v>${text}</v></c></row>`;
    const read = (text: string) => rowsOf(workbookOf([{ name: '名单', rows: [], tail: digits(text) }]));
    expect(await read('1.7000010002E10')).toEqual([['17000010002']]);
    expect(await read('17000010002.0')).toEqual([['17000010002']]);
    expect(await read('530102199001011234')).toEqual([['530102199001011234']]);
  });

  test('a cell with an error is empty, and its row stays', async () => {
    const rows = [...LIST, ['李小红', '17000000125', { error: '#N/A' }, '闫满村']] as Written[][];
    expect((await rowsOf(workbook(rows)))?.[3]).toEqual(['李小红', '17000000125', '', '闫满村']);
  });
});

test('a head over two rows and a unit beside several people: cells made one say it for each of them', async () => {
  const rows: Written[][] = [
    ['名单', null, null, null],
    ['姓名', '联系方式', null, '工作单位'],
    [null, '手机号', '固话', null],
    ['王', '17000000123', null, '第一小学'],
    ['李', '17000000124', null, null],
  ];
  const merged = ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3', 'D4:D5', 'A1:XFD1048576', 'nonsense'];
  expect(await rowsOf(workbookOf([{ name: '名单', rows, merged: merged.slice(0, 5) }]))).toEqual([
    ['名单', '名单', '名单', '名单'],
    ['姓名', '联系方式', '联系方式', '工作单位'],
    ['姓名', '手机号', '固话', '工作单位'],
    ['王', '17000000123', '', '第一小学'],
    ['李', '17000000124', '', '第一小学'],
  ]);
  // ranges beyond the table, or none at all, do no harm
  expect(await rowsOf(workbookOf([{ name: '名单', rows, merged }]))).toHaveLength(5);
});

test('sheets have their names, and say whether they are hidden', async () => {
  const file = workbookOf([
    { name: '字典', rows: [['类别']], state: 'hidden' },
    { name: '名单', rows: LIST },
    { name: '旧', rows: [], state: 'veryHidden' },
  ]);
  expect(await readTables(file)).toEqual([
    { name: '字典', hidden: true, rows: [['类别']] },
    { name: '名单', hidden: false, rows: READ },
    { name: '旧', hidden: true, rows: [] },
  ]);
});

describe('a table far longer than what stands in it', () => {
  const empty = (count: number, row: (nth: number) => string) =>
    Array.from({ length: count }, (_, nth) => row(nth + 10)).join('');
  test.each([
    ['one last row that holds a height', '<row r="1048576" ht="20" customHeight="1"/>'],
    ['a last row beyond what spreadsheets have', '<row r="999999999"></row>'],
    ['a formatted cell in the last row', '<row r="1048576"><c r="XFD1048576" s="1"/></row>'],
    [
      '50,000 rows of formatted cells',
      empty(50_000, (nth) => `<row r="${nth}"><c r="A${nth}" s="1"/><c r="B${nth}" s="1"></c></row>`),
    ],
  ])('%s: read as what it is, in no time', async (_, tail) => {
    const file = workbookOf([{ name: '名单', rows: LIST, tail }]);
    const spent = cpu();
    expect(await rowsOf(file)).toEqual(READ);
    expect(spent()).toBeLessThan(2000);
  });

  const row = (nth: number, column = 'A') => `<row r="${nth}"><c r="${column}${nth}"><v>1</v></c></row>`;
  test.each([
    [20_000, 'A', 20_000],
    [20_001, 'A', 'BadSheet'],
    [1_048_576, 'A', 'BadSheet'],
    [100, 'XFD', 100],
    [1000, 'XFD', 'BadSheet'],
  ])('a row numbered %d with a word in column %s', async (nth, column, expected) => {
    const read = await outcome(workbookOf([{ name: '名单', rows: [], tail: row(nth, column) }]));
    expect(Array.isArray(read) ? read.length : read).toBe(expected);
  });

  test('20,000 persons are read whole', async () => {
    const many = Array.from({ length: 19_999 }, (_, nth) => [
      `王${nth}`,
      String(17000000000 + nth),
      '一厂',
      '闫满村',
    ]);
    const read = await rowsOf(workbook([LIST[0] as Written[], ...many]));
    expect(read).toEqual([READ[0], ...many]);
  });
});

describe('what a small file inflates to', () => {
  const bomb = (inside: string) => workbookOf([{ name: '名单', rows: LIST, tail: inside }]);
  const words = (text: string) => `<row r="9"><c r="A9" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  test('20 kB that inflate to 20 MB are refused in under a second', async () => {
    const file = bomb(words('0'.repeat(20_000_000)));
    expect(file.length).toBeLessThan(25_000);
    const spent = cpu();
    expect(await outcome(file)).toBe('BadSheet');
    expect(spent()).toBeLessThan(1000);
  });

  test('so are several parts that are only together too large', async () => {
    const part = words('<t>0</t>'.repeat(1_500_000));
    const sheet = (name: string) => ({ name, rows: [], tail: part });
    const spent = cpu();
    expect(await outcome(workbookOf([sheet('一'), sheet('二'), sheet('三')]))).toBe('BadSheet');
    expect(spent()).toBeLessThan(3000);
  });

  test.each([100, 30_000, 1_000_000])(
    'a file that says it inflates to %d bytes is refused as fast',
    async (size) => {
      const file = Buffer.from(bomb(words('0'.repeat(20_000_000))));
      const entry = file.lastIndexOf('PK\x01\x02', file.lastIndexOf('sheets/s1.xml'));
      file.writeUInt32LE(size, entry + 24);
      const spent = cpu();
      expect(await outcome(file)).toBe('BadSheet');
      expect(spent()).toBeLessThan(1000);
    },
  );

  const many = (text: string, bytes = 12_000_000) => text.repeat(bytes / text.length);
  test.each([
    ['one word of 12 MB', words(many('0')), 'BadSheet'],
    ['a comment of 12 MB', `<!--${many('0')}-->`, READ],
    ['comments that never end', many('<!--'), 'BadSheet'],
    ['tags that never end', many('<c '), 'BadSheet'],
    ['a tag of 12 MB', `<c ${many('r="A1" ')}/>`, 'BadSheet'],
    ['quotes that never end', many('<![CDATA['), 'BadSheet'],
    ['definitions', '<!DOCTYPE x [<!ENTITY a "aaaa">]>', 'BadSheet'],
    ['definitions before the end of a comment', '<!DOCTYPE x [<!-- -->]>', 'BadSheet'],
  ])('%s: read or refused, without a wait', async (_, inside, expected) => {
    const file = bomb(inside);
    const spent = cpu();
    expect(await outcome(file)).toEqual(expected);
    expect(spent()).toBeLessThan(3000);
  });

  test('pictures and drawings of a list are not even unpacked', async () => {
    const parts = {
      'xl/media/image1.png': '0'.repeat(30_000_000),
      'xl/drawings/drawing1.xml': '0'.repeat(30_000_000),
    };
    expect(await rowsOf(zip({ ...unzipSync(workbook(LIST)), ...parts }))).toEqual(READ);
  });
});

test('what is no workbook is refused, whatever it is', async () => {
  const files = [
    Buffer.from('PK'),
    Buffer.from('PK\x03\x04'.padEnd(100, '\0')),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    zip({ 'word/document.xml': '<x/>' }),
    zip({ 'xl/workbook.xml': '<workbook/>' }),
    zip({}),
  ];
  for (const file of files) expect([file.length, await outcome(file)]).toEqual([file.length, 'BadSheet']);
});

test('a spoilt file is read or refused, and nothing else comes of it', async () => {
  const good = workbook(LIST, { bare: true });
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
      const spoilt = Uint8Array.from(good);
      spoilt[at] = value;
      await readTables(spoilt).catch((error: Error) => expect(error).toBeInstanceOf(BadSheet));
    }),
    { numRuns: 400 },
  );
});
