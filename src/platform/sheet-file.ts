/** A list that somebody chooses from this machine: CSV or XLSX, as rows of cells. Not part of the index: one page uses it. */

/** Can this target open a file of the machine? */
export const CAN_OPEN_SHEET: boolean = false;

/** The rows of the chosen file; null when nobody chose one. Throws an Error with one sentence for people otherwise. */
export async function openSheet(): Promise<string[][] | null> {
  return null;
}
