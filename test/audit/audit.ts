/** Opens screens as a person sees them, at each width and font size, and looks at each with `inspect` and axe-core. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Screen } from '@/scripts/worlds/screens';
import type { Fault, Inspection, Norm, Rule } from './inspect';

/** CSS px, which are dp on a phone. */
export const WIDTHS = [320, 375, 414] as const;
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
export interface Report {
  readonly found: readonly Found[];
  readonly screens: number;
  readonly looks: number;
  readonly texts: number;
  readonly targets: number;
}

export interface How {
  readonly url: string;
  readonly widths?: readonly number[];
  readonly fonts?: readonly number[];
  /** Called with each look at a screen. */
  readonly seen?: (page: Page, screen: Screen, look: string) => Promise<void>;
  /** Called when a screen has been looked at in every way. */
  readonly done?: (screen: Screen, found: readonly Found[]) => void;
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
    return {
      ...audit.inspect(wanted),
      axe: grave.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => ({ id, where: target.join(' '), html: html.slice(0, 90) })),
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
  const found = new Map<string, Found>();
  let [looks, texts, targets] = [0, 0, 0];
  for (const screen of screens) {
    for (const font of how.fonts ?? FONTS) {
      const context = await phoneOf(browser, screen.as);
      try {
        const page = await opened(context, how.url, screen, font);
        for (const width of how.widths ?? WIDTHS) {
          await page.setViewportSize({ width, height: 812 });
          await page.waitForTimeout(120);
          const seen = await look(page, normOf(font));
          const name = `${width}×${font}`;
          const faults = [
            ...seen.faults,
            ...seen.axe.map(({ id, where, html }) => ({
              rule: 'axe' as const,
              where,
              words: html,
              measured: id,
            })),
          ];
          for (const fault of faults) {
            const key = [screen.name, fault.rule, fault.where, fault.words].join(' ');
            const known = found.get(key);
            found.set(key, { ...fault, screen: screen.name, looks: [...(known?.looks ?? []), name] });
          }
          await how.seen?.(page, screen, name);
          looks++;
          texts += seen.texts;
          targets += seen.targets;
        }
      } catch (error) {
        const [words = ''] = (error as Error).message.split('\n');
        const fault = { rule: 'missing' as const, where: screen.route, words, measured: '' };
        found.set(`${screen.name} ${font}`, { ...fault, screen: screen.name, looks: [String(font)] });
      } finally {
        await context.close();
      }
    }
    how.done?.(
      screen,
      [...found.values()].filter((each) => each.screen === screen.name),
    );
  }
  return { found: [...found.values()], screens: screens.length, looks, texts, targets };
}

/** A phone of this person, who chose nothing: its own font size decides. */
async function phoneOf(browser: Browser, user: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    // the app's policy runs no script but its own, and this one looks at the page from inside
    bypassCSP: true,
  });
  await context.addInitScript((id) => localStorage.setItem('yima.user', id), user);
  // tsx names functions with a helper that a page does not have.
  await context.addInitScript('window.__name = (made) => made');
  return context;
}

async function opened(context: BrowserContext, url: string, screen: Screen, font: number): Promise<Page> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: Math.round(16 * font) } });
  await page.goto(`${url}/#/${screen.route}`);
  await page.getByText(screen.until).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
  await page.waitForLoadState('networkidle');
  await screen.first?.(page);
  return page;
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
