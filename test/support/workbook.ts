/**
 * Workbooks as several programs write them, so that a reader is tried with more than one hand. Only what differs between
 * programs is written here; what they share is the same ZIP of XML parts (ECMA-376).
 */
import { zip } from './zip';

/** What stands in a cell: words, a number as it is stored, or something that is said with an object. */
export type Written =
  | string
  | number
  | null
  | { readonly serial: number }
  | { readonly iso: string }
  | { readonly error: string }
  | { readonly is: boolean };

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly Written[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merged?: readonly string[];
  /** XML behind the last row, as rows that hold a format and nothing else. */
  readonly tail?: string;
}

/** How a program writes; without any of these, as Excel does. */
export interface Hand {
  /** The namespace's prefix, as .NET's Open XML SDK writes one. */
  readonly prefix?: string;
  readonly quote?: '"' | "'";
  /** Words beside their cells, and no shared list. */
  readonly inline?: boolean;
  /** Rows and cells say where they stand. */
  readonly bare?: boolean;
  /** Where the shared words lie, and how the workbook points there. */
  readonly strings?: { readonly part: string; readonly target: string };
  /** Folder and name of the workbook itself. */
  readonly book?: string;
  readonly rooted?: boolean;
  readonly date1904?: string;
  /** Cells speak of formats that no part lists. */
  readonly styleless?: boolean;
  readonly dimension?: string;
  readonly encoding?: 'utf-8' | 'utf-16';
  readonly backslashes?: boolean;
  readonly cdata?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet, as rows of cells. */
export const workbook = (rows: WrittenSheet['rows'], hand: Hand = {}): Uint8Array =>
  workbookOf([{ name: '名单', rows }], hand);

/** A workbook of several sheets. */
export function workbookOf(sheets: readonly WrittenSheet[], hand: Hand = {}): Uint8Array {
  const parts: Record<string, string> = {};
  const book = hand.book ?? 'xl/workbook.xml';
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  const words: string[] = [];
  const t = tags(hand);
  const target = (file: string) => (hand.rooted ? `/${folder}${file}` : file);
  const link = (id: string, kind: string, to: string) =>
    `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${to}"/>`;
  parts['_rels/.rels'] =
    `<Relationships xmlns="${PACKAGE}">${link('r1', 'officeDocument', book)}</Relationships>`;
  const links = sheets.map((_, nth) =>
    link(`rId${nth + 7}`, 'worksheet', target(`worksheets/s${nth + 1}.xml`)),
  );
  for (const [nth, sheet] of sheets.entries())
    parts[`${folder}worksheets/s${nth + 1}.xml`] = sheetXml(sheet, hand, words);
  if (!hand.inline) {
    const strings = hand.strings ?? {
      part: `${folder}sharedStrings.xml`,
      target: target('sharedStrings.xml'),
    };
    parts[strings.part] = t.all(
      'sst',
      words.map((each) => t.of('si', t.of('t', escaped(each, hand)))).join(''),
    );
    links.push(link('rId2', 'sharedStrings', strings.target));
  }
  if (!hand.styleless) {
    // the second format is of dates, as people see them in Chinese
    const formats = t.of('cellXfs', `<${t.p}xf numFmtId="0"/><${t.p}xf numFmtId="176"/>`);
    const dates = t.of(
      'numFmts',
      `<${t.p}numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>`,
    );
    parts[`${folder}styles.xml`] = t.all('styleSheet', dates + formats);
    links.push(link('rId3', 'styles', target('styles.xml')));
  }
  const about = hand.date1904 === undefined ? '' : `<${t.p}workbookPr date1904="${hand.date1904}"/>`;
  const listed = sheets.map(
    ({ name, state }, nth) =>
      `<${t.p}sheet name="${name}" sheetId="${nth + 1}"${state ? ` state="${state}"` : ''} r:id="rId${nth + 7}"/>`,
  );
  parts[book] = t.all('workbook', `${about}${t.of('sheets', listed.join(''))}`);
  parts[`${folder}_rels/${book.slice(folder.length)}.rels`] =
    `<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`;
  return zip(named(parts, hand));
}

function sheetXml({ rows, merged, tail }: WrittenSheet, hand: Hand, words: string[]): string {
  const t = tags(hand);
  const quote = hand.quote ?? '"';
  const put = (name: string, value: string | number) => ` ${name}=${quote}${value}${quote}`;
  const lines = rows.map((row, down) => {
    const cells = row.map((cell, across) => {
      if (cell === null) return '';
      const at = hand.bare ? '' : put('r', `${letters(across)}${down + 1}`);
      return cellXml(cell, at, hand, words, put);
    });
    return `<${t.p}row${hand.bare ? '' : put('r', down + 1)}>${cells.join('')}</${t.p}row>`;
  });
  const size = hand.dimension === undefined ? '' : `<${t.p}dimension ref="${hand.dimension}"/>`;
  const ranges = merged
    ? t.of('mergeCells', merged.map((ref) => `<${t.p}mergeCell ref="${ref}"/>`).join(''))
    : '';
  return t.all('worksheet', `${size}${t.of('sheetData', lines.join('') + (tail ?? ''))}${ranges}`);
}

function cellXml(
  cell: Exclude<Written, null>,
  at: string,
  hand: Hand,
  words: string[],
  put: (name: string, value: string | number) => string,
): string {
  const t = tags(hand);
  const whole = (about: string, inside: string) => `<${t.p}c${at}${about}>${inside}</${t.p}c>`;
  if (typeof cell === 'number') return whole(hand.styleless ? put('s', 4) : '', t.of('v', String(cell)));
  if (typeof cell === 'string') {
    if (hand.inline) return whole(put('t', 'inlineStr'), t.of('is', t.of('t', escaped(cell, hand))));
    words.push(cell);
    return whole(put('t', 's'), t.of('v', String(words.length - 1)));
  }
  if ('serial' in cell) return whole(put('s', 1), t.of('v', String(cell.serial)));
  if ('iso' in cell) return whole(put('t', 'd'), t.of('v', cell.iso));
  if ('is' in cell) return whole(put('t', 'b'), t.of('v', cell.is ? '1' : '0'));
  return whole(put('t', 'e'), t.of('f', 'VLOOKUP(A3,Z:Z,1,0)') + t.of('v', cell.error));
}

/** Elements under the program's prefix. */
function tags({ prefix }: Hand) {
  const p = prefix ? `${prefix}:` : '';
  const space = prefix ? `xmlns:${prefix}` : 'xmlns';
  return {
    p,
    of: (name: string, inside: string) => `<${p}${name}>${inside}</${p}${name}>`,
    all: (name: string, inside: string) =>
      `<?xml version="1.0"?>\n<${p}${name} ${space}="${MAIN}" xmlns:r="${LINKS}">${inside}</${p}${name}>`,
  };
}

const escaped = (text: string, { cdata }: Hand): string =>
  cdata ? `<![CDATA[${text}]]>` : text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const letters = (nth: number): string =>
  nth < 26 ? String.fromCharCode(65 + nth) : letters(Math.floor(nth / 26) - 1) + letters(nth % 26);

/** Parts as the program names and encodes them. */
function named(parts: Record<string, string>, hand: Hand): Record<string, string | Buffer> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      hand.backslashes ? name.replaceAll('/', '\\') : name,
      hand.encoding === 'utf-16' ? Buffer.from(`\ufeff${xml}`, 'utf16le') : xml,
    ]),
  );
}
