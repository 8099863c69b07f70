/** A list that somebody chooses from this machine: CSV or XLSX, as sheets of cells. Not part of the index: one page uses it. */
import type { Table } from './spreadsheet/table';

/** Can this target open a file of the machine? */
export const CAN_OPEN_SHEET: boolean = false;

/**
 * Calls `onFile` when somebody has chosen one, which ends what was shown of a file before, and then reads it. Null when nobody
 * chose one. Throws an Error with one sentence for people when it cannot be read.
 */
export async function openSheet(_onFile: () => void): Promise<readonly Table[] | null> {
  return null;
}
