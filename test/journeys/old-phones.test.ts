/**
 * Every page in a browser that has become a phone of the promised floor: the builtins of later are taken away before the page's
 * first script runs. Each reads as it does on a new phone. What the cloud answers is a fixed, full day.
 */
import type { Browser, Page } from 'playwright-core';
import menu from '@/domain/catalogue/default.json';
import { launchBrowser } from '@/test/support/browser';
import { withEmulator } from '@/test/support/emulator';
import { forget } from '@/test/support/floor';
import { answer } from '@/test/weapp/answers';
import { routes } from '@/test/weapp/built';

const emulator = withEmulator({ staticDir: 'dist/h5', schema: { collections: {} } });
jest.setTimeout(120_000);

const QUERY = new URLSearchParams({
  id: `t${'0'.repeat(24)}`,
  service: menu.services.find(({ kind }) => kind === 'report')!.id,
  scene: 'p=0123456789.abcdefgh',
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** Opens a page and gives what it says and what failed. */
async function opened(route: string, before?: string) {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    serviceWorkers: 'block',
  });
  const errors: string[] = [];
  const fetched: string[] = [];
  try {
    if (before) await context.addInitScript({ content: before });
    await context.addInitScript({ content: "localStorage.setItem('yima.user', 'zhao')" });
    await context.route('**/call/api', async (call) => {
      const { action, input } = call.request().postDataJSON();
      const result = await answer(action, input);
      await call.fulfill({ json: { result, requestId: 'r' } });
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    // the pictures of the fixed day lie nowhere
    page.on('console', (said) => {
      if (said.type() === 'error' && !said.text().includes('storage.test')) errors.push(said.text());
    });
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`${emulator.url}/#/${route}?${QUERY}`);
    await page.waitForLoadState('networkidle');
    return { text: await said(page), errors, fetched };
  } finally {
    await context.close();
  }
}

/** A page that says nothing for so long (ms) is white. */
const PATIENCE = 15_000;

/** What stands on the page, once it does not change any more; numbers apart, which are of this minute. */
async function said(page: Page): Promise<string> {
  let last = '';
  const until = Date.now() + PATIENCE;
  for (let quiet = 0; quiet < 3 && Date.now() < until; ) {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
    const now = (await page.locator('body').innerText()).replace(/\d+/g, '0');
    quiet = now === last && now.trim() !== '' ? quiet + 1 : 0;
    last = now;
    await page.waitForTimeout(100);
  }
  return last;
}

describe.each([...routes().main, ...routes().staff])('%s', (route) => {
  test('reads on an old phone as on a new one', async () => {
    const fresh = await opened(route);
    const old = await opened(route, forget());
    expect(old.errors).toEqual(fresh.errors);
    expect(old.text).toBe(fresh.text);
    expect(old.text.trim().length).toBeGreaterThan(1);
    const brought = (urls: readonly string[]) => urls.filter((url) => url.includes('/old-phones.')).length;
    expect([brought(fresh.fetched), brought(old.fetched)]).toEqual([0, 1]);
  });
});
