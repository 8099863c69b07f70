import type { ImportView } from '@/contract/volunteer';
import type { Table } from '@/src/platform/spreadsheet/table';
import { listIn, type Trial, tryFile } from './import-list';

const HEAD = ['姓名', '手机号', '工作单位', '居住村'];
const WANG = ['王小明', '17000000123', '第一小学', '闫满村'];
const table = (name: string | null, rows: string[][], hidden = false): Table => ({ name, hidden, rows });
const VIEW: ImportView = { dry: true, fresh: 1, changed: 0, same: 0, wrong: 0, rows: [] };

test('the sheet with the list is read, wherever it stands, and the others are named', () => {
  const dictionary = table('字典', [['类别'], ['党员']], true);
  const note = table('填表说明', [['请按模板填写']]);
  const list = table('名单', [HEAD, WANG]);
  expect(listIn([dictionary, note, list])).toEqual({
    rows: [{ line: 2, name: '王小明', phone: '17000000123', work: '第一小学', home: '闫满村', skills: '' }],
    from: '读的是“名单”这张表；没有读“填表说明”；隐藏的“字典”没有读',
  });
  expect(listIn([list]).from).toBeNull();
  // a list that stands in a hidden sheet alone is still the list; one beside it that is shown wins
  expect(listIn([note, table('底表', [HEAD, WANG], true)]).from).toContain('“底表”');
  expect(listIn([table('旧表', [HEAD, WANG, WANG], true), list]).rows).toHaveLength(1);
  // an empty template before the list
  expect(listIn([table('模板', [HEAD]), list]).from).toContain('读的是“名单”');
});

test('digits as wide as a character are digits', () => {
  const wide = ['王小明', '１７００００００１２３', ...WANG.slice(2)];
  expect(listIn([table(null, [HEAD, wide])]).rows[0]?.phone).toBe('17000000123');
});

test.each<[string, Table[], string]>([
  ['no sheet', [], '表格里没有人'],
  ['an empty sheet', [table(null, [])], '表格里没有这些列：姓名、手机号、工作单位、居住村'],
  ['a head alone', [table(null, [HEAD])], '表格里没有人'],
  ['a column less', [table(null, [HEAD.slice(0, 3), WANG])], '表格里没有这些列：居住村'],
])('%s is said', (_, tables, words) => {
  expect(() => listIn(tables)).toThrow(words);
});

describe('a second file', () => {
  /** What stands on the screen after the first file was tried and another was chosen. */
  async function left(
    second: (onFile: () => void) => Promise<readonly Table[] | null>,
    dry = async () => VIEW as ImportView | null,
  ) {
    const shown: (Trial | null)[] = [];
    const show = (trial: Trial | null) => shown.push(trial);
    await tryFile(chosen([table(null, [HEAD, WANG])]), async () => VIEW, show);
    expect(shown.at(-1)?.rows).toHaveLength(1);
    await tryFile(second, dry, show).catch(() => undefined);
    return shown.at(-1);
  }
  const chosen = (tables: Table[]) => async (onFile: () => void) => {
    onFile();
    return tables;
  };

  test('that cannot be opened, has other columns, nobody, or cannot be tried leaves nothing to import', async () => {
    const broken = async (onFile: () => void) => {
      onFile();
      throw new Error('这个文件打不开');
    };
    expect(await left(broken)).toBeNull();
    expect(await left(chosen([table(null, [['姓名'], ['王']])]))).toBeNull();
    expect(await left(chosen([table(null, [HEAD])]))).toBeNull();
    expect(await left(chosen([table(null, [HEAD, WANG])]), async () => null)).toBeNull();
  });

  test('that is good is what will be imported', async () => {
    const trial = await left(chosen([table(null, [HEAD, WANG, ['李', ...WANG.slice(1)]])]));
    expect(trial?.rows.map(({ name }) => name)).toEqual(['王小明', '李']);
  });

  test('that nobody chose after all leaves the first', async () => {
    expect((await left(async () => null))?.rows).toHaveLength(1);
  });
});
