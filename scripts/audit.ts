/**
 * Looks at every screen of every role as a demanding eye would: `npm run audit`. The seeded world on a fixed
 * afternoon, the built H5, a real browser; 320, 375 and 414 px × font 1.0, 1.4 and 1.75. Prints what was found for
 * each screen and ends with 1 if there was anything.
 *
 *   --only NAME        screens whose name contains it (may be given again)
 *   --width 320        these widths (may be given again)
 *   --font 1.4         these font sizes (may be given again)
 *   --pictures FOLDER  a picture of each look: FOLDER/375×1.4/01-home.png
 *   --kept FILE        writes down what was seen after each screen, and goes on from there when it is there
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditScreens, reportOf, type Seen, say, sum } from '@/test/audit/audit';
import { launchBrowser } from '@/test/support/browser';
import { withScreens } from './worlds/screens';

/** As `npm run screens` draws them. */
const DENSITY = 1.6;

async function main(): Promise<void> {
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    options: {
      only: many,
      width: many,
      font: many,
      pictures: { type: 'string' },
      kept: { type: 'string' },
    },
  });
  const folder = values.pictures && path.resolve(values.pictures);
  const kept = keptIn(values.kept);
  const started = Date.now();
  const browser = await launchBrowser();
  try {
    await withScreens((url, screens) =>
      auditScreens(
        browser,
        screens.filter(
          ({ name }) => !kept.has(name) && (!values.only || values.only.some((part) => name.includes(part))),
        ),
        {
          url,
          ...(values.width && { widths: values.width.map(Number) }),
          ...(values.font && { fonts: values.font.map(Number) }),
          ...(folder && { density: DENSITY }),
          done: ({ name }, seen) => {
            console.log(say(name, seen.found));
            kept.set(name, seen);
            if (values.kept) appendFileSync(values.kept, `${JSON.stringify([name, seen])}\n`);
          },
          seen: async (page, { name }, look) => {
            if (!folder) return;
            mkdirSync(path.join(folder, look), { recursive: true });
            await page.screenshot({ path: path.join(folder, look, `${name}.png`) });
          },
        },
      ),
    );
    const report = reportOf([...kept.values()]);
    console.log(`${sum(report)}, ${((Date.now() - started) / 1000).toFixed(0)} s`);
    if (report.found.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

/** What an earlier run that was broken off has seen, by screen. */
function keptIn(file: string | undefined): Map<string, Seen> {
  if (!file || !existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line): [string, Seen] => JSON.parse(line)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
