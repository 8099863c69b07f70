/** Opens screens as a person sees them, at each width and font size, and looks at each with `inspect` and axe-core. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Screen } from '@/scripts/worlds/screens';
import type { Fault, Inspection, Norm, Rule } from './inspect';

/** CSS px, which are dp on a phone. The first is where a screen is opened and what comes first on it is done. */
export const WIDTHS = [375, 320, 414] as const;
/** How much larger than usual the person reads elsewhere; from 1.3 on large type is on by itself. */
export const FONTS = [1, 1.4, 1.75] as const;

/** `missing`: the screen did not come, or what is done on it could not be done. */
export type Kind = Rule | 'axe' | 'missing';
/** In the order in which they are printed. Not imported from `inspect`, which is for the page alone. */
const KINDS: readonly Kind[] = [
  'scroll',
  'outside',
  'clipped',
  'spilled',
  'overlap',
  'squeezed',
  'target',
  'contrast',
  'small',
  'tight',
  'english',
  'axe',
  'missing',
];

export interface Found extends Omit<Fault, 'rule'> {
  readonly rule: Kind;
  readonly screen: string;
  /** `320×1.4` and so on. */
  readonly looks: readonly string[];
}
/** What was found on one screen, and how much was looked at. */
export interface Seen {
  readonly found: readonly Found[];
  readonly looks: number;
  readonly texts: number;
  readonly targets: number;
}
export interface Report extends Seen {
  readonly screens: number;
}

export interface How {
  readonly url: string;
  readonly widths?: readonly number[];
  readonly fonts?: readonly number[];
  /** Called with each look at a screen. Looks of several font sizes come at the same time. */
  readonly seen?: (page: Page, screen: Screen, look: string) => Promise<void>;
  /** Called when a screen has been looked at in every way. */
  readonly done?: (screen: Screen, seen: Seen) => void;
  /** Device pixels to a CSS px, for pictures; 1 if not said. */
  readonly density?: number;
}

/** 适老化规范: 44 dp and 60 dp, 18 dp, 1.3; the least size of normal type is our own. */
export const normOf = (font: number): Norm =>
  font >= 1.3 ? { target: 60, type: 18, line: 1.3 } : { target: 44, type: 14, line: 1.3 };

const ROOT = path.resolve(__dirname, '../..');
let scripts: Promise<string[]> | null = null;

/** `inspect` and axe-core as they run in the page. */
function scriptsInPage(): Promise<string[]> {
  scripts ??= build({
    entryPoints: [path.join(__dirname, 'inspect.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'audit',
    target: 'chrome120',
    absWorkingDir: ROOT,
  }).then(({ outputFiles }) => [
    outputFiles[0]?.text ?? '',
    readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
  return scripts;
}

/** Looks at what is drawn in this page now. */
export async function look(page: Page, norm: Norm): Promise<Inspection & { axe: readonly AxeFault[] }> {
  if (await page.evaluate(() => !('axe' in window)))
    for (const content of await scriptsInPage()) await page.addScriptTag({ content });
  return page.evaluate(async (wanted) => {
    const { audit, axe } = window as unknown as InPage;
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      // Measured by our own rules, which know the ground under a sheet.
      rules: { 'color-contrast': { enabled: false } },
    });
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    // axe cuts Chinese into words across the end of a line (刚许下 + 方敏 has 下方), so we compare letter by letter
    const saysWhatIsDrawn = (where: string) => {
      const element = document.querySelector<HTMLElement>(where);
      const label = letters(element?.getAttribute('aria-label') ?? '');
      return element !== null && label.includes(letters(element.textContent ?? ''));
    };
    return {
      ...audit.inspect(wanted),
      axe: grave.flatMap(({ id, nodes }) =>
        nodes
          .map(({ target, html }) => ({ id, where: target.join(' '), html: html.slice(0, 90) }))
          .filter(({ where }) => id !== 'label-content-name-mismatch' || !saysWhatIsDrawn(where)),
      ),
    };
  }, norm);
}

interface AxeFault {
  readonly id: string;
  readonly where: string;
  readonly html: string;
}
interface InPage {
  readonly audit: { inspect(norm: Norm): Inspection };
  readonly axe: {
    run(
      context: Document,
      options: object,
    ): Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; html: string }[] }[] }>;
  };
}

/** Every screen at every width and font size. */
export async function auditScreens(browser: Browser, screens: readonly Screen[], how: How): Promise<Report> {
  const fonts = how.fonts ?? FONTS;
  // one phone for each font size: its code stays compiled, its memory is wiped before each screen
  const phones = await Promise.all(fonts.map(() => phoneOf(browser, how.density)));
  const all: Seen[] = [];
  try {
    for (const screen of screens) {
      const parts = await Promise.all(
        phones.map((phone, i) => lookAt(phone, screen, { ...how, font: fonts[i] ?? 1 })),
      );
      const seen = { ...total(parts), found: together(parts.flatMap(({ found }) => found)) };
      all.push(seen);
      how.done?.(screen, seen);
    }
  } finally {
    await Promise.all(phones.map((phone) => phone.close()));
  }
  return reportOf(all);
}

/** The sum of what was seen of each screen. */
export const reportOf = (all: readonly Seen[]): Report => ({ ...total(all), screens: all.length });

const total = (all: readonly Seen[]): Seen => ({
  found: all.flatMap(({ found }) => found),
  looks: all.reduce((sum, { looks }) => sum + looks, 0),
  texts: all.reduce((sum, { texts }) => sum + texts, 0),
  targets: all.reduce((sum, { targets }) => sum + targets, 0),
});

/** The same fault at several looks is one. */
function together(found: readonly Found[]): Found[] {
  const known = new Map<string, Found>();
  for (const fault of found) {
    const key = [fault.rule, fault.where, fault.words].join(' ');
    known.set(key, { ...fault, looks: [...(known.get(key)?.looks ?? []), ...fault.looks] });
  }
  return [...known.values()];
}

/** One screen at every width; once more from the start if it did not come, as a busy machine may be slow. */
async function lookAt(phone: BrowserContext, screen: Screen, how: How & { font: number }): Promise<Seen> {
  try {
    return await widthsOf(phone, screen, how);
  } catch {
    try {
      return await widthsOf(phone, screen, how);
    } catch (error) {
      const [words = ''] = (error as Error).message.split('\n');
      const fault = { rule: 'missing' as const, where: screen.route, words, measured: '' };
      const found = [{ ...fault, screen: screen.name, looks: [String(how.font)] }];
      return { found, looks: 0, texts: 0, targets: 0 };
    }
  }
}

async function widthsOf(phone: BrowserContext, screen: Screen, how: How & { font: number }): Promise<Seen> {
  const { font } = how;
  const found: Found[] = [];
  let [looks, texts, targets] = [0, 0, 0];
  const page = await opened(phone, how.url, screen, font);
  try {
    for (const width of how.widths ?? WIDTHS) {
      await page.setViewportSize({ width, height: 812 });
      await page.waitForTimeout(120);
      const name = `${width}×${font}`;
      // before it is measured, which may scroll
      await how.seen?.(page, screen, name);
      const seen = await look(page, normOf(font));
      for (const fault of seen.faults) found.push({ ...fault, screen: screen.name, looks: [name] });
      for (const { id, where, html } of seen.axe)
        found.push({ rule: 'axe', where, words: html, measured: id, screen: screen.name, looks: [name] });
      looks++;
      texts += seen.texts;
      targets += seen.targets;
    }
  } finally {
    await page.close();
  }
  return { found, looks, texts, targets };
}

/** A phone whose owner chose nothing: its own font size decides. */
const phoneOf = (browser: Browser, density = 1): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: WIDTHS[0], height: 812 },
    deviceScaleFactor: density,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    // the app's policy runs no script but its own, and this one looks at the page from inside
    bypassCSP: true,
  });

/** The screen on a phone that remembers nothing but who holds it. */
async function opened(phone: BrowserContext, url: string, screen: Screen, font: number): Promise<Page> {
  const page = await phone.newPage();
  try {
    const devtools = await phone.newCDPSession(page);
    const { origin } = new URL(url);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: Math.round(16 * font) } });
    await page.addInitScript((id) => localStorage.setItem('yima.user', id), screen.as);
    // tsx names functions with a helper that a page does not have.
    await page.addInitScript('window.__name = (made) => made');
    await page.goto(`${url}/#/${screen.route}`);
    await page.getByText(screen.until).filter({ visible: true }).first().waitFor({ timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    await screen.first?.(page);
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

/** What was looked at, and how much of each kind was found. */
export function sum({ found, screens, looks, texts, targets }: Report): string {
  const seen = `${screens} screens, ${looks} looks, ${texts} texts, ${targets} targets`;
  return `${seen}: ${found.length} faults${found.length > 0 ? ` (${counts(found)})` : ''}`;
}

/** A line with the counts of one screen, then each fault. */
export function say(name: string, found: readonly Found[]): string {
  const lines = found.map(
    ({ rule, where, words, measured, looks }) =>
      `\n  ${rule} ${where} “${words}” ${measured} at ${looks.join(' ')}`,
  );
  return `${name}: ${counts(found) || 'nothing'}${lines.join('')}`;
}

const counts = (found: readonly Found[]): string =>
  KINDS.flatMap((kind) => {
    const count = found.filter(({ rule }) => rule === kind).length;
    return count > 0 ? [`${kind} ${count}`] : [];
  }).join(', ');
