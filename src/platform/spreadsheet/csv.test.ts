import * as fc from 'fast-check';
import { parseCsv } from './csv';
import { readTables } from './read';
import { toCsv } from './to-csv';

test.each<[string, string, string[][]]>([
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
  [
    'full-width commas, as typed by hand',
    '姓名，电话\n王，1',
    [
      ['姓名', '电话'],
      ['王', '1'],
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
    'a title above tabs',
    '双报到党员名单\n姓名\t手机号\n王\t17',
    [['双报到党员名单'], ['姓名', '手机号'], ['王', '17']],
  ],
  [
    'a title with commas above tabs',
    '一,二,三\n姓名\t手机号\n王\t17\n李\t18',
    [['一,二,三'], ['姓名', '手机号'], ['王', '17'], ['李', '18']],
  ],
  ['one column', '姓名\n王\n李', [['姓名'], ['王'], ['李']]],
  ['a quote inside a cell is a letter', '王"大"力,1', [['王"大"力', '1']]],
  ['breaks of an old Mac, and an empty line', 'a,b\r\rc,d', [['a', 'b'], [''], ['c', 'd']]],
  [
    'line ends of several programs',
    'a,b\r\nc,d\ne,f\rg,h',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ],
  ],
  ['numbers kept as text by a formula', '王,"=""17000000123""",="18"', [['王', '17000000123', '18']]],
  [
    'numbers kept as text by a quote',
    "王,'17000000123,'+86 1,'平常",
    [['王', '17000000123', '+86 1', "'平常"]],
  ],
  ['nothing', '', []],
])('%s', (_, text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});

test('what is written can be read again; nothing written is a formula', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) => text.replace(/^[=+\-@＝＋－＠\t\r'\ufeff]/, '_').replace(/\r\n?/g, '\n'));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      table.filter((rows) => !rows.flat().some((text) => /[\r]|^\s*[=+\-@＝＋－＠]/m.test(text))),
      (rows) => {
        const full = rows.map((row) => ['行', ...row]);
        expect(parseCsv(toCsv(full))).toEqual(full);
      },
    ),
  );
  expect(toCsv([['=HYPERLINK("x")', '+1']])).toContain(`"'=HYPERLINK(""x"")","'+1"`);
});

describe('in whatever encoding it was saved', () => {
  const TEXT = '姓名\t手机号\r\n王小明\t17000000123\r\n';
  const ROWS = [
    ['姓名', '手机号'],
    ['王小明', '17000000123'],
  ];
  const little = Buffer.from(TEXT, 'utf16le');
  // 姓名,手机号 CRLF 王,17 in GBK; 䶮 only in GB 18030
  const gbk = Buffer.from('d0d5c3fb2ccad6bbfabac50d0acdf52c3137', 'hex');
  const rare = Buffer.from('d0d5c3fb2ccad6bbfabac50d0afe9f2c3137', 'hex');
  test.each<[string, Buffer, string[][]]>([
    ['UTF-8', Buffer.from(TEXT), ROWS],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), ROWS],
    ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), little]), ROWS],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]), ROWS],
    ['UTF-16 without a mark', little, ROWS],
    ['UTF-16, big end first, without a mark', Buffer.from(little).swap16(), ROWS],
    [
      'GBK',
      gbk,
      [
        ['姓名', '手机号'],
        ['王', '17'],
      ],
    ],
    [
      'GB 18030',
      rare,
      [
        ['姓名', '手机号'],
        ['䶮', '17'],
      ],
    ],
  ])('%s', async (_, bytes, rows) => {
    expect(await readTables(bytes)).toEqual([{ name: null, hidden: false, rows }]);
  });

  test.each<[string, Buffer]>([
    ['a web page under a spreadsheet’s name', Buffer.from('<html><table><tr><td>姓名')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 1, 0, 0, 3])],
    ['20,001 rows', Buffer.from('王\n'.repeat(20_001))],
  ])('%s is refused', async (_, bytes) => {
    await expect(readTables(bytes)).rejects.toMatchObject({ name: 'BadSheet' });
  });
});
