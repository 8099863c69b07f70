/** The app is opened where there is no network: by the worker of its build, which keeps its parts and nothing that was said. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { filed } from '@/test/support/errands';
import { see, withPhones } from '@/test/support/phones';
import { SCENE } from '@/test/support/yima';

// a copy: one test puts another build in its place
const SERVED = mkdtempSync(path.join(tmpdir(), 'h5-'));
if (existsSync('dist/h5')) cpSync('dist/h5', SERVED, { recursive: true });
afterAll(() => rmSync(SERVED, { recursive: true, force: true }));

const phones = withPhones(SERVED);

/** Asks until it is so. */
async function until(so: () => Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`it never came: ${what}`);
}

/** The worker has taken this page over and holds what was fetched before it came. */
async function kept(page: Page, part: RegExp): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 30_000,
  });
  await until(async () => (await addresses(page)).some((each) => part.test(each)), String(part));
}

const addresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return all.flat().map(({ url }) => url);
  });

test('loaded once, it opens without a network, by a reload and from cold, and says how old it is', async () => {
  await filed(phones, 'lin', { text: '二楼的灯坏了三天' });
  const lin = await phones.open('lin', 'pages/resident/tickets/index');
  await see(lin, '楼道灯');
  await lin.waitForLoadState('networkidle');
  await kept(lin, /src_platform_offline/);
  await lin.context().setOffline(true);
  await lin.reload();
  await see(lin, /^离线 · .*的样子$/);
  await see(lin, '楼道灯');
  await lin.close();
  // the same phone, from cold: another page than the one it was left on
  const again = await phones.open('lin', `pages/resident/tickets/index?scene=${encodeURIComponent(SCENE())}`);
  await see(again, /^离线 · .*的样子$/);
  await again.context().setOffline(false);
  await again.reload();
  await see(again, '楼道灯');
  expect(await again.getByText(/^离线 · /).count()).toBe(0);
}, 120_000);

test('it keeps the page and parts with a hash in their name: no call, no file, no word of anybody', async () => {
  const wang = await phones.open('wang', `pages/resident/home/index?scene=${encodeURIComponent(SCENE())}`);
  await see(wang, '赵海平');
  await wang.waitForLoadState('networkidle');
  await kept(wang, /pages_resident_home/);
  const all = await addresses(wang);
  expect(all.length).toBeGreaterThan(5);
  expect(
    all.filter((each) => !/^http:\/\/[^/]+\/(?:(?:js|css)\/[^/]+\.[0-9a-f]{8}\.(?:js|css))?$/.test(each)),
  ).toEqual([]);
}, 90_000);

/** Puts another build there: the app's own part under another name. Answers the name before. */
function deploy(): string {
  const before = readdirSync(path.join(SERVED, 'js')).find((file) => /^app\.[0-9a-f]{8}\.js$/.test(file));
  if (!before) throw new Error('the build has no app part');
  const after = 'app.0123abcd.js';
  const code = readFileSync(path.join(SERVED, 'js', before), 'utf8');
  writeFileSync(path.join(SERVED, 'js', after), `${code}\n;window.build = 'another';\n`);
  rmSync(path.join(SERVED, 'js', before));
  for (const file of ['index.html', 'worker.js']) {
    const text = readFileSync(path.join(SERVED, file), 'utf8');
    writeFileSync(path.join(SERVED, file), text.replaceAll(before, after));
  }
  return before;
}
const buildOf = (page: Page) => page.evaluate(() => (window as unknown as { build?: string }).build);

test('another build is there with the next reload, and the one before goes when its last page is closed', async () => {
  const page = await phones.open('guest1', 'pages/resident/tickets/index');
  await see(page, '我的办件');
  await kept(page, /\/app\./);
  expect(await buildOf(page)).toBeUndefined();
  const before = deploy();
  await page.reload();
  await see(page, '我的办件');
  expect(await buildOf(page)).toBe('another');
  await kept(page, /app\.0123abcd/);
  // the new worker is there, and waits
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  const waits = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await until(waits, 'a worker that waits');
  const context = page.context();
  await page.close();
  const next = await phones.open('guest1', 'pages/resident/tickets/index');
  await see(next, '我的办件');
  await until(
    async () => !(await addresses(next)).some((each) => each.endsWith(before)),
    'the end of the old one',
  );
  await context.setOffline(true);
  await next.reload();
  await see(next, '我的办件');
  expect(await buildOf(next)).toBe('another');
}, 120_000);

test('where browsers have no workers, over plain http, it is an app like before', async () => {
  const page = await phones.open('guest2', 'pages/resident/tickets/index');
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  await page.context().route('http://yima.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(SERVED, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ path: file, contentType: types[file.split('.').at(-1)!] ?? 'text/plain' });
  });
  await page.goto('http://yima.test/#/pages/resident/me/index');
  await see(page, '投诉建议');
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  expect(phones.errors).toEqual([]);
}, 60_000);
