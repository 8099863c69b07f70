/**
 * Draws the mini-program's build as WeChat would, beside the same screen of the H5 build: `npm run screens:weapp [--
 * FOLDER]`. The templates of `dist/weapp` are compiled and drawn by glass-easel, WeChat's open-source renderer, over the
 * same seeded world. Prints, for each screen, which words only one of the two shows and what was logged; ends with 1 if
 * any differs.
 *
 *   --only NAME   those whose name contains it (may be given again)
 *   --large       in large type
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '@/test/support/browser';
import { ROOT } from './local';
import { compare, readBuild } from './weapp/draw';
import { withScreens } from './worlds/screens';

/** What only one of the two can do, and says: a browser prints. */
const APART = /打印/;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, large: { type: 'boolean' } },
  });
  const folder = path.resolve(positionals[0] ?? path.join(ROOT, 'dist/screens-weapp'));
  fs.mkdirSync(folder, { recursive: true });
  const build = readBuild();
  const browser = await launchBrowser();
  let differ = 0;
  try {
    await withScreens(async (url, known) => {
      // What is pressed or scrolled before a picture is the business of the journeys.
      const screens = known.filter(({ name, first }) =>
        values.only ? values.only.some((part) => name.includes(part)) : !first,
      );
      for (const screen of screens) {
        const all = await compare(browser, screen, {
          build,
          url,
          large: values.large === true,
          folder,
        });
        const differences = all.filter((line) => !APART.test(line));
        if (differences.length > 0) differ++;
        console.log([`${differences.length > 0 ? '✗' : '✓'} ${screen.name}`, ...differences].join('\n    '));
      }
      console.log(`${screens.length} screens in ${path.relative(ROOT, folder)}, ${differ} differ`);
    });
  } finally {
    await browser.close();
  }
  process.exitCode = differ > 0 ? 1 : 0;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
