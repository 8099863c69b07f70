/** Tables as text: whatever a program or a person separates cells with, in whatever encoding it was saved. */
import { parse } from 'papaparse';
import { BadSheet, ROWS_MAX, type Table } from './table';

const SEPARATORS = [',', '\t', ';', '|', '，'];
/** So many lines say what cells are separated by. */
const LOOKED_AT = 20;

/** The one sheet of a text file. Throws BadSheet for what is no text. */
export function readText(bytes: Uint8Array): Table[] {
  return [{ name: null, hidden: false, rows: parseCsv(textOf(bytes)) }];
}

/** Rows of cells, as a person reads them in a spreadsheet. */
export function parseCsv(text: string): string[][] {
  // files that were put together from several have several kinds of line ends
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (source === '') return [];
  const { data } = parse<string[]>(source, {
    delimiter: separatorOf(source),
    newline: '\n',
    preview: ROWS_MAX + 2,
  });
  // what ends with a break has no row behind it
  if (data.length > 1 && data[data.length - 1]?.join('') === '') data.pop();
  if (data.length > ROWS_MAX) throw new BadSheet('too many rows');
  return data.map((row) => row.map(plain));
}

/** The separator by which most lines have equally many cells; a title above the table has none of it. */
function separatorOf(source: string): string {
  const agreed = (delimiter: string): number => {
    const lengths = parse<string[]>(source, { delimiter, newline: '\n', preview: LOOKED_AT }).data.map(
      ({ length }) => length,
    );
    const count = (size: number) => lengths.filter((length) => length === size).length;
    // of as many lines the one with more cells wins
    return Math.max(0, ...lengths.filter((length) => length > 1).map((size) => count(size) + size / 1000));
  };
  const marks = SEPARATORS.map(agreed);
  const best = Math.max(...marks);
  return best > 0 ? (SEPARATORS[marks.indexOf(best)] ?? ',') : ',';
}

/** `="170…"` and `'170…` are how numbers are kept from losing their digits: what is meant is the number. */
function plain(cell: string): string {
  const [, formula] = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell) ?? [];
  return formula === undefined ? cell.replace(/^'(?=[\d=+\-@])/, '') : formula.replace(/""/g, '"');
}

/** UTF-8, UTF-16 as spreadsheets save "Unicode text", or GB 18030, which holds GBK. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // a web page under a spreadsheet's name, or no text at all
  if (text.includes('\0') || /^\ufeff?\s*</.test(text)) throw new BadSheet('no text');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isHalfEmpty(bytes, 1)) return 'utf-16le';
  if (isHalfEmpty(bytes, 0)) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** Without a mark: digits, separators and breaks are in every table, and half of their two bytes is 0. */
function isHalfEmpty(bytes: Uint8Array, half: 0 | 1): boolean {
  const looked = bytes.subarray(0, 2000);
  const empty = (side: number) => looked.filter((byte, at) => at % 2 === side && byte === 0).length;
  return empty(half) > 2 && empty(1 - half) === 0;
}
