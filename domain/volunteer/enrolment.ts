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
  /** `contested`: somebody says that it is theirs whose number is not proven, or that another has; the desk decides. */
  readonly state: 'waiting' | 'reported' | 'contested';
  /** Who reported, and when (ms). */
  readonly person: string | null;
  readonly at: number;
  readonly importedAt: number;
  /** Who else says that it is theirs, oldest first. */
  readonly claims?: readonly Claim[];
  /** Counts the changes, so that two at once do not undo each other. */
  readonly turn?: number;
}

/** Somebody says that an entry is theirs. All moments in ms. */
export interface Claim {
  readonly person: string;
  readonly at: number;
  /** Their number is proven to be the entry's. */
  readonly proven: boolean;
}

/** So many claims are kept on one entry; one with a proven number is never pushed out by guesses. */
export const CLAIMS_MAX = 5;

type Changed = Pick<Enrolment, 'person' | 'state' | 'at'> & { readonly claims: readonly Claim[] };

/**
 * What becomes of an entry when somebody says that it is theirs, or null when nothing changes. With a proven number a free
 * entry is theirs at once. Anything else waits for the desk, which sees the person: it is contested, and not lost.
 */
export function claimed(entry: Enrolment, claim: Claim, isSame: (person: string) => boolean): Changed | null {
  const { person, at, claims = [] } = entry;
  if (person !== null && isSame(person)) return null;
  if (person === null && claim.proven)
    return { person: claim.person, state: 'reported', at: claim.at, claims: [] };
  const others = claims.filter((one) => !isSame(one.person));
  const mine = claims.find((one) => isSame(one.person));
  if (mine && (mine.proven || !claim.proven)) return null;
  const guess = others.length >= CLAIMS_MAX ? others.find(({ proven }) => !proven) : undefined;
  const kept = others.filter((one) => one !== guess);
  return kept.length >= CLAIMS_MAX ? null : { person, state: 'contested', at, claims: [...kept, claim] };
}

/** Everybody who says that it is theirs, whoever has it first. */
export const claimants = ({ person, claims = [] }: Pick<Enrolment, 'person' | 'claims'>): string[] => [
  ...(person === null ? [] : [person]),
  ...claims.map((claim) => claim.person),
];

/** The entry as the desk decides it: one of them has it, or nobody, and it waits again. */
export const decided = (person: string | null, now: number): Changed => ({
  person,
  state: person === null ? 'waiting' : 'reported',
  at: now,
  claims: [],
});

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
