/**
 * The mini-program's own templates, styles and pages, drawn by WeChat's open-source renderer over the seeded world: the
 * main screens say what they say on H5, word for word, and log nothing.
 */
import { compare, readBuild } from '@/scripts/weapp/draw';
import { withScreens } from '@/scripts/worlds/screens';
import { launchBrowser } from '../support/browser';

const MAIN = [
  '01-home',
  '04-menu',
  '08-ticket-working',
  '10-ticket-verdict',
  '20-work',
  '24-pool',
  '44-wall-volunteer',
];

test('both builds say the same', async () => {
  const build = readBuild();
  const browser = await launchBrowser();
  const drawn: Record<string, string[]> = {};
  try {
    await withScreens(async (url, all) => {
      for (const screen of all.filter(({ name }) => MAIN.includes(name)))
        drawn[screen.name] = await compare(browser, screen, { build, url, large: false });
    });
  } finally {
    await browser.close();
  }
  expect(drawn).toEqual(Object.fromEntries(MAIN.map((name) => [name, []])));
}, 600_000);
