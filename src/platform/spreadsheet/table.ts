/** What was read of a file, whatever its kind. */

/** One sheet: rows of cells as a person reads them, none longer than what was written in it. */
export interface Table {
  /** As its tab says; null for text, which has one sheet without a name. */
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** Thrown for a file that is spoilt, of another kind, or too large; never a fault of ours. */
export class BadSheet extends Error {
  override readonly name = 'BadSheet';
}

/** More is no list of persons. */
export const ROWS_MAX = 20_000;
