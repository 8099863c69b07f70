/**
 * The parts of a workbook, brought to what the library reads. Programs write the same table in many ways that the standard
 * (ECMA-376) allows and the library does not follow: cells that do not say where they stand, a million rows that hold only a
 * format, parts elsewhere or in UTF-16, formats that are not listed. What the cells say is left to the library.
 */
import { BadSheet, ROWS_MAX } from './table';

export type Parts = Readonly<Record<string, Uint8Array>>;

export interface SheetPart {
  readonly hidden: boolean;
  /** Ranges as they are written: A1:B2. */
  readonly merged: readonly string[];
}

export interface Ordinary {
  /** Texts of the parts by the names under which the library looks for them. */
  readonly parts: Readonly<Record<string, string>>;
  /** In the order of the workbook. */
  readonly sheets: readonly SheetPart[];
}

/** The library fills every row up to the widest: so many cells at most. */
const CELLS_MAX = 2_000_000;

const BOOK = 'xl/workbook.xml';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A name with or without the prefix of its namespace. */
const P = '((?:[\\w.-]+:)?)';

export function ordinary(given: Parts): Ordinary {
  const part = finder(given);
  const book = linksOf(part('_rels/.rels')?.text, '').find(({ kind }) => kind === 'officeDocument');
  const found = part(book?.target ?? BOOK);
  if (!found) throw new BadSheet('no workbook');
  const [, folder = '', file = ''] = /^(.*\/)?(.*)$/.exec(found.name) ?? [];
  const links = linksOf(part(`${folder}_rels/${file}.rels`)?.text, folder);
  const formats = formatsOf(part(links.find(({ kind }) => kind === 'styles')?.target ?? '')?.text);
  const parts: Record<string, string> = { [BOOK]: withEpoch(found.text) };
  const merged = new Map<string, readonly string[]>();
  const kept: string[] = [];
  for (const [nth, { id, kind, target }] of links.entries()) {
    const text = part(target)?.text;
    if (text === undefined || !['worksheet', 'sharedStrings', 'styles'].includes(kind)) continue;
    if (kind === 'worksheet') merged.set(id, mergedIn(text));
    parts[`xl/part${nth}.xml`] = kind === 'worksheet' ? tidySheet(text, formats) : text;
    kept.push(`<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="part${nth}.xml"/>`);
  }
  parts['xl/_rels/workbook.xml.rels'] = `<Relationships>${kept.join('')}</Relationships>`;
  const sheets = tagsOf(found.text, 'sheet').filter((tag) => attribute(tag, 'name'));
  return {
    parts,
    sheets: sheets.map((tag) => ({
      hidden: /^(?:very)?hidden$/i.test(attribute(tag, 'state') ?? ''),
      merged: merged.get(attribute(tag, '[\\w.-]+:id') ?? '') ?? [],
    })),
  };
}

/** Parts by name, as Windows finds them: without regard to case, and with either slash. */
function finder(given: Parts): (name: string) => { name: string; text: string } | null {
  const same = (name: string) => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();
  const names = new Map(Object.keys(given).map((name) => [same(name), name]));
  return (wanted) => {
    const bytes = given[names.get(same(wanted)) ?? ''];
    return bytes ? { name: wanted.replace(/^\//, ''), text: plainXml(textOf(bytes)) } : null;
  };
}

/** XML is UTF-8 unless it begins as UTF-16 does: with a mark, or with `<` in two bytes. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(bytes);
}

interface Link {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Where the parts of a part lie, as names from the root of the file. */
const linksOf = (xml: string | undefined, folder: string): Link[] =>
  tagsOf(xml ?? '', 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    kind: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
    target: resolved(folder, (attribute(tag, 'Target') ?? '').replace(/\\/g, '/')),
  }));

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

/** How many formats cells may speak of. */
const formatsOf = (xml = ''): number => tagsOf(insideOf(xml, 'cellXfs'), 'xf').length;

/** The library knows `1` for "counts from 1904", and not the other words for yes. */
const withEpoch = (xml: string): string => xml.replace(/(\bdate1904=["'])(?:true|on)(?=["'])/g, '$11');

const mergedIn = (xml: string): string[] =>
  tagsOf(xml, 'mergeCell').flatMap((tag) => attribute(tag, 'ref') ?? []);

/** Rows and cells with their places, without those that hold a format alone, and nothing around them. */
function tidySheet(xml: string, formats: number): string {
  const inside = insideOf(xml, 'sheetData');
  let [line, column, widest] = [0, 0, 0];
  const placed = inside.replace(
    new RegExp(`<${P}(row|c)\\b([^>]*?)(/?)>`, 'g'),
    (_, prefix: string, name: string, about: string, empty: string) => {
      if (name === 'row') {
        line = Number(attribute(about, 'r')) || line + 1;
        column = 0;
        return empty ? '' : `<${prefix}row r="${line}">`;
      }
      column = columnOf(attribute(about, 'r')) ?? column + 1;
      if (empty) return '';
      widest = Math.max(widest, column);
      return `<${prefix}c r="${lettersOf(column)}${line}"${kindOf(about, formats)}>`;
    },
  );
  const full = ['c', 'row'].reduce(
    (text, name) => text.replace(new RegExp(`<${P}${name} [^>]*>\\s*</\\1${name}>`, 'g'), ''),
    placed,
  );
  const last = lastOf(full);
  if (last > ROWS_MAX || last * widest > CELLS_MAX) throw new BadSheet('too many cells');
  return `<worksheet><sheetData>${full}</sheetData></worksheet>`;
}

/** What stands between an element's beginning and its end; nothing where there is none. Throws for what was cut off. */
function insideOf(xml: string, name: string): string {
  const opening = new RegExp(`<${P}${name}\\b[^>]*>`).exec(xml);
  if (!opening || opening[0].endsWith('/>')) return '';
  const from = opening.index + opening[0].length;
  const until = xml.lastIndexOf(`</${opening[1] ?? ''}${name}>`);
  if (until < from) throw new BadSheet('cut off');
  return xml.slice(from, until);
}

/** The number of the last row; rows stand in order. */
function lastOf(xml: string): number {
  const at = Math.max(xml.lastIndexOf('<row r="'), xml.lastIndexOf(':row r="'));
  return at < 0 ? 0 : Number.parseInt(xml.slice(xml.indexOf('"', at) + 1), 10);
}

/** What kind of value a cell holds; a format that is not listed is none, and a date in words stays as it is written. */
function kindOf(about: string, formats: number): string {
  const [kind, format] = [attribute(about, 't'), attribute(about, 's')];
  const typed = kind ? ` t="${kind === 'd' ? 'str' : kind}"` : '';
  return format && Number(format) < formats ? `${typed} s="${format}"` : typed;
}

/** B7 is column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0]?.toUpperCase();
  return (
    (letters && [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)) || undefined
  );
}

const lettersOf = (column: number): string =>
  column < 1 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** A cell holds 32,767 letters at most; each may be written in several. */
const PIECE_MAX = 400_000;

/**
 * XML of elements and words alone: comments left out, quoted words written as others are, which the library would pass over.
 * Throws for whatever would keep a reader busy without end: definitions, pieces that are not closed, or are endless.
 */
function plainXml(xml: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let from = xml.indexOf('<!'); from >= 0; from = xml.indexOf('<!', at)) {
    const quoted = xml.startsWith('<![CDATA[', from);
    if (!quoted && !xml.startsWith('<!--', from)) throw new BadSheet('definitions');
    const until = xml.indexOf(quoted ? ']]>' : '-->', from + 4);
    if (until < 0) throw new BadSheet('cut off');
    kept.push(xml.slice(at, from));
    if (quoted) kept.push(xml.slice(from + 9, until).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`));
    at = until + 3;
  }
  const plain = kept.join('') + xml.slice(at);
  for (let tag = plain.indexOf('<'); tag >= 0; ) {
    const next = plain.indexOf('<', tag + 1);
    const until = next < 0 ? plain.length : next;
    const end = plain.indexOf('>', tag);
    if (end < 0 || end > until || until - tag > PIECE_MAX) throw new BadSheet('not closed');
    tag = next;
  }
  return plain;
}

const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<${P}${name}\\b[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string | undefined => pattern(name).exec(tag)?.[2];

const patterns = new Map<string, RegExp>();

/** Made once: a list has a hundred thousand cells. */
function pattern(name: string): RegExp {
  const made = patterns.get(name) ?? new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])([\\s\\S]*?)\\1`);
  patterns.set(name, made);
  return made;
}
