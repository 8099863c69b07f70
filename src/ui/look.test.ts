import { readFileSync } from 'node:fs';
import path from 'node:path';
import menu from '@/domain/catalogue/default.json';
import { ICONS } from './icon-names';

const styles = (name: string) => readFileSync(path.join(__dirname, 'styles', `${name}.scss`), 'utf8');

/** The colours of tokens.scss by name, as #rrggbb. */
const tokens = new Map(
  [...styles('tokens').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [one, other]
    .map((name) => luminance(tokens.get(name) ?? name))
    .sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const WORDS: [words: string, on: string][] = [
  ...['paper', 'card', 'pine-soft', 'amber-soft', 'seal-soft'].map((on): [string, string] => ['ink', on]),
  ...['ink-2', 'seal', 'pine', 'amber'].flatMap((words): [string, string][] => [
    [words, 'paper'],
    [words, 'card'],
  ]),
  ['seal', 'seal-soft'],
  ['pine', 'pine-soft'],
  ['pine-deep', 'pine-soft'],
  ['ink-2', 'pine-soft'],
  ['amber', 'amber-soft'],
  ['#ffffff', 'seal'],
  ['#ffffff', 'seal-deep'],
  ['#ffffff', 'pine'],
  ['#ffffff', 'pine-deep'],
  ['off', 'line'],
  ['hint', 'card'],
];

test.each(WORDS)('%s can be read on %s', (words, on) => {
  expect(contrast(words, on)).toBeGreaterThanOrEqual(4.5);
});

test('the outline of a field can be seen', () => {
  expect(contrast('edge', 'card')).toBeGreaterThanOrEqual(3);
});

test('every icon that can be named is drawn, and the other way round', () => {
  const drawn = [...styles('icon').matchAll(/^\s*["']?([\w-]+)["']?:\s*["']M/gm)].map(([, name]) => name);
  expect([...ICONS].sort()).toEqual(drawn.sort());
});

test('every service of the menu has its drawing', () => {
  const missing = menu.services
    .map((service) => service.icon)
    .filter((icon) => !ICONS.some((one) => one === icon));
  expect(missing).toEqual([]);
});

test('no word is smaller than 14, so that none is below 18 in large type', () => {
  const files = ['page', 'text', 'button', 'card', 'field', 'state'];
  const sizes = files.flatMap((file) => [...styles(file).matchAll(/font-size: calc\((\d+)px/g)]);
  for (const [, size] of sizes) expect(Number(size)).toBeGreaterThanOrEqual(14);
});
