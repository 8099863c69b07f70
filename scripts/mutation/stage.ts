/**
 * As much of a test runner as the tests beside the rules ask for: `describe`, `test`, `test.each`, `expect`, and what is done
 * before and after all. Tests run in order; the first that fails ends the process with 1 and its name, and 0 means all passed.
 */
import { format } from 'node:util';
import { expect } from 'expect';

type Work = (...given: unknown[]) => unknown;
interface Suite {
  readonly before: Work[];
  readonly after: Work[];
  readonly tests: { readonly name: string; readonly run: () => unknown }[];
}

const suites: Suite[] = [];
const names: string[] = [];
const suite = (): Suite => suites.at(-1) as Suite;

function test(name: string, run: Work): void {
  suite().tests.push({ name: [...names, name].join(' '), run: () => run() });
}
const each =
  (rows: readonly unknown[], add: (name: string, run: () => unknown) => void) =>
  (name: string, run: Work): void => {
    for (const row of rows) {
      const given = Array.isArray(row) ? row : [row];
      add(format(name, ...given), () => run(...given));
    }
  };
function describe(name: string, body: () => unknown): void {
  names.push(name);
  body();
  names.pop();
}

/** Begins a file of tests: its `beforeAll` and `afterAll` are its own. */
function begin(): void {
  suites.push({ before: [], after: [], tests: [] });
}

async function runAll(): Promise<void> {
  for (const { before, after, tests } of suites) {
    for (const work of before) await work();
    for (const { name, run } of tests)
      try {
        await run();
      } catch (error) {
        console.log(`${name}: ${(error as Error).message?.split('\n')[0]}`);
        for (const work of after) await work();
        process.exit(1);
      }
    for (const work of after) await work();
  }
  process.exit(0);
}

Object.assign(globalThis, {
  expect,
  describe: Object.assign(describe, { each: (rows: readonly unknown[]) => each(rows, describe) }),
  test: Object.assign(test, { each: (rows: readonly unknown[]) => each(rows, test) }),
  it: test,
  beforeAll: (work: Work) => void suite().before.push(work),
  afterAll: (work: Work) => void suite().after.push(work),
  stage: { begin, runAll },
});
