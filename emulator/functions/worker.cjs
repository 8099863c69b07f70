/**
 * One instance of one function, in a worker thread: its own globals and `process.env`, one event at a time.
 * Plain JavaScript, so that it starts at once under every runner. `workerData`: {file, offset}.
 */
const { parentPort, workerData } = require('node:worker_threads');

const offset = new BigInt64Array(workerData.offset);
const RealDate = Date;
const now = () => RealDate.now() + Number(Atomics.load(offset, 0));

/** `Date` follows the emulator's clock; everything that is given a time behaves as always. */
const EmulatedDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(
      target,
      args.length === 0 ? [now()] : args,
      newTarget === EmulatedDate ? target : newTarget,
    ),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
RealDate.prototype.constructor = EmulatedDate;
globalThis.Date = EmulatedDate;

/** Identity variables of the event before: an instance is reused by other people. */
let identity = [];

function become(environment) {
  for (const key of identity) delete process.env[key];
  identity = Object.keys(environment);
  for (const [key, value] of Object.entries(environment)) process.env[key] = value;
}

const loading = (async () => {
  const loaded = require(workerData.file);
  const main = loaded.main ?? loaded.default?.main;
  if (typeof main !== 'function') throw new Error('the bundle exports no function `main`');
  return main;
})();
loading.catch(() => {});

parentPort.on('message', async ({ event, context, environment }) => {
  try {
    become(environment);
    const main = await loading;
    const result = await main(JSON.parse(event), context);
    parentPort.postMessage({ ok: true, result: JSON.stringify(result === undefined ? null : result) });
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    parentPort.postMessage({ ok: false, message: thrown.message, stack: thrown.stack });
  }
});
