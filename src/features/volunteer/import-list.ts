/** From the sheets of a file to the rows of a list, and from there to a trial: what would come of importing it. */
import type { Input } from '@/contract';
import type { ImportView } from '@/contract/volunteer';
import { type Column, pickColumns } from '@/src/platform/spreadsheet/columns';
import type { Table } from '@/src/platform/spreadsheet/table';
import { IMPORT } from './words';

export type Row = Input<'enrolment.import'>['rows'][number];

const COLUMNS: readonly Column<'name' | 'phone' | 'work' | 'home' | 'skills'>[] = [
  { name: 'name', called: ['姓名', '名字', '党员姓名', '志愿者姓名'], needed: true },
  {
    name: 'phone',
    called: ['手机号', '手机', '电话', '联系电话', '手机号码', '电话号码', '联系方式'],
    needed: true,
  },
  {
    name: 'work',
    called: ['工作单位', '单位', '所在单位', '在职单位', '组织关系所在单位', '所在党组织'],
    needed: true,
  },
  {
    name: 'home',
    called: ['居住村', '居住地', '村', '社区', '村居', '报到社区', '居住社区', '报到村'],
    needed: true,
  },
  { name: 'skills', called: ['特长', '技能', '专长', '服务意向'], needed: false },
];

/** A cell longer than this is no name or number. */
const CELL = 60;

export interface List {
  readonly rows: readonly Row[];
  /** Which sheet was read and which were not, where a file has several; null otherwise. */
  readonly from: string | null;
}

/**
 * The rows of the first sheet in which the list stands; one that is hidden, as lists of choices are, only when no other has
 * it. Throws an Error with a sentence for people.
 */
export function listIn(tables: readonly Table[]): List {
  const seen = [...tables.filter(({ hidden }) => !hidden), ...tables.filter(({ hidden }) => hidden)];
  const tried = seen.map((table) => ({ table, found: pickColumns(table.rows, COLUMNS) }));
  const filled = tried.filter(({ found }) => found.ok && found.rows.length > 0);
  const { table, found } = filled[0] ?? tried.find(({ found }) => found.ok) ?? tried[0] ?? {};
  if (!table || !found) throw new Error(IMPORT.empty);
  if (!found.ok) throw new Error(IMPORT.missing(found.missing));
  if (found.rows.length === 0) throw new Error(IMPORT.empty);
  const rows = found.rows.map(({ line, name, phone, work, home, skills }): Row => {
    const cut = (cell: string) => cell.slice(0, CELL);
    return {
      line,
      name: cut(name),
      // digits as wide as a character are what some input methods write
      phone: cut(phone.normalize('NFKC')),
      work: cut(work),
      home: cut(home),
      skills: cut(skills),
    };
  });
  const others = seen.filter((each) => each !== table);
  const named = (hidden: boolean) =>
    others.filter((each) => each.hidden === hidden).map(({ name }) => name ?? '');
  return { rows, from: others.length > 0 ? IMPORT.from(table.name ?? '', named(false), named(true)) : null };
}

/** A list and what importing it would do: they belong together, so that nothing is imported but what was tried. */
export interface Trial extends List {
  readonly view: ImportView;
}

/**
 * Opens a file and tries its list; `dry` answers null when that failed and was said. What was tried before is gone as soon as
 * another file is chosen, whatever comes of it: who reads "this file has no such columns" must not find a button below that
 * imports the file before.
 */
export async function tryFile(
  open: (onFile: () => void) => Promise<readonly Table[] | null>,
  dry: (rows: readonly Row[]) => Promise<ImportView | null>,
  show: (trial: Trial | null) => void,
): Promise<void> {
  const tables = await open(() => show(null));
  if (!tables) return;
  const list = listIn(tables);
  const view = await dry(list.rows);
  if (view) show({ ...list, view });
}
