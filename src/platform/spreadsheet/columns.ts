/** Finds the columns that are wanted by the names people give them, wherever the head of the table stands. */

export interface Column<Name extends string> {
  readonly name: Name;
  /** Any of these, without spaces. */
  readonly called: readonly string[];
  readonly needed: boolean;
}

export type Found<Name extends string> =
  | { readonly ok: true; readonly rows: readonly (Record<Name, string> & { readonly line: number })[] }
  | { readonly ok: false; readonly missing: readonly string[] };

/** The head is looked for in so many rows: lists often have a title, a date and a note above it. */
const HEAD_WITHIN = 10;

/** The rows below the head, with their line numbers as a spreadsheet counts them; empty rows are passed over. */
export function pickColumns<Name extends string>(
  table: readonly (readonly string[])[],
  columns: readonly Column<Name>[],
): Found<Name> {
  const placed = (row: readonly string[]) =>
    columns.map(({ called }) => row.findIndex((cell) => isCalled(cell, called)));
  const heads = table.slice(0, HEAD_WITHIN).map(placed);
  const found = (places: readonly number[]) => places.filter((place) => place >= 0).length;
  const best = heads.reduce(
    (first, places, index) => (found(places) > found(heads[first] ?? []) ? index : first),
    0,
  );
  const every = columns.flatMap(({ called }) => called);
  const isHead = (row: readonly string[]) => {
    const full = row.filter((cell) => cell.trim() !== '');
    const known = full.filter((cell) => isCalled(cell, every)).length;
    return known > 0 && known * 2 >= full.length;
  };
  // A head of two rows: 联系方式 above 手机号 and 固话. The lower one says more exactly what a column is.
  const second = placed(isHead(table[best + 1] ?? []) ? (table[best + 1] ?? []) : []);
  const places = columns.map((_, index) =>
    (second[index] ?? -1) >= 0 ? (second[index] ?? -1) : (heads[best]?.[index] ?? -1),
  );
  const missing = columns.filter(({ needed }, index) => needed && (places[index] ?? -1) < 0);
  if (missing.length > 0) return { ok: false, missing: missing.map(({ called }) => called[0] ?? '') };
  const rows = table
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(best + 1)
    // lists that were printed say their head again on every page
    .filter(({ row }) => row.some((cell) => cell.trim() !== '') && !isHead(row))
    .map(({ row, line }) => ({
      line,
      ...(Object.fromEntries(
        columns.map(({ name }, index) => [name, (row[places[index] ?? -1] ?? '').trim()]),
      ) as Record<Name, string>),
    }));
  return { ok: true, rows };
}

/** 手机号*, 手机 号, 手机号（必填） and ＊手机号： are all 手机号. */
function isCalled(cell: string, called: readonly string[]): boolean {
  const bare = cell.normalize('NFKC').replace(/[\s*:]/g, '');
  return called.includes(bare.replace(/[()]/g, '')) || called.includes(bare.replace(/\([^()]*\)/g, ''));
}
