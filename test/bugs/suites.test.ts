/** The full sizes still reach what they name: tests that are there, variables that somebody reads, scripts of package.json. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SUITES } from '@/scripts/verify/suites';

const files = execFileSync('git', ['ls-files', '*.test.ts', '*.test.tsx'], { encoding: 'utf8' })
  .trim()
  .split('\n');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('each has a name of its own, and is a test or a script', () => {
  expect(new Set(SUITES.map(({ name }) => name)).size).toBe(SUITES.length);
  for (const { name, jest: tests, script } of SUITES)
    expect([name, Boolean(tests) !== Boolean(script)]).toEqual([name, true]);
});

test.each(SUITES.filter((suite) => suite.jest))('$name finds its tests', ({ jest: tests = [], env = {} }) => {
  const found = tests.map((pattern) => files.filter((file) => new RegExp(pattern).test(`/${file}`)));
  for (const [index, matches] of found.entries())
    expect([tests[index], matches.length > 0]).toEqual([tests[index], true]);
  const text = found
    .flat()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  for (const name of Object.keys(env))
    expect([name, text.includes(`process.env.${name}`)]).toEqual([name, true]);
});

test.each(SUITES.filter((suite) => suite.script))('$name is a script', ({ script = [], figures }) => {
  expect(scripts).toHaveProperty([script[0] ?? '']);
  expect(figures).toBeInstanceOf(RegExp);
});
