/** A browser for journeys and pictures: the system's Chromium if there is one, else the one inside an npm package. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a microphone that beeps, and nobody is asked
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Starts a headless browser; never downloads anything. `BUNDLED_CHROMIUM=1` passes over the system's. */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.BUNDLED_CHROMIUM
    ? undefined
    : SYSTEM.find((file) => file && existsSync(file));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  // The package brings the few libraries a bare machine lacks, and unpacks them where it believes to be a Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  const libraries = path.join(path.dirname(executablePath), 'al2023/lib');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>;
  return chromium.launch({ executablePath, args: QUIET, env });
}
