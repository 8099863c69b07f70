/**
 * 双报到: somebody at work belongs to two organisations, the one where they work and the one where they live. The list
 * comes from the desk; the person reports once, by name and phone.
 */
import type { Area } from '../org/org';

export interface Enrolment {
  readonly _id: string;
  readonly area: string;
  readonly name: string;
  readonly phone: string;
  /** The organisation where they work, in words. */
  readonly work: string;
  /** The village where they live, as a path, and as it was written. */
  readonly home: string;
  readonly homeWords: string;
  /** Ids of skills. */
  readonly skills: readonly string[];
  readonly state: 'waiting' | 'reported';
  /** Who reported, and when (ms). */
  readonly person: string | null;
  readonly at: number;
  readonly importedAt: number;
}

/** One row of a list, as it was written. */
export interface RawRow {
  readonly line: number;
  readonly name: string;
  readonly phone: string;
  readonly work: string;
  readonly home: string;
  readonly skills: string;
}

export type ReadRow =
  | {
      readonly ok: true;
      readonly line: number;
      readonly entry: Pick<Enrolment, 'name' | 'phone' | 'work' | 'home' | 'homeWords' | 'skills'>;
    }
  | { readonly ok: false; readonly line: number; readonly words: string };

const MOBILE = /^1\d{10}$/;

/** Reads a row, or says what is wrong with it and how to mend it. `skills` are ids by their names. */
export function readRow(
  row: RawRow,
  area: Pick<Area, 'nodes'>,
  skills: ReadonlyMap<string, string>,
): ReadRow {
  const wrong = (words: string): ReadRow => ({ ok: false, line: row.line, words });
  const name = row.name.replace(/\s/g, '');
  if (!/^[\p{Script=Han}·]{2,10}$/u.test(name)) return wrong('姓名要写 2 到 10 个汉字');
  const phone = row.phone
    .replace(/[\s-]/g, '')
    .replace(/^(?:\+?86)(?=1\d{10}$)/, '')
    .replace(/\.0$/, '');
  if (/\*/.test(phone)) return wrong('电话是打了星号的，请换成完整的号码');
  if (!MOBILE.test(phone)) return wrong('电话要写 11 位手机号');
  const work = row.work.trim();
  if (!work) return wrong('请写工作单位');
  const written = row.home.trim();
  const village = area.nodes.find(
    ({ kind, name: called }) => kind === 'village' && sameVillage(called, written),
  );
  if (!village) return wrong(written ? `没有叫“${written}”的村，请按名单上的村名写` : '请写居住的村');
  const said = row.skills.split(/[、,，;；\s/]+/).filter(Boolean);
  const unknown = said.find((skill) => !skills.has(skill));
  if (unknown) return wrong(`特长“${unknown}”不在名单里，可以留空`);
  const entry = {
    name,
    phone,
    work,
    home: village.path,
    homeWords: village.name,
    skills: said.map((skill) => skills.get(skill) ?? ''),
  };
  return { ok: true, line: row.line, entry };
}

/** 闫满 is 闫满村 is 闫满社区. */
const sameVillage = (called: string, written: string): boolean => bare(called) === bare(written);
const bare = (name: string): string => name.replace(/(?:村委会|居委会|社区|村)$/, '');

/** Two rows of one list with the same phone: only the first is taken. */
export function withoutDoubles(rows: readonly ReadRow[]): ReadRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (!row.ok) return row;
    const first = seen.get(row.entry.phone);
    seen.set(row.entry.phone, first ?? row.line);
    return first === undefined
      ? row
      : { ok: false, line: row.line, words: `和第 ${first} 行是同一个电话，请核对` };
  });
}
