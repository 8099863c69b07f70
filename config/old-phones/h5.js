/**
 * Gives a browser the builtins it lacks: a check stands in the page before the app's scripts, and fetches them only where one is
 * missing. A new phone pays for the check alone, which is part of the page.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync } = require('esbuild');
const names = require('./names.json');

const NAME = 'old-phones';
const FILE = path.join(__dirname, 'builtins.js');

/** The script that stands in the page: writes the tag of `file` where a builtin is missing. */
const check = (file) =>
  `<script>(function(n,h){for(h in n)if(n[h].some(function(k){return!h.split('.').reduce(function(o,p){return o[p]},window)[k]}))return document.write("<script src='./${file}'><\\/script>")})(${JSON.stringify(names)})</script>`;

/** Puts the file beside the page, and the check before the page's first script. */
module.exports = class OldPhones {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT - 1 },
        () => {
          const { code } = transformSync(readFileSync(FILE, 'utf8'), {
            minify: true,
            target: 'es2017',
            format: 'iife',
            define: { 'process.env.TARO_ENV': '"h5"' },
          });
          const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
          const file = `js/${NAME}.${hash}.js`;
          compilation.emitAsset(file, new sources.RawSource(code));
          compilation.updateAsset('index.html', (page) => {
            const html = page.source().toString();
            if (!html.includes('<script>'))
              throw new Error(`${NAME}: the page has no script to stand before`);
            return new sources.RawSource(html.replace('<script>', () => `${check(file)}<script>`));
          });
        },
      ),
    );
  }
};
