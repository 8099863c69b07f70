/**
 * What an eye and a thumb would complain about, measured on the page that is drawn now. Runs inside the browser and
 * looks at what is laid out, on or below the fold; pages that Taro keeps hidden behind the present one are not seen.
 * Norms: 移动互联网应用适老化通用设计规范 (type, targets, contrast, line height), WCAG 2.2 for contrast.
 */
import { type Colour, contrastOf, over, parseColour } from './colour';

export type Rule =
  | 'scroll' // the page, or a part of it, moves sideways
  | 'outside' // words beyond the edge of the window
  | 'clipped' // words cut off, and no way to read the rest
  | 'spilled' // words painted outside their own box
  | 'overlap' // words upon words
  | 'squeezed' // a column of words one letter wide
  | 'target' // too small for a thumb
  | 'contrast' // too little difference to the ground
  | 'small' // type under the least size
  | 'tight' // lines too near each other
  | 'english'; // foreign words on a Chinese screen

export interface Fault {
  readonly rule: Rule;
  /** The element: its classes and the nearest two around it. */
  readonly where: string;
  /** The words it is about. */
  readonly words: string;
  readonly measured: string;
}

export interface Inspection {
  readonly faults: readonly Fault[];
  /** What was looked at, so that nothing found is not nothing seen. */
  readonly texts: number;
  readonly targets: number;
}

/** Least sizes in CSS px, which are dp on a phone. */
export interface Norm {
  readonly target: number;
  readonly type: number;
  /** Line height over type size. */
  readonly line: number;
}

/** One px: borders and fractions of a pixel are no fault. */
const SLACK = 1;
const PRESSED =
  '[role=button],[role=link],[role=tab],[role=radio],[role=checkbox],[role=switch],a[href],button';
const TYPED = 'input:not([type=file]):not([type=hidden]),textarea';
/** What a finger may hit to type there: the drawn frame. */
const FIELD = '.field-box, .search';

/** Words that are drawn as a stamp. */
const DRAWINGS = '.mark, .seal';

/** The number beside a code on a wall, or of an invitation: 5XPK-734B. */
const NUMBERS = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g;
/** Latin words that belong to a Chinese screen: numbers of cases, units, names of formats. */
const AT_HOME =
  /^(?:[A-Z]{1,4}\d[\w-]*|km|m|kB|MB|GB|GPS|Wi-?Fi|WiFi|JPG|PNG|PDF|CSV|XLSX|Excel|LED|ETC|POS|SIM|App|APP|ID|OK)$/;

interface Words {
  readonly node: Text;
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  readonly text: string;
  readonly boxes: readonly DOMRect[];
}

/** Looks at everything that is drawn. */
export function inspect(norm: Norm): Inspection {
  const words = drawnWords();
  const targets = drawnTargets();
  const faults = [
    ...sideways(),
    ...words.flatMap((each) => [
      ...outside(each),
      ...clipped(each),
      ...spilled(each),
      ...squeezed(each),
      ...faint(each),
      ...tooSmall(each, norm),
      ...foreign(each.text, each.element),
    ]),
    ...overlapping(words),
    ...targets.flatMap((target) => narrow(target, norm)),
    ...hints(),
    ...spokenWords(),
  ];
  return { faults: distinct(faults), texts: words.length, targets: targets.length };
}

const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);

function isDrawn(element: Element): boolean {
  if (element.closest('.spoken')) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function drawnWords(): Words[] {
  const found: Words[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const element = node.parentElement;
    if (!text || !element || /^(SCRIPT|STYLE|TEXTAREA|NOSCRIPT)$/.test(element.tagName)) continue;
    if (!isDrawn(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (boxes.length > 0) found.push({ node: node as Text, element, style: styleOf(element), text, boxes });
  }
  return found;
}

const drawnTargets = (): Element[] =>
  [...document.querySelectorAll(`${PRESSED},${TYPED}`)].filter(
    (element) => isDrawn(element) && element.getClientRects().length > 0,
  );

function sideways(): Fault[] {
  const root = document.scrollingElement ?? document.documentElement;
  const page = root.scrollWidth - window.innerWidth;
  const faults = page > SLACK ? [fault('scroll', root, '', `${page} px`)] : [];
  for (const element of document.querySelectorAll('body *')) {
    const hidden = element.scrollWidth - element.clientWidth;
    if (hidden <= SLACK || element.clientWidth === 0 || !isDrawn(element)) continue;
    if (/auto|scroll/.test(styleOf(element).overflowX) && !/^(INPUT|TEXTAREA)$/.test(element.tagName))
      faults.push(fault('scroll', element, '', `${hidden} px inside`));
  }
  return faults;
}

function outside({ element, boxes, text }: Words): Fault[] {
  const right = Math.max(...boxes.map((box) => box.right)) - window.innerWidth;
  const left = -Math.min(...boxes.map((box) => box.left));
  const beyond = Math.max(right, left);
  return beyond > SLACK ? [fault('outside', element, text, `${Math.round(beyond)} px`)] : [];
}

/** Words cut by a box around them, unless that box can be scrolled or pressing it shows the whole. */
function clipped({ element, boxes, text }: Words): Fault[] {
  if (element.closest(PRESSED)?.matches('[role=button],[role=link]') && isEllipsis(element)) return [];
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY } = styleOf(box);
    if (/auto|scroll/.test(overflowY)) return [];
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const edge = box.getBoundingClientRect();
    const most = Math.max(
      ...boxes.map((each) =>
        Math.max(
          each.right - edge.right,
          edge.left - each.left,
          each.bottom - edge.bottom,
          edge.top - each.top,
        ),
      ),
    );
    // The glyph box of a line is a little higher than its line.
    const slack = SLACK + (Number.parseFloat(styleOf(element).fontSize) || 0) * 0.2;
    if (most > slack) return [fault('clipped', element, text, `${Math.round(most)} px`)];
  }
  return [];
}

const isEllipsis = (element: Element): boolean => {
  const { webkitLineClamp, textOverflow } = styleOf(element);
  return webkitLineClamp !== 'none' || textOverflow === 'ellipsis';
};

/** Words that stick out of the box which is drawn around them at the sides. */
function spilled({ element, boxes, text }: Words): Fault[] {
  let box = element;
  while (styleOf(box).display === 'inline' && box.parentElement) box = box.parentElement;
  if (styleOf(box).overflowX !== 'visible') return [];
  const edge = box.getBoundingClientRect();
  const most = Math.max(...boxes.map((each) => Math.max(each.right - edge.right, edge.left - each.left)));
  return most > SLACK ? [fault('spilled', element, text, `${Math.round(most)} px`)] : [];
}

/** A letter or two in a line, again and again: something beside it takes the room. */
function squeezed({ element, boxes, text }: Words): Fault[] {
  if (element.closest(DRAWINGS)) return [];
  const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
  const each = text.length / lines;
  return lines >= 2 && each < (lines === 2 ? 2 : 2.2)
    ? [fault('squeezed', element, text, `${lines} lines`)]
    : [];
}

function faint({ element, style, text }: Words): Fault[] {
  const ground = groundOf(element);
  const ink = parseColour(style.color);
  if (!ground || !ink) return [];
  const seen = over([ink[0], ink[1], ink[2], ink[3] * opacityOf(element)], ground);
  return tooFaint(element, text, contrastOf(seen, ground), style);
}

function tooFaint(element: Element, text: string, contrast: number, style: CSSStyleDeclaration): Fault[] {
  const size = Number.parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const least = isLarge ? 3 : 4.5;
  return contrast < least - 0.005
    ? [fault('contrast', element, text, `${contrast.toFixed(2)} < ${least}`)]
    : [];
}

/** The opaque colour under an element; null where a picture lies there. */
function groundOf(element: Element): Colour | null {
  const layers: Colour[] = [];
  for (let box: Element | null = element; box; box = box.parentElement) {
    const { backgroundColor, backgroundImage } = styleOf(box);
    if (backgroundImage !== 'none') return null;
    const colour = parseColour(backgroundColor);
    if (!colour || colour[3] === 0) continue;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const opaque = layers.at(-1)?.[3] === 1 ? (layers.pop() as Colour) : ([255, 255, 255, 1] as const);
  return layers.reduceRight<Colour>((ground, layer) => over(layer, ground), opaque);
}

/** How far the words shine through: their own opacity and that of what is around them, up to their ground. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let box: Element | null = element; box; box = box.parentElement) {
    opacity *= Number(styleOf(box).opacity);
    if ((parseColour(styleOf(box).backgroundColor)?.[3] ?? 0) === 1) break;
  }
  return opacity;
}

function tooSmall({ element, style, text }: Words, norm: Norm): Fault[] {
  const size = Number.parseFloat(style.fontSize);
  if (size < norm.type - 0.05) return [fault('small', element, text, `${size.toFixed(1)} px`)];
  const line = Number.parseFloat(style.lineHeight) / size;
  return line < norm.line - 0.01 ? [fault('tight', element, text, line.toFixed(2))] : [];
}

function overlapping(all: readonly Words[]): Fault[] {
  const layers = new Map<Element | null, { words: Words; box: DOMRect }[]>();
  for (const words of all) {
    const layer = layerOf(words.element);
    const boxes = words.boxes.map((box) => ({ words, box }));
    layers.set(layer, [...(layers.get(layer) ?? []), ...boxes]);
  }
  const faults: Fault[] = [];
  for (const boxes of layers.values())
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (one.words.element === other.words.element || isCut(one) || isCut(other)) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const least = Math.min(one.box.height, other.box.height);
        if (wide > 2 && high > least * 0.35)
          faults.push(
            fault(
              'overlap',
              one.words.element,
              `${one.words.text} × ${other.words.text}`,
              `${Math.round(wide)} px`,
            ),
          );
      }
  return faults;
}

/** A line that a box around it does not let be seen. */
function isCut({ words, box }: { words: Words; box: DOMRect }): boolean {
  for (
    let around: Element | null = words.element;
    around && around !== document.body;
    around = around.parentElement
  ) {
    if (styleOf(around).overflowY === 'visible') continue;
    const edge = around.getBoundingClientRect();
    if (box.bottom <= edge.top + 2 || box.top >= edge.bottom - 2) return true;
    if ((box.top + box.bottom) / 2 > edge.bottom || (box.top + box.bottom) / 2 < edge.top) return true;
  }
  return false;
}

/** What floats over the page lies on another layer. */
function layerOf(element: Element): Element | null {
  for (let box: Element | null = element; box; box = box.parentElement)
    if (/fixed|sticky/.test(styleOf(box).position)) return box;
  return null;
}

function narrow(target: Element, norm: Norm): Fault[] {
  const hit = target.matches(TYPED) ? (target.closest(FIELD) ?? target) : target;
  const { width, height } = hit.getBoundingClientRect();
  const least = Math.min(width, height);
  const words = target.getAttribute('aria-label') ?? target.textContent ?? '';
  return least < norm.target - 0.5
    ? [fault('target', hit, words, `${Math.round(width)}×${Math.round(height)}`)]
    : [];
}

const pencil = document.createElement('canvas').getContext('2d');

/** Examples inside empty fields: long ones are cut where there is one line only. */
function hints(): Fault[] {
  return [...document.querySelectorAll<HTMLInputElement>(TYPED)].filter(isDrawn).flatMap((field) => {
    const style = getComputedStyle(field, '::placeholder');
    const [ink, ground] = [parseColour(style.color), groundOf(field)];
    if (!field.placeholder || field.value || !ink || !ground) return [];
    const contrast = contrastOf(
      over([ink[0], ink[1], ink[2], ink[3] * Number(style.opacity)], ground),
      ground,
    );
    if (pencil) pencil.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const wide = pencil?.measureText(field.placeholder).width ?? 0;
    const cut = field.matches('textarea') ? 0 : wide - field.clientWidth;
    return [
      ...tooFaint(field, field.placeholder, contrast, style),
      ...foreign(field.placeholder, field),
      ...(cut > SLACK ? [fault('clipped', field, field.placeholder, `${Math.round(cut)} px`)] : []),
    ];
  });
}

/** Words that are only heard. */
const spokenWords = (): Fault[] =>
  [...document.querySelectorAll('[aria-label],[alt],[title]')]
    .filter((element) => element.checkVisibility())
    .flatMap((element) =>
      ['aria-label', 'alt', 'title'].flatMap((name) => foreign(element.getAttribute(name) ?? '', element)),
    );

function foreign(text: string, element: Element): Fault[] {
  const strange = (text.replace(NUMBERS, '').match(/[A-Za-z][\w.'-]*/g) ?? []).filter(
    (word) => /[A-Za-z]{2}/.test(word) && !AT_HOME.test(word),
  );
  return strange.length > 0 ? [fault('english', element, text, strange.join(' '))] : [];
}

function fault(rule: Rule, element: Element, text: string, measured: string): Fault {
  const chain: string[] = [];
  for (let box: Element | null = element; box && chain.length < 3; box = box.parentElement) {
    const name =
      typeof box.className === 'string' ? box.className.replace(/\b(hydrated|taro_\w+)\b/g, '').trim() : '';
    if (name) chain.unshift(`.${name.split(/\s+/).join('.')}`);
  }
  const words = text.replace(/\s+/g, ' ').slice(0, 40);
  return { rule, where: chain.join(' ') || element.tagName.toLowerCase(), words, measured };
}

function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((each) => [`${each.rule} ${each.where} ${each.words}`, each])).values()];
}
