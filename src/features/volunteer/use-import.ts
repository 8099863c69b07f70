/** A list of those who report to two organisations: opened, tried, then taken; in parts that a call can carry. */
import { useState } from 'react';
import type { Input } from '@/contract';
import type { ImportView } from '@/contract/volunteer';
import { type Column, pickColumns } from '@/domain/sheet/columns';
import { call, say, sentenceOf, useDoing } from '@/src/platform';
import { openSheet } from '@/src/platform/sheet-file';
import { IMPORT } from './words';

type Row = Input<'enrolment.import'>['rows'][number];

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

/** So many rows travel in one call. */
const PART = 200;
/** A cell longer than this is no name or number. */
const CELL = 60;

export interface Importing {
  /** What the trial said; null before a file was chosen. */
  readonly tried: ImportView | null;
  readonly doing: boolean;
  readonly choose: () => void;
  readonly take: () => void;
}

export function useImport(onDone: () => void): Importing {
  const { act, doing } = useDoing();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [tried, setTried] = useState<ImportView | null>(null);

  const choose = async () => {
    try {
      const table = await openSheet();
      if (!table) return;
      const found = pickColumns(table, COLUMNS);
      if (!found.ok) return say(IMPORT.missing(found.missing));
      if (found.rows.length === 0) return say(IMPORT.empty);
      const read = found.rows.map(({ line, name, phone, work, home, skills }): Row => {
        const cut = (cell: string) => cell.slice(0, CELL);
        return {
          line,
          name: cut(name),
          phone: cut(phone),
          work: cut(work),
          home: cut(home),
          skills: cut(skills),
        };
      });
      setRows(read);
      setTried(null);
      await act(async () => setTried(await inParts(read, true)));
    } catch (error) {
      say(error instanceof Error ? error.message : sentenceOf(error));
    }
  };
  const take = async () => {
    const done = await act(async () => {
      await inParts(rows, false);
    });
    if (!done) return;
    say(IMPORT.done);
    setTried(null);
    setRows([]);
    onDone();
  };
  return { tried, doing, choose: () => void choose(), take: () => void take() };
}

/** One part after the other, and their sum. A part that is sent twice changes nothing. */
async function inParts(rows: readonly Row[], dry: boolean): Promise<ImportView> {
  let sum: ImportView = { dry, fresh: 0, changed: 0, same: 0, wrong: 0, rows: [] };
  for (let from = 0; from < rows.length; from += PART) {
    const part = await call('enrolment.import', { dry, rows: [...rows.slice(from, from + PART)] });
    sum = {
      dry,
      fresh: sum.fresh + part.fresh,
      changed: sum.changed + part.changed,
      same: sum.same + part.same,
      wrong: sum.wrong + part.wrong,
      rows: [...sum.rows, ...part.rows],
    };
  }
  return sum;
}
