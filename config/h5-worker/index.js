/** Writes `worker.js` beside the page: the worker with the names of this build's parts. */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync } = require('esbuild');

const NAME = 'h5-worker';
/** A part's name holds a hash of its content. */
const PART = /^(?:js|css)\/[^/]+\.[0-9a-f]{8}\.(?:js|css)$/;
const EMPTY = 'const BUILT = [];';

module.exports = class H5Worker {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const parts = compilation
            .getAssets()
            .map(({ name }) => name)
            .filter((name) => PART.test(name))
            .sort();
          const worker = readFileSync(path.join(__dirname, 'worker.js'), 'utf8');
          if (!worker.includes(EMPTY)) throw new Error(`${NAME}: worker.js has no place for the names`);
          const { code } = transformSync(worker.replace(EMPTY, `const BUILT = ${JSON.stringify(parts)};`), {
            minify: true,
            target: 'es2017',
          });
          compilation.emitAsset('worker.js', new sources.RawSource(code));
        },
      ),
    );
  }
};
