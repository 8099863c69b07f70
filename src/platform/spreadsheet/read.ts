/** Reads a file of a table, told by its content. Fetched when a file was chosen: nobody else carries its libraries. */
import { readText } from './csv';
import { BadSheet, type Table } from './table';
import { readXlsx } from './xlsx';

/** Every sheet of the file. Throws BadSheet. */
export async function readTables(bytes: Uint8Array): Promise<Table[]> {
  // A workbook is a ZIP, and each ZIP begins so. An old .xls, and one with a password, begin otherwise.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await readXlsx(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new BadSheet('xls');
  return readText(bytes);
}
