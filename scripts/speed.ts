/**
 * What a cheap phone on a bad line waits for: `npm run speed`. The built H5 over the seeded world, in a browser whose
 * processor is four times slower and whose line is Lighthouse's slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up), each
 * screen opened with nothing remembered. Prints: bytes over the line · first contentful paint · the words of the screen
 * are there · how far what is drawn jumps by itself · from a tap to the next picture.
 *
 *   npm run speed -- --why           also says what jumped, from where to where
 *   npm run speed -- --only 06-file  one screen
 *
 * Times are of this machine and for comparison only; bytes hold anywhere (`npx jest test/weapp/sizes` keeps them), and so do
 * jumps: cumulative layout shift as the web counts it (the worst five seconds; good is up to 0.1).
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '@/test/support/browser';
import { type Jump, jumpOf, jumpsOn, watchJumps } from '@/test/support/jumps';
import { type Screen, withScreens } from './worlds/screens';

const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;
/** A screen, and what is tapped on it. */
const LOOKED_AT: readonly (readonly [name: string, tap: RegExp])[] = [
  ['01-home', /我的$/],
  ['02-home-new', /我的$/],
  ['04-menu', /报问题/],
  ['06-file', /水龙头/],
  ['06-file scanned', /水龙头/],
  ['07-tickets', /首页/],
  ['08-ticket-working', /补充说明/],
  ['20-work', /签收/],
  ['21-work-ticket', /办好了/],
  ['41-wall', /可以排队/],
];
/** Late things have come by then. Milliseconds after the line is quiet. */
const LATE = 1500;

interface Seen {
  readonly kilobytes: number;
  readonly paint: number;
  readonly whole: number;
  readonly jumps: readonly Jump[];
  readonly tap: number;
}

async function main(): Promise<void> {
  const { only, why } = parse(process.argv.slice(2));
  const browser = await launchBrowser();
  try {
    await withScreens(async (url, all) => {
      console.log('screen | kB over the line | first paint s | whole s | jumps | tap ms');
      for (const [name, tap] of LOOKED_AT) {
        if (only.length > 0 && !only.includes(name)) continue;
        const screen = find(all, name);
        const { kilobytes, paint, whole, jumps, tap: answered } = await look(browser, url, screen, tap);
        const seconds = (ms: number) => (ms / 1000).toFixed(1);
        const jumped = jumpOf(jumps).toFixed(3);
        console.log(
          `${name} | ${kilobytes} | ${seconds(paint)} | ${seconds(whole)} | ${jumped} | ${answered}`,
        );
        if (why) for (const { at, value, moved } of jumps) console.log('   ', at, value.toFixed(4), moved);
      }
    });
  } finally {
    await browser.close();
  }
}

/** The form `scanned` is opened by a code: the place is read while the form already stands. */
function find(all: readonly Screen[], name: string): Screen {
  const [first, scanned] = name.split(' ');
  const screen = all.find((each) => each.name === first);
  const home = all.find((each) => each.name === '01-home');
  if (!screen || !home) throw new Error(`no screen ${name}`);
  return scanned ? { ...screen, route: `${screen.route}&${home.route.split('?')[1]}` } : screen;
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
    await watchJumps(context);
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
    // a list that looks for news keeps a busy machine's line awake
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(LATE);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    const kilobytes = Math.round(bytes / 1000);
    const answered = await answerTo(page, tap);
    return { kilobytes, paint, whole, jumps: await jumpsOn(page), tap: answered };
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

function parse(argv: readonly string[]): { only: string[]; why: boolean } {
  const only: string[] = [];
  let why = false;
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--why') why = true;
    else if (argv[i] === '--only' && argv[i + 1]) only.push(argv[++i]!);
    else throw new Error(`unknown flag ${argv[i]}; known: --only SCREEN, --why`);
  }
  return { only, why };
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
