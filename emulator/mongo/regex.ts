import { requestFailed } from '../protocol/errors';

/**
 * MongoDB's regular expressions are PCRE over UTF-8; JavaScript's look alike and differ. An expression is rewritten so that it
 * finds what PCRE finds (`.` is one code point, `\s` and `\d` are ASCII, `$` stands before a last line break), and what
 * only one of the two understands is refused by name, so that nothing works here that fails in the cloud.
 */
export function rewrite(pattern: string, flags: string): RegExp {
  try {
    // Whatever JavaScript itself calls broken is broken in PCRE too.
    return new RegExp(translate(pattern, flags), `u${flags.replace(/[^i]/g, '')}`);
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`);
  }
}

const rewritten = new WeakMap<RegExp, RegExp>();

/** Whether a text matches an expression as MongoDB reads it. */
export function matchesText(expression: RegExp, text: string): boolean {
  let own = rewritten.get(expression);
  if (!own) {
    own = rewrite(expression.source, expression.flags);
    rewritten.set(expression, own);
  }
  return own.test(text);
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: '\\t\\n\\v\\f\\r ',
};
/** Escapes that mean the same to both, besides punctuation. */
const SAME = new Set('tnrfv');
/** General categories, which both know under the same names. */
const CATEGORY = /^\{\^?(?:L[ulmto]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?)\}/;

function translate(pattern: string, flags: string): string {
  const many = flags.includes('m');
  const dot = flags.includes('s') ? '[\\s\\S]' : '[^\\n]';
  let out = '';
  let at = 0;
  while (at < pattern.length) {
    const char = String.fromCodePoint(pattern.codePointAt(at)!);
    at += char.length;
    if (char === '\\') {
      const [text, length] = escaped(pattern, at, false);
      out += text;
      at += length;
    } else if (char === '[') {
      const [text, length] = charClass(pattern, at);
      out += text;
      at += length;
    } else if (char === '(') {
      const group = /^\?(?::|=|!|<(?![=!])[A-Za-z_]\w*>)/.exec(pattern.slice(at))?.[0] ?? '';
      if (group === '' && /^[?*]/.test(pattern.slice(at))) throw unknown(`(${pattern.slice(at, at + 3)}`);
      out += `(${group}`;
      at += group.length;
    } else if (char === '.') out += dot;
    else if (char === '^') out += many ? '(?:^|(?<=\\n)(?=[\\s\\S]))' : '^';
    else if (char === '$') out += many ? '(?=\\n|$)' : '(?=\\n?$)';
    else if (char === '{') {
      const times = /^\d+(?:,\d*)?\}/.exec(pattern.slice(at))?.[0];
      out += times ? `{${times}` : '\\{';
      at += times?.length ?? 0;
    } else out += char === '}' || char === ']' ? `\\${char}` : char;
  }
  return out;
}

/** What stands behind a backslash, and how many characters it takes. */
function escaped(pattern: string, at: number, inClass: boolean): [text: string, length: number] {
  const rest = pattern.slice(at);
  const char = rest === '' ? '' : String.fromCodePoint(rest.codePointAt(0)!);
  if (char === '') throw new Error('\\ at end of pattern');
  const lower = CLASSES[char.toLowerCase()];
  if (lower) {
    if (char !== char.toLowerCase() && inClass) return [outside(char), 1];
    const text = char === char.toLowerCase() ? lower : `^${lower}`;
    return [inClass ? text : `[${text}]`, 1];
  }
  if (SAME.has(char)) return [`\\${char}`, 1];
  if ((char === 'b' || char === 'B') && !inClass) return [`\\${char}`, 1];
  if (char === 'b') return ['\\x08', 1];
  const hex = /^x[0-9a-fA-F]{2}/.exec(rest)?.[0];
  if (hex) return [`\\${hex}`, hex.length];
  const category = /^[pP]/.test(rest) ? CATEGORY.exec(rest.slice(1))?.[0] : undefined;
  if (category) return [property(char, category), 1 + category.length];
  if (/^[A-Za-z0-9]/.test(char)) throw unknown(`\\${char}`);
  return [
    /[\^$\\.*+?()[\]{}|/-]/.test(char) ? (char === '-' && !inClass ? '-' : `\\${char}`) : char,
    char.length,
  ];
}

/** `\P{^L}` is `\p{L}`: JavaScript knows no caret here. */
function property(letter: string, category: string): string {
  const turned = category.startsWith('{^');
  const wanted = turned ? (letter === 'p' ? 'P' : 'p') : letter;
  return `\\${wanted}${category.replace('^', '')}`;
}

/** The complements of the ASCII classes, as ranges inside a class. */
const OUTSIDE: Readonly<Record<string, string>> = {
  D: '\\0-/:-\\u{10FFFF}',
  W: '\\0-/:-@\\[-\\^`\\{-\\u{10FFFF}',
  S: '\\0-\\x08\\x0e-\\x1f!-\\u{10FFFF}',
};
const outside = (letter: string) => OUTSIDE[letter]!;

function charClass(pattern: string, start: number): [text: string, length: number] {
  let at = start;
  let out = '[';
  if (pattern[at] === '^') {
    out += '^';
    at++;
  }
  let first = true;
  for (;;) {
    if (at >= pattern.length) throw new Error('missing terminating ] for character class');
    const char = String.fromCodePoint(pattern.codePointAt(at)!);
    at += char.length;
    if (char === ']' && !first) return [`${out}]`, at - start];
    first = false;
    if (char === '\\') {
      const [text, length] = escaped(pattern, at, true);
      out += text;
      at += length;
    } else if (char === '[' && /^[:.=]/.test(pattern.slice(at))) throw unknown(`[${pattern[at]}`);
    else out += char === ']' || char === '[' ? `\\${char}` : char;
  }
}

const unknown = (what: string) =>
  requestFailed(`the emulator does not know '${what}' in an expression, or the service reads it otherwise`);
