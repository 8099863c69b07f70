/**
 * The first sheet of an XLSX file as rows of cells. Such a file is a ZIP of XML parts (ECMA-376); inflating is given, as
 * browser and Node each bring their own. Numbers arrive as written, so that a phone number keeps its digits.
 */

/** Undoes raw deflate. */
export type Inflate = (deflated: Uint8Array) => Promise<Uint8Array>;

/** Larger parts than this are no list of persons, and may be a bomb. Bytes after inflating. */
const PART_MAX = 20_000_000;
const ROWS_MAX = 20_000;

/** Thrown when the file is no XLSX, is too large, or has no sheet. */
export class BadSheet extends Error {
  override readonly name = 'BadSheet';
}

export async function readXlsx(file: Uint8Array, inflate: Inflate): Promise<string[][]> {
  try {
    return await read(file, inflate);
  } catch (error) {
    // Offsets that lead nowhere and streams that do not inflate: a file that is spoilt, never a fault of ours.
    throw error instanceof BadSheet ? error : new BadSheet((error as Error).message);
  }
}

async function read(file: Uint8Array, inflate: Inflate): Promise<string[][]> {
  const parts = directoryOf(file);
  const part = async (name: string): Promise<string | null> => {
    const entry = parts.get(name);
    return entry ? textOf(file, entry, inflate) : null;
  };
  const sheet = await part(await firstSheet(part));
  if (sheet === null) throw new BadSheet('no sheet');
  const shared = stringsOf((await part('xl/sharedStrings.xml')) ?? '');
  return rowsOf(sheet, shared);
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

function directoryOf(file: Uint8Array): Map<string, Entry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(view);
  const parts = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new BadSheet('directory');
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = utf8(file.subarray(at + 46, at + 46 + nameSize));
    parts.set(name.replace(/^\//, ''), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameSize + extra + comment;
  }
  return parts;
}

/** The end record stands at the end, before a comment of at most 64 kB. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new BadSheet('no zip');
}

async function textOf(
  file: Uint8Array,
  { method, packed, size, at }: Entry,
  inflate: Inflate,
): Promise<string> {
  if (size > PART_MAX) throw new BadSheet('too large');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (at + 30 > view.byteLength) throw new BadSheet('entry');
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = file.subarray(from, from + packed);
  if (method !== 0 && method !== 8) throw new BadSheet('compression');
  const plain = method === 0 ? bytes : await inflate(bytes);
  if (plain.length > PART_MAX) throw new BadSheet('too large');
  return utf8(plain);
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The part that holds the first sheet of the workbook, by its relationships. */
async function firstSheet(part: (name: string) => Promise<string | null>): Promise<string> {
  const [book, links] = [await part('xl/workbook.xml'), await part('xl/_rels/workbook.xml.rels')];
  const id = /<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)"/.exec(book ?? '')?.[1];
  for (const [tag] of (links ?? '').matchAll(/<Relationship\b[^>]*>/g)) {
    if (attribute(tag, 'Id') !== id) continue;
    const target = attribute(tag, 'Target') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return 'xl/worksheets/sheet1.xml';
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Rich text is several runs; how it is read aloud (rPh) is none of it. */
function stringsOf(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inside = '']) => runs(inside));
}

const runs = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, words = '']) => unescaped(words))
    .join('');

function rowsOf(xml: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const [, head = '', inside = ''] of xml.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const nth = Number(attribute(` ${head}`, 'r') ?? rows.length + 1);
    if (!(nth >= 1 && nth <= ROWS_MAX)) throw new BadSheet('too many rows');
    while (rows.length < nth) rows.push([]);
    const row = rows[nth - 1] as string[];
    for (const [, about = '', cell = ''] of inside.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const column = columnOf(attribute(` ${about}`, 'r')) ?? row.length;
      while (row.length <= column) row.push('');
      row[column] = cellOf(attribute(` ${about}`, 't'), cell, shared);
    }
  }
  return rows;
}

/** B7 is column 1; more than a few hundred columns is no list of persons. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,2}/.exec(reference ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(kind: string | undefined, cell: string, shared: readonly string[]): string {
  const value = unescaped(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(cell)?.[1] ?? '');
  if (kind === 's') return shared[Number(value)] ?? '';
  if (kind === 'inlineStr') return runs(cell);
  // 1.7000010002E10 is 17000010002: spreadsheets keep long numbers so.
  return /^-?\d+(?:\.\d+)?E\+?\d+$/i.test(value) ? String(Number(value)) : value;
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, number: string) => character(Number(number)))
    .replace(/&amp;/g, '&');

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
