/** Phones in a real browser over the built H5, the built functions and an emulator: for journeys and pictures. */
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ActionName, Input, Outputs } from '@/contract';
import { launchBrowser } from './browser';
import { type TestEmulator, withEmulator } from './emulator';
import { KEYS, type Name, openidOf, SCENE, seedTown } from './yima';

const PHONE = {
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
};

/** `SLOW_PHONE=4`: phones at a quarter of this machine's speed, which show what a journey reads too early. */
const SLOWER = Number(process.env.SLOW_PHONE ?? 1);

/** The functions' settings as deployed, with this test's secrets. */
function config(): object {
  const settings = JSON.parse(readFileSync('cloudbaserc.json', 'utf8'));
  for (const each of settings.functions) each.envVariables = KEYS;
  return settings;
}

export class Phones {
  private browser!: Browser;
  private readonly contexts = new Map<Name, BrowserContext>();
  /** What went wrong on any page: a journey ends with none. */
  readonly errors: string[] = [];

  constructor(readonly emulator: TestEmulator) {}

  async start(): Promise<void> {
    if (!existsSync('dist/h5/index.html')) throw new Error('dist/h5 is missing: run `npm run build`');
    Object.assign(process.env, KEYS);
    await seedTown(this.emulator.db);
    this.browser = await launchBrowser();
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  /** Opens a page of the app on this person's own phone; a second opening is the same phone. */
  async open(name: Name, route: string): Promise<Page> {
    let context = this.contexts.get(name);
    if (!context) {
      context = await this.browser.newContext(PHONE);
      await context.addInitScript((user) => localStorage.setItem('yima.user', user), openidOf(name));
      this.contexts.set(name, context);
    }
    const page = await context.newPage();
    if (SLOWER > 1) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    }
    page.on('pageerror', (error) => this.errors.push(`${name} ${route}: ${error.message}`));
    page.on('console', (said) => {
      if (/Content Security Policy/.test(said.text())) this.errors.push(`${name} ${route}: ${said.text()}`);
    });
    await page.goto(`${this.emulator.url}/#/${route}`);
    return page;
  }

  /** Calls an action as this person's phone would, without a screen: for what a journey takes as given. */
  async call<A extends ActionName>(name: Name, action: A, input: Input<A>): Promise<Outputs[A]> {
    const { body } = await this.emulator.call('api', { action, input }, openidOf(name));
    if (!body.result?.ok) throw new Error(`${action} as ${name}: ${JSON.stringify(body)}`);
    return body.result.data;
  }

  /** Scans the code in the stairwell. */
  scan(name: Name): Promise<Page> {
    return this.open(name, `pages/resident/home/index?scene=${encodeURIComponent(SCENE())}`);
  }
}

export function withPhones(staticDir = 'dist/h5'): Phones {
  const phones = new Phones(withEmulator({ functionsDir: 'dist/functions', staticDir, config: config() }));
  // each step has its own patience, and says what it waited for
  jest.setTimeout(240_000);
  beforeAll(() => phones.start(), 60_000);
  afterAll(() => phones.stop());
  return phones;
}

/** Waits until these words are to be seen on the page on top (Taro keeps the earlier pages in the document). */
export async function see(page: Page, words: string | RegExp): Promise<void> {
  await orSayWhatIsThere(
    page,
    page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: PATIENCE }),
  );
}

/** Taps a button or a choice by its spoken name; on the open sheet, if there is one. Once, as a thumb does. */
export async function tap(page: Page, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string';
  const sheet = page.getByRole('dialog').filter({ visible: true });
  const target = async () => {
    const root = (await sheet.count()) > 0 ? sheet.last() : page;
    const named = (role: 'button' | 'radio' | 'checkbox' | 'tab' | 'switch') =>
      root.getByRole(role, { name, exact });
    const any = named('button').or(named('radio')).or(named('checkbox')).or(named('tab')).or(named('switch'));
    return any.filter({ visible: true }).last();
  };
  // A sheet may be closing, or not be there yet, when the tap begins: looked for anew, but pressed only once.
  const until = Date.now() + PATIENCE;
  const ready = async (): Promise<void> => {
    try {
      await (await target()).click({ trial: true, timeout: PATIENCE / 10 });
    } catch (error) {
      if (Date.now() > until) throw error;
      await ready();
    }
  };
  await orSayWhatIsThere(page, ready());
  await orSayWhatIsThere(page, (await target()).click({ timeout: PATIENCE }));
}

/** Waits until this holds, as what a tap does takes its time: asked again until it stops throwing. */
export async function holds(claim: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;)
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((later) => setTimeout(later, 100));
    }
}

/** Writes into the page's text area. */
export async function write(page: Page, words: string): Promise<void> {
  const area = page.locator('textarea').filter({ visible: true }).last();
  await orSayWhatIsThere(page, area.fill(words, { timeout: PATIENCE }));
}

/** Chooses a photo by the button that asks for one, and waits until it has arrived and was looked at. */
export async function choose(page: Page, name: string | RegExp, photo: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser', { timeout: PATIENCE }),
    tap(page, name),
  ]);
  const arrived = page.waitForResponse(
    (answer) => answer.request().postData()?.includes('photo.check') ?? false,
  );
  await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
  await arrived;
}

/** Milliseconds. Somebody else's machine may be slow; only a journey that fails waits so long. */
const PATIENCE = 15_000 * Math.max(1, SLOWER);

/** A journey that stops says what was on the screen. */
async function orSayWhatIsThere(page: Page, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const screen = await page.locator('body').ariaSnapshot();
    throw new Error(`${(error as Error).message.split('\n')[0]}\n${page.url()}\n${screen}`);
  }
}
