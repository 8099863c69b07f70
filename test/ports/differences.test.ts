import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DIFFERENCES } from './differences';

test('the handbook tells every known difference', () => {
  const handbook = readFileSync(path.join(__dirname, '../../docs/emulator.md'), 'utf8');
  const rows = DIFFERENCES.map(
    ({ about, emulator, service, kind }) => `| ${about} | ${emulator} | ${service} | ${kind} |`,
  );
  const cell = (text: string) => text.replaceAll('< > |', '< > \\|');
  expect(rows.filter((row) => !handbook.includes(cell(row)))).toEqual([]);
});
