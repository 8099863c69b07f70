import { pickColumns } from './columns';

const COLUMNS = [
  { name: 'name', called: ['姓名', '名字'], needed: true },
  { name: 'phone', called: ['电话', '手机号', '联系方式'], needed: true },
  { name: 'skills', called: ['特长'], needed: false },
] as const;
const one = (line: number, name: string, phone: string, skills = '') => ({ line, name, phone, skills });

test('the head is looked for in the first ten rows, and the one that names most is taken', () => {
  const head = ['姓名', '电话'];
  const found = (above: number) => pickColumns([...Array(above).fill(['名单']), head, ['王', '17']], COLUMNS);
  expect(found(9)).toEqual({ ok: true, rows: [one(11, '王', '17')] });
  expect(found(10)).toEqual({ ok: false, missing: ['姓名', '电话'] });
  // a title that has one of the words is no head
  const table = [['姓名见下'], ['姓名'], head, ['王', '17']];
  expect(pickColumns(table, COLUMNS)).toEqual({ ok: true, rows: [one(4, '王', '17')] });
});

test('columns are found by what people call them, below a title; lines are those of the spreadsheet', () => {
  const table = [
    ['双报到名单'],
    ['序号', '手机 号', '姓名*'],
    ['1', ' 17 ', '王'],
    ['', '', ''],
    ['2', '18', '李'],
  ];
  expect(pickColumns(table, COLUMNS)).toEqual({ ok: true, rows: [one(3, '王', '17'), one(5, '李', '18')] });
  expect(pickColumns([['姓名', '地址']], COLUMNS)).toEqual({ ok: false, missing: ['电话'] });
  expect(pickColumns([], COLUMNS)).toEqual({ ok: false, missing: ['姓名', '电话'] });
});

test.each(['手机号（必填）', '手机号(11位)', '＊手机号', '手机号：', '（手机号）', '手机\n号'])(
  '%j is 手机号',
  (cell) => {
    expect(
      pickColumns(
        [
          ['姓名', cell],
          ['王', '17'],
        ],
        COLUMNS,
      ),
    ).toEqual({ ok: true, rows: [one(2, '王', '17')] });
  },
);

describe('a head of two rows', () => {
  test.each<[string, string[][], string]>([
    [
      'cells that were made one say it twice',
      [
        ['姓名', '联系方式', '联系方式'],
        ['姓名', '手机号', '固话'],
      ],
      '17',
    ],
    [
      'the lower row says only what the upper leaves open',
      [
        ['姓名', '联系方式', ''],
        ['', '手机号', '固话'],
      ],
      '17',
    ],
    [
      'the number wanted is the second',
      [
        ['姓名', '联系方式', ''],
        ['', '固话', '手机号'],
      ],
      '0871',
    ],
    [
      'the upper row names groups',
      [
        ['本人', '联系', ''],
        ['姓名', '手机号', '固话'],
      ],
      '17',
    ],
  ])('%s', (_, head, first) => {
    const [phone, other] = first === '17' ? ['17', '0871'] : ['0871', '17'];
    expect(pickColumns([['名单'], ...head, ['王', phone, other]], COLUMNS)).toEqual({
      ok: true,
      rows: [one(4, '王', '17')],
    });
  });
});

test('a head that is printed again on each page is nobody', () => {
  const head = ['姓名', '电话'];
  expect(pickColumns([head, ['王', '17'], head, ['李', '18']], COLUMNS)).toEqual({
    ok: true,
    rows: [one(2, '王', '17'), one(4, '李', '18')],
  });
});
