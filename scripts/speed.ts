/**
 * What a cheap phone on a bad line waits for: `npm run speed`. The built H5 over the seeded world, in a browser whose
 * processor is four times slower and whose line is Lighthouse's slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up), each
 * screen opened with nothing remembered. Prints: bytes over the line · first contentful paint · the words of the screen
 * are there · from a tap to the next picture.
 *
 * Times are of this machine and for comparison only; bytes hold anywhere (`npx jest test/weapp/sizes` keeps them).
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '@/test/support/browser';
import { type Screen, withScreens } from './worlds/screens';

const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;
/** A screen and what is tapped on it. */
const LOOKED_AT: readonly (readonly [name: string, tap: RegExp])[] = [
  ['01-home', /我的$/],
  ['04-menu', /报问题/],
  ['06-file', /水龙头/],
  ['08-ticket-working', /补充说明/],
  ['20-work', /签收/],
  ['41-wall', /可以排队/],
];

interface Seen {
  readonly kilobytes: number;
  readonly paint: number;
  readonly whole: number;
  readonly tap: number;
}

async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    await withScreens(async (url, all) => {
      console.log('screen | kB over the line | first paint s | whole s | tap ms');
      for (const [name, tap] of LOOKED_AT) {
        const screen = all.find((each) => each.name === name);
        if (!screen) throw new Error(`no screen ${name}`);
        const { kilobytes, paint, whole, tap: answered } = await look(browser, url, screen, tap);
        const seconds = (ms: number) => (ms / 1000).toFixed(1);
        console.log(`${name} | ${kilobytes} | ${seconds(paint)} | ${seconds(whole)} | ${answered}`);
      }
    });
  } finally {
    await browser.close();
  }
}

async function look(browser: Browser, url: string, screen: Screen, tap: RegExp): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  try {
    await context.addInitScript((user) => localStorage.setItem('yima.user', user), screen.as);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', LINE);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const begun = Date.now();
    await page.goto(`${url}/#/${screen.route}`);
    const words = page.getByText(screen.until).filter({ visible: true }).first();
    await words.waitFor({ timeout: 60_000 });
    const whole = Date.now() - begun;
    await page.waitForLoadState('networkidle');
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    return { kilobytes: Math.round(bytes / 1000), paint, whole, tap: await answerTo(page, tap) };
  } finally {
    await context.close();
  }
}

/** From the tap to the next picture (ms): the longest event of the tap, as the browser counts it. */
async function answerTo(page: Page, tap: RegExp): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) =>
      seen.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
  });
  await page.getByText(tap).filter({ visible: true }).first().tap();
  await page.waitForTimeout(1500);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { seen: number[] }).seen));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
