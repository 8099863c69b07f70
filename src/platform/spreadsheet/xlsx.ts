/** The sheets of an XLSX file, read by `read-excel-file` behind a guard on what it inflates to. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { china, parseChina } from '@/domain/time/china';
import { HOUR } from '@/domain/time/day';
import { ordinary, type Parts } from './parts';
import { BadSheet, type Table } from './table';

/** Bytes after inflating. A list of 20,000 persons takes about 10 MB; more is no list, and may be a bomb. */
const PART_MAX = 16_000_000;
const WHOLE_MAX = 24_000_000;

/** Throws BadSheet for whatever is no workbook, or too large. */
export async function readXlsx(file: Uint8Array): Promise<Table[]> {
  try {
    const { parts, sheets } = ordinary(inflated(file));
    const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
    // Stored, not packed: what is inflated already need not be inflated again, and no worker is started for it.
    const plain = zipSync(Object.fromEntries(bytes), { level: 0 });
    const read = await readWorkbook<string>(plain.buffer as ArrayBuffer, { parseNumber: numberText });
    return read.map(({ sheet, data }, nth) => {
      const rows = (data ?? []).map((row) => row.map(cellText));
      const { hidden = false, merged = [] } = sheets[nth] ?? {};
      return { name: sheet, hidden, rows: spread(rows, merged) };
    });
  } catch (error) {
    throw error instanceof BadSheet ? error : new BadSheet((error as Error).message);
  }
}

/** Parts that say nothing of what stands in cells. */
const ASIDE =
  /(?:^|[\\/])(?:theme|drawings|charts|pivot\w*|docProps|customXml|externalLinks|comments\w*)[\\/.]/i;

/** Judged by the sizes that the file states, before anything is inflated; what is larger than it says is cut off there. */
function inflated(file: Uint8Array): Parts {
  let whole = 0;
  return unzipSync(file, {
    filter: ({ name, size, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name) || ASIDE.test(name)) return false;
      whole += originalSize;
      if (originalSize > PART_MAX || whole > WHOLE_MAX) throw new BadSheet('too large');
      // packing adds a few bytes at most: a part that is said to be smaller than it is packed is no honest one
      if (size > originalSize + 1000) throw new BadSheet('sizes');
      return true;
    },
  });
}

/** 1.7000010002E10 is 17000010002: spreadsheets keep long numbers so. What is whole stays digit by digit. */
function numberText(written: string): string {
  const number = Number(written);
  if (/^-?\d+$/.test(written) || Number.isNaN(number)) return written;
  return String(Number(number.toPrecision(15)));
}

/** Days before this are no dates but times of a day: spreadsheets count from 1900, or from 1904. */
const COUNTED_FROM = Date.UTC(1904, 0, 2);
const ISO = ['YYYY-MM-DD', 'YYYY-MM-DDTHH:mm', 'YYYY-MM-DDTHH:mm:ss', 'YYYY-MM-DDTHH:mm:ss.SSS'];

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  // The library gives the clock's figures as if they were UTC's; a date is a fraction of a day, rounded here to the second.
  if (cell instanceof Date) return dayText(Math.round(cell.getTime() / 1000) * 1000 - 8 * HOUR);
  const text = String(cell);
  const written = /^\d{4}-\d\d-\d\d(?:T|$)/.test(text) ? parseChina(text.replace(/Z$/, ''), ISO) : null;
  return written === null ? text : dayText(written);
}

/** 2026-03-02, with its hour where it has one; an hour alone where there is no day. */
function dayText(at: number): string {
  const clock = china(at);
  const time = clock.as('HH:mm:ss').replace(/^(\d\d:\d\d):00$/, '$1');
  if (at + 8 * HOUR < COUNTED_FROM) return time;
  return time === '00:00' ? clock.as('YYYY-MM-DD') : `${clock.as('YYYY-MM-DD')} ${time}`;
}

/** So many cells are filled at most; ranges of one sheet do not overlap. */
const SPREAD_MAX = 200_000;

/** What stands in cells that were made one is meant for each of them: a unit beside five people, a head over two rows. */
function spread(rows: string[][], merged: readonly string[]): string[][] {
  let left = SPREAD_MAX;
  for (const range of merged) {
    const [, a = '', top = 0, b = '', bottom = 0] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(range) ?? [];
    const [from, until] = [a, b].map(columnNumber) as [number, number];
    const words = rows[Number(top) - 1]?.[from];
    if (!words) continue;
    for (let line = Number(top) - 1; line < Math.min(Number(bottom), rows.length) && left > 0; line++) {
      const row = rows[line] as string[];
      for (let column = from; column <= Math.min(until, row.length - 1) && left > 0; column++, left--)
        row[column] ||= words;
    }
  }
  return rows;
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
