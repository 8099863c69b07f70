/**
 * Pictures of every screen: `npm run screens [-- FOLDER]`, by default `docs/screens/`. A seeded world on a fixed
 * afternoon, the built H5, a real browser; each screen at 375 px in normal and in large type.
 *
 *   --only NAME   those whose name contains it (may be given again); the folder is then not emptied
 *   --wide        a window of 1280 px, too
 *   --all         also the smallest phone (320 px) in large type, and a tablet (768 px)
 *   --look NAME   only this way of looking: normal, large, wide, small, tablet (may be given again)
 *   --design      only the pairs of what to do and not to do, into `docs/design/`
 *
 * Chinese letters need a font on this machine (Debian: fonts-noto-cjk).
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '@/test/support/browser';
import { drawPairs } from './design/draw';
import { smaller } from './design/smaller';
import { ROOT } from './local';
import { type Screen, withScreens } from './worlds/screens';

/** A way of looking: its folder, the window, the type. */
const LOOKS = [
  { folder: 'normal', width: 375, large: false },
  { folder: 'large', width: 375, large: true },
  { folder: 'wide', width: 1280, large: false, flag: 'wide' },
  { folder: 'small', width: 320, large: true, flag: 'all' },
  { folder: 'tablet', width: 768, large: false, flag: 'all' },
] as const satisfies readonly { folder: string; width: number; large: boolean; flag?: 'wide' | 'all' }[];
type Look = (typeof LOOKS)[number];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      wide: { type: 'boolean' },
      all: { type: 'boolean' },
      look: { type: 'string', multiple: true },
      design: { type: 'boolean' },
    },
  });
  const folder = path.resolve(
    positionals[0] ?? path.join(ROOT, values.design ? 'docs/design' : 'docs/screens'),
  );
  const wanted = ({ name }: Screen) => !values.only || values.only.some((part) => name.includes(part));
  const looks = LOOKS.filter((look) =>
    values.look ? values.look.includes(look.folder) : !('flag' in look) || values[look.flag],
  );
  const browser = await launchBrowser();
  try {
    if (values.design) {
      const count = await drawPairs(browser, folder);
      await smaller(folder);
      console.log(`${count} pairs in ${path.relative(ROOT, folder)}`);
      return;
    }
    await withScreens(async (url, all) => {
      const screens = all.filter(wanted);
      for (const look of looks) {
        const target = path.join(folder, look.folder);
        if (!values.only) rmSync(target, { recursive: true, force: true });
        mkdirSync(target, { recursive: true });
        for (const screen of screens) await shoot(browser, url, screen, look, target);
        await smaller(
          target,
          screens.map(({ name }) => `${name}.png`),
        );
      }
      console.log(`${screens.length * looks.length} pictures in ${path.relative(ROOT, folder)}`);
    });
  } finally {
    await browser.close();
  }
}

async function shoot(
  browser: Browser,
  url: string,
  screen: Screen,
  { width, large }: Look,
  folder: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 812 },
    deviceScaleFactor: 1.6,
    isMobile: width < 600,
    hasTouch: width < 600,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([user, size]) => {
      localStorage.setItem('yima.user', user ?? '');
      localStorage.setItem('yima.large', JSON.stringify({ data: size }));
    },
    [screen.as, String(large)],
  );
  const page = await context.newPage();
  try {
    await page.goto(`${url}/#/${screen.route}`);
    await page.getByText(screen.until).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
    await page.waitForLoadState('networkidle');
    await screen.first?.(page);
    await page.screenshot({ path: path.join(folder, `${screen.name}.png`) });
  } catch (error) {
    throw new Error(`${screen.name} (${screen.route}): ${(error as Error).message}`);
  } finally {
    await context.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
