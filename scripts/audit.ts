/**
 * Looks at every screen of every role as a demanding eye would: `npm run audit`. The seeded world on a fixed
 * afternoon, the built H5, a real browser; 320, 375 and 414 px × font 1.0, 1.4 and 1.75. Prints what was found for
 * each screen and ends with 1 if there was anything.
 *
 *   --only NAME        screens whose name contains it (may be given again)
 *   --width 320        these widths (may be given again)
 *   --font 1.4         these font sizes (may be given again)
 *   --pictures FOLDER  a picture of each look
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditScreens, say, sum } from '@/test/audit/audit';
import { launchBrowser } from '@/test/support/browser';
import { withScreens } from './worlds/screens';

async function main(): Promise<void> {
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    options: { only: many, width: many, font: many, pictures: { type: 'string' } },
  });
  const folder = values.pictures && path.resolve(values.pictures);
  if (folder) mkdirSync(folder, { recursive: true });
  const started = Date.now();
  const browser = await launchBrowser();
  try {
    const report = await withScreens((url, screens) =>
      auditScreens(
        browser,
        screens.filter(({ name }) => !values.only || values.only.some((part) => name.includes(part))),
        {
          url,
          ...(values.width && { widths: values.width.map(Number) }),
          ...(values.font && { fonts: values.font.map(Number) }),
          done: ({ name }, found) => console.log(say(name, found)),
          seen: async (page, { name }, look) => {
            if (folder)
              await page.screenshot({ path: path.join(folder, `${name} ${look}.png`), fullPage: true });
          },
        },
      ),
    );
    console.log(`${sum(report)}, ${((Date.now() - started) / 1000).toFixed(0)} s`);
    if (report.found.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
