/** Draws the pairs of what to do and not to do with the styles of the built H5. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Browser } from 'playwright-core';
import { ROOT } from '../local';

/** Elements as Taro makes them in a browser; nothing on a page of pictures is pressed. */
const STAND_INS = `
  const { createElement } = require('react');
  const made = (tag) => ({ className, onClick, hoverClass, ...rest }) => createElement(tag, { class: className, ...rest });
  for (const name of ['View', 'Text', 'Image', 'Input', 'Textarea', 'Button', 'ScrollView'])
    exports[name] = made('taro-' + name.toLowerCase() + '-core');
`;
const standIns: Plugin = {
  name: 'stand-ins',
  setup(on) {
    on.onResolve({ filter: /^@tarojs\// }, ({ path: name }) => ({ path: name, namespace: 'stand-in' }));
    on.onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({ contents: STAND_INS, resolveDir: ROOT }));
  },
};

const PAGE = (styles: string, halves: string) => `<!doctype html><meta charset="utf-8">
<style>html{font-size:20px}${styles}
taro-view-core{display:block}
body{display:flex;gap:16px;width:736px;padding:16px;box-sizing:border-box;background:#fff}
.half{flex:1 1 0;min-width:0}
.half>b{display:block;margin-bottom:8px;font-size:15px}
.half>b.do{color:#1e6652}.half>b.not{color:#b5342a}
.half>.page{min-height:0;padding:12px;border-radius:14px}
.half .bar{padding:4px 0}
.beside .clocks{flex-direction:row;overflow:hidden;white-space:nowrap}
.beside .clock+.clock{margin:0 0 0 12px;padding:0 0 0 12px;border:0}</style>${halves}`;

/** A picture of each pair into this folder; returns how many. */
export async function drawPairs(browser: Browser, folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const css = path.join(ROOT, 'dist/h5/css');
  const [app = ''] = readdirSync(css).filter((name) => name.startsWith('app.'));
  const styles = readFileSync(path.join(css, app), 'utf8');
  const pairs = await rendered();
  const page = await browser.newPage({ viewport: { width: 736, height: 400 }, deviceScaleFactor: 1.5 });
  for (const { name, large, good, bad } of pairs) {
    const half = (head: string, html: string) =>
      `<div class="half">${head}<div class="page${large ? ' is-large' : ''}">${html}</div></div>`;
    const halves = half('<b class="do">✓ do</b>', good) + half('<b class="not">✗ do not</b>', bad);
    await page.setContent(PAGE(styles, halves));
    await page.locator('body').screenshot({ path: path.join(folder, `${name}.png`) });
  }
  await page.close();
  return pairs.length;
}

interface Drawn {
  readonly name: string;
  readonly large: boolean;
  readonly good: string;
  readonly bad: string;
}

/** The pairs as markup. */
async function rendered(): Promise<Drawn[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pairs-'));
  const file = path.join(folder, 'pairs.cjs');
  const contents = `
    import { renderToStaticMarkup as draw } from 'react-dom/server';
    import { PAIRS } from './scripts/design/pairs';
    export const drawn = PAIRS.map(({ name, large, good, bad }) => ({
      name, large: large === true, good: draw(good), bad: draw(bad),
    }));`;
  try {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: ROOT, loader: 'tsx' },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      jsx: 'automatic',
      define: { 'process.env.TARO_ENV': '"h5"' },
      plugins: [standIns],
    });
    writeFileSync(file, outputFiles[0]?.text ?? '');
    const { drawn }: { drawn: Drawn[] } = require(file);
    return drawn;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
