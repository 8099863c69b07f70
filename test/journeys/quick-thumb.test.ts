/** The thumb is faster than the phone: what is pressed the moment it is seen is pressed, and stays so. */
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '@/test/support/browser';
import { jumpsOn, watchJumps } from '@/test/support/jumps';
import { withPhones } from '@/test/support/phones';
import { openidOf, SCENE } from '@/test/support/yima';

const phones = withPhones();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** A phone this many times slower than the machine. */
const SLOWER = 6;
/** So long a thumb rests on the glass. Milliseconds. */
const PRESS = 80;

interface Quick {
  readonly page: Page;
  /** Presses the first of these the moment it can be seen; answers where it stood then. */
  readonly press: (css: string, words: string) => Promise<{ y: number }>;
}

/** A phone that nobody has opened the app on, slow from its first moment. */
async function freshPhone(user: string, route: string): Promise<Quick> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  await context.addInitScript((name) => localStorage.setItem('yima.user', name), user);
  await watchJumps(context);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${phones.emulator.url}/#/${route}`, { waitUntil: 'commit' });
  const press: Quick['press'] = async (css, words) => {
    const seen = await page.waitForFunction(
      ([wanted, said]) => {
        const all = [...document.querySelectorAll(wanted as string)];
        const found = all.find(
          (each) => (each.textContent ?? '').includes(said as string) && each.checkVisibility(),
        );
        if (!found) return null;
        const { left, top, width, height } = found.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        // seen is what a thumb would meet there
        return found.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
      },
      [css, words] as const,
      { polling: 'raf', timeout: 60_000 },
    );
    const point = (await seen.jsonValue()) as { x: number; y: number };
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await new Promise((resolve) => setTimeout(resolve, PRESS));
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    return point;
  };
  return { page, press };
}

/** Where the middle of it is now. */
async function middleOf(found: Locator): Promise<number> {
  const box = await found.boundingBox();
  return box ? box.y + box.height / 2 : Number.NaN;
}

/** All but the choice is done at leisure, when everything that comes late has come. */
async function stays({ page }: Quick, pressedAt: number, words: string): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 60_000 });
  const chip = page.getByRole('radio').first();
  expect(await chip.getAttribute('aria-checked')).toBe('true');
  expect(await middleOf(chip)).toBeCloseTo(pressedAt, 0);
  await page.locator('textarea').first().fill(words);
  await page.getByRole('button', { name: '提交问题' }).click({ timeout: 30_000 });
  await page.getByText('办理经过').filter({ visible: true }).first().waitFor({ timeout: 60_000 });
  const { data } = await phones.emulator.db.collection('tickets').where({ text: words }).limit(2).get();
  expect(data).toHaveLength(1);
  expect(data[0].answers).toEqual([expect.objectContaining({ answer: '楼道' })]);
  await page.context().close();
}

const scene = () => encodeURIComponent(SCENE());

test.each([1, 2, 3])(
  'phone %i: opened at the form itself, while the place is still being read',
  async (n) => {
    const route = `pages/resident/file/index?service=street-lamp&scene=${scene()}`;
    const phone = await freshPhone(openidOf(`guest${n}`), route);
    const { y } = await phone.press('[role=radio]', '楼道');
    await phone.page.waitForTimeout(1000);
    // no jump of anything in which the choice stands
    const jumped = (await jumpsOn(phone.page)).flatMap(({ moved }) => moved);
    expect(jumped.filter((each) => /choice|field-label|page-body|page-title/.test(each))).toEqual([]);
    await stays(phone, y, `楼道的灯坏了，${n}`);
  },
  180_000,
);

test.each([4, 5, 6])(
  'phone %i: from the scanned code, each tap the moment it can be made',
  async (n) => {
    const phone = await freshPhone(openidOf(`guest${n}`), `pages/resident/home/index?scene=${scene()}`);
    await phone.press('[role=button]', '报一个问题');
    await phone.press('[role=button],[role=link]', '楼道灯不亮');
    const { y } = await phone.press('[role=radio]', '楼道');
    await stays(phone, y, `楼道的灯坏了，${n}`);
  },
  180_000,
);
