/** The mini-program's build drawn in a browser beside the H5 build, over the same world: pictures, and what differs. */
import fs from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../local';
import type { Screen } from '../worlds/screens';

const DIST = path.join(ROOT, 'dist/weapp');

/** The built mini-program as the page's half (`in-page.ts`) wants it. */
export type Build = ReturnType<typeof readBuild>;

/** Compiles the templates of `dist/weapp`; throws at the first warning of the compiler. */
export function readBuild() {
  const files = (fs.readdirSync(DIST, { recursive: true }) as string[]).sort();
  const read = (file: string) => fs.readFileSync(path.join(DIST, file), 'utf8');
  const ending = (end: string) => files.filter((file) => file.endsWith(end));
  const group = new TmplGroup();
  for (const file of ending('.wxml')) {
    // The compiler takes `bind:tap` alone; the client takes `bindtap` as well.
    const source = read(file).replace(/\s(bind|catch)([a-z]+)=/g, ' $1:$2=');
    const warnings = group.addTmpl(file.slice(0, -5), source) as { message?: string }[];
    if (warnings.length > 0) throw new Error(`${file}: ${warnings.map(String).join('; ')}`);
  }
  for (const file of ending('.wxs')) group.addScript(file.slice(0, -4), read(file));
  const pages = ending('.json').filter((file) => !['app.json', 'project.config.json'].includes(file));
  const client = buildSync({
    entryPoints: [path.join(__dirname, 'in-page.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  });
  return {
    scripts: Object.fromEntries(ending('.js').map((file) => [file, read(file)])),
    configs: Object.fromEntries(pages.map((file) => [file.slice(0, -5), JSON.parse(read(file)) as object])),
    styles: Object.fromEntries(ending('.wxss').map((file) => [file.slice(0, -5), read(file)])),
    templates: group.getTmplGenObjectGroups(),
    client: client.outputFiles[0]?.text ?? '',
  };
}

export interface Drawing {
  readonly build: Build;
  readonly url: string;
  readonly large: boolean;
  /** Pictures go here as `<name>.weapp.png` and `<name>.h5.png`; none without it. */
  readonly folder?: string;
}

/** Opens a screen in both builds and gives what only one of them says, and what the mini-program complained of. */
export async function compare(browser: Browser, screen: Screen, drawing: Drawing): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 1.6,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  try {
    const h5 = await openH5(await context.newPage(), screen, drawing);
    const weapp = await openWeapp(await context.newPage(), screen, drawing);
    const differences = await settled(h5, weapp);
    if (drawing.folder) {
      for (const [kind, page] of Object.entries({ h5, weapp }))
        await page.screenshot({ path: path.join(drawing.folder, `${screen.name}.${kind}.png`) });
    }
    const faults = await weapp.evaluate(() => (window as unknown as { faults: string[] }).faults);
    return [...differences, ...faults];
  } finally {
    await context.close();
  }
}

async function openH5(page: Page, screen: Screen, { url, large }: Drawing): Promise<Page> {
  await page.addInitScript(
    ([user, size]) => {
      localStorage.setItem('yima.user', user ?? '');
      localStorage.setItem('yima.large', JSON.stringify({ data: size === 'true' }));
    },
    [screen.as, String(large)],
  );
  await page.goto(`${url}/#/${screen.route}`);
  await page.getByText(screen.until).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
  await page.waitForLoadState('networkidle');
  return page;
}

async function openWeapp(page: Page, screen: Screen, { build, url, large }: Drawing): Promise<Page> {
  const [route = '', search = ''] = screen.route.split('?');
  const head = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  const body = `${head}<style>${ELEMENTS}${styleOf(build, route)}</style><body></body>`;
  await page.route(`${url}/weapp`, (asked) =>
    asked.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto(`${url}/weapp`);
  const { scripts, configs, templates } = build;
  const query = Object.fromEntries(new URLSearchParams(search));
  const storage = { 'yima.large': large };
  const bundle = { scripts, configs, templates, storage, route, query, user: screen.as };
  await page.evaluate((given) => Object.assign(window, { bundle: given }), bundle as never);
  await page.addScriptTag({ content: build.client });
  await page.waitForLoadState('networkidle');
  return page;
}

/** WeChat's own elements, as far as a picture needs them. */
const ELEMENTS = `
  html,body{margin:0;height:100%} body,view,scroll-view,form,page{display:block}
  text,label,button,image,navigator{display:inline-block} input,textarea{font:inherit;border:0;background:none}
  *,*::before,*::after{box-sizing:border-box}`;

/** The style sheets for a window that is 750 rpx across. */
function styleOf({ styles }: Build, route: string): string {
  const sheet = [styles.app ?? '', styles[route] ?? ''].join('\n');
  return sheet.replace(/@import[^;]+;/g, '').replace(/(-?[\d.]+)rpx/g, 'calc($1 * 100vw / 750)');
}

/** What differs once both have drawn all they know: they may be slow, and are given ten seconds. */
async function settled(h5: Page, weapp: Page): Promise<string[]> {
  for (const end = Date.now() + 10_000; ; ) {
    const [one, two] = [await wordsOf(h5), await wordsOf(weapp)];
    const differences = [
      ...one.filter((word) => !two.includes(word)).map((word) => `only H5 says: ${word}`),
      ...two.filter((word) => !one.includes(word)).map((word) => `only WeChat says: ${word}`),
    ];
    if (differences.length === 0 || Date.now() > end) return differences;
    await weapp.waitForTimeout(200);
  }
}

/** What one of them says on purpose: the demonstration's entry, a label that WeChat gets as an attribute, scanning. */
const ON_PURPOSE =
  /^演示：|^只在演示环境里有|^有新通知$|^码里的网址$|^请用微信“扫一扫”|^打开这个地方$|^扫一扫$|^重新扫码$/;

/** The visible texts of a page, without spaces and without what may differ. */
async function wordsOf(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.replace(/\s+/g, '') ?? '';
      const parent = node.parentElement;
      if (text && parent && !/^(SCRIPT|STYLE)$/.test(parent.tagName) && parent.checkVisibility())
        found.push(text);
    }
    return [...new Set(found)];
  });
  return words.filter((word) => !ON_PURPOSE.test(word));
}
