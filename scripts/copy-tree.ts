/** A copy of the tree to spoil on purpose: seeded bugs and mutants are put there, never here. */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './local';

const LEFT_OUT = ['node_modules', 'dist', '.git', '.data', '.cache', 'docs', 'src'];

/**
 * Copies what the tests need into a temporary folder; `node_modules` is a link. Remove it when done. `committed` leaves
 * aside what is being worked on.
 */
export function copyTree(committed = false): string {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'spoiled-'));
  if (committed) {
    const kept = path.join(tree, 'tree.tar');
    execFileSync('git', ['archive', '--output', kept, 'HEAD'], { cwd: ROOT });
    execFileSync('tar', ['-xf', kept, '-C', tree]);
    for (const name of ['src', 'tree.tar'])
      fs.rmSync(path.join(tree, name), { recursive: true, force: true });
  } else
    for (const entry of fs.readdirSync(ROOT))
      if (!LEFT_OUT.includes(entry))
        fs.cpSync(path.join(ROOT, entry), path.join(tree, entry), { recursive: true });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
  // jest looks for tests there too.
  fs.mkdirSync(path.join(tree, 'src'));
  return tree;
}

/** What a run of tests said: all green, the first that failed, or that it did not end in time. */
export type Verdict =
  | { readonly is: 'green' | 'slow' }
  | { readonly is: 'red'; readonly by: readonly string[]; readonly files: readonly string[] };

/**
 * Runs jest in a copy and says how it ended. Red is never the machine being busy: tests have no time limit of their own but
 * those they ask for, running into one of these counts as slow, and the whole run has `ms`.
 */
export async function testsIn(
  tree: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  ms: number,
): Promise<Verdict> {
  const report = path.join(tree, 'report.json');
  fs.rmSync(report, { force: true });
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const common = ['--runInBand', '--bail=1', '--json', `--outputFile=${report}`, '--testTimeout=3600000'];
  const child = spawn(process.execPath, [jest, ...common, ...words], {
    cwd: tree,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  if (status === 0) return { is: 'green' };
  if (!fs.existsSync(report)) return { is: 'slow' };
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as {
    testResults: {
      name: string;
      message: string;
      assertionResults: { status: string; title: string; failureMessages: string[] }[];
    }[];
  };
  const by: string[] = [];
  const files: string[] = [];
  for (const { name, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status: outcome }) => outcome === 'failed');
    // a file that cannot even be loaded has no tests
    if (failed.length === 0 && assertionResults.length === 0 && message) by.push(firstLine(message));
    else if (failed.length === 0) continue;
    else if (failed.every(({ failureMessages }) => /Exceeded timeout/.test(failureMessages[0] ?? '')))
      continue;
    for (const { title, failureMessages } of failed)
      by.push(`${title}: ${firstLine(failureMessages[0] ?? '')}`);
    files.push(path.relative(fs.realpathSync(tree), name));
  }
  return by.length > 0 ? { is: 'red', by, files } : { is: 'slow' };
}

const firstLine = (message: string): string =>
  (message.trim().split('\n')[0] ?? '').replace(/^Error: /, '').slice(0, 120);
