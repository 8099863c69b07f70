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

/** The head is looked for in so many rows: lists often have a title above it. */
const HEAD_WITHIN = 5;

/** The rows below the head, with their line numbers as a spreadsheet counts them; empty rows are passed over. */
export function pickColumns<Name extends string>(
  table: readonly (readonly string[])[],
  columns: readonly Column<Name>[],
): Found<Name> {
  const bare = (cell: string) => cell.replace(/[\s*（）()：:]/g, '');
  const placed = (row: readonly string[]) =>
    columns.map(({ called }) => row.findIndex((cell) => called.includes(bare(cell))));
  const heads = table.slice(0, HEAD_WITHIN).map(placed);
  const found = (places: readonly number[]) => places.filter((place) => place >= 0).length;
  const best = heads.reduce(
    (first, places, index) => (found(places) > found(heads[first] ?? []) ? index : first),
    0,
  );
  const places = heads[best] ?? columns.map(() => -1);
  const missing = columns.filter(({ needed }, index) => needed && (places[index] ?? -1) < 0);
  if (missing.length > 0) return { ok: false, missing: missing.map(({ called }) => called[0] ?? '') };
  const rows = table
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(best + 1)
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
    .map(({ row, line }) => ({
      line,
      ...(Object.fromEntries(
        columns.map(({ name }, index) => [name, (row[places[index] ?? -1] ?? '').trim()]),
      ) as Record<Name, string>),
    }));
  return { ok: true, rows };
}
