/**
 * Old phones: the built scripts are read by them, call nothing they lack, and get what they lack, in WeChat and in a browser.
 * `test/journeys/old-phones.test.ts` opens every page in a browser that has become such a phone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { type Node, parse } from 'acorn';
import MENDED from '@/config/old-phones/names.json';
import menu from '@/domain/catalogue/default.json';
import { forget, LATER } from '@/test/support/floor';
import { answer } from './answers';
import { built, filesIn, routes } from './built';
import { createHost } from './host';

/** What Chrome 60 and iOS 10.3 read. */
const PROMISED = 2017;

const page = () => readFileSync(path.join(built('h5'), 'index.html'), 'utf8');
/** The scripts that stand in the page. */
const inline = () =>
  [...page().matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = ''], n) => [`index.html ${n}`, code] as const,
  );
const scripts = (target: 'weapp' | 'h5') => [
  ...filesIn(built(target))
    .filter((file) => file.endsWith('.js'))
    .map((file) => [file, readFileSync(path.join(built(target), file), 'utf8')] as const),
  ...(target === 'h5' ? inline() : []),
];

test('the floor that is promised is the one that is tested', () => {
  const { browserslist } = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
  expect(browserslist).toEqual(['chrome >= 60', 'ios_saf >= 10.3']);
});

describe.each(['weapp', 'h5'] as const)('%s', (target) => {
  test('every script is read by a phone of the floor', () => {
    const broken = scripts(target).flatMap(([file, code]) => {
      try {
        parse(code, { ecmaVersion: PROMISED });
        return [];
      } catch (error) {
        return [`${file}: ${(error as Error).message}`];
      }
    });
    expect(broken).toEqual([]);
  });

  test('every builtin of later that is called is mended, or asked for first', () => {
    const wrong = scripts(target).flatMap(([file, code]) =>
      laterCalls(code)
        .filter((name) => !MENDS.has(name) && !ASKED.some(([at, what]) => what === name && at.test(file)))
        .map((name) => `${file}: ${name}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});

const MENDS = new Set(Object.values(MENDED).flat());
/** Calls that are made only where the builtin is, by file and name; a variable that `typeof` asks for is seen by itself. */
const ASKED: readonly (readonly [file: RegExp, name: string])[] = [
  // of an answer to fetch, not of a file
  [/worker\.js/, 'text'],
  // Taro's elements try a style sheet of their own first
  [/stencil/, 'replaceSync'],
  // Taro's picture that loads late; `src/ui/photo-grid.tsx` asks first
  [/common\./, 'IntersectionObserver'],
  // a recorder and the reader of packed tables are offered only where they work
  [/src_platform_offline/, 'MediaRecorder'],
  [/spreadsheet|sheet/, 'DecompressionStream'],
  [/spreadsheet|sheet/, 'stream'],
];

/** Names too common to be read without their object; the pages that are opened on an old phone call them. */
const COMMON = new Set([
  ...['with', 'get', 'set', 'has', 'delete', 'entries', 'keys', 'forEach', 'getAll', 'size', 'parse', 'try'],
  ...[
    'replace',
    'description',
    'part',
    'inert',
    'popover',
    'share',
    'connection',
    'escape',
    'rawJSON',
    'bytes',
  ],
  ...['union', 'difference', 'intersection', 'scheduler', 'navigation', 'Iterator', 'dispose'],
]);

function laterCalls(code: string): string[] {
  const wanted = new Set(
    Object.values(LATER)
      .flat()
      .filter((name) => !COMMON.has(name)),
  );
  const globals = new Set(LATER.self);
  const found = new Set<string>();
  const asked = new Set<string>();
  const walk = (node: unknown, above?: Node): void => {
    if (Array.isArray(node)) {
      for (const each of node) walk(each, above);
      return;
    }
    if (!isNode(node)) return;
    if (node.type === 'CallExpression' && isNode(node.callee)) {
      const name = memberName(node.callee);
      // a method that is called as it is, or handed on: `list.at(0)`, `(at = list.at).call(list, 0)`
      if (name && wanted.has(name)) found.add(name);
      if (name === 'call' || name === 'apply') {
        const own = memberName(node.callee.object);
        if (own && wanted.has(own)) found.add(own);
      }
    }
    if (node.type === 'UnaryExpression' && node.operator === 'typeof' && isNode(node.argument))
      asked.add(String(node.argument.name));
    if (node.type === 'Identifier' && globals.has(String(node.name)) && !isName(node, above))
      found.add(String(node.name));
    for (const [key, value] of Object.entries(node)) if (key !== 'type') walk(value, node);
  };
  walk(parse(code, { ecmaVersion: 'latest' }));
  return [...found].filter((name) => !asked.has(name));
}

type Tree = Node & Record<string, unknown>;
const isNode = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && 'type' in value;
/** The name of what a member expression asks for. */
const memberName = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'MemberExpression' && !node.computed && isNode(node.property)
    ? String(node.property.name)
    : undefined;
/** Whether an identifier is the name of a field and not a variable. */
const isName = (node: Tree, above?: Node): boolean =>
  isNode(above) &&
  ((above.type === 'MemberExpression' && above.property === node && !above.computed) ||
    (above.type === 'Property' && above.key === node));

describe('a browser fetches them only where one is missing', () => {
  const check = () => inline()[0]![1];
  const asks = (without: Readonly<Record<string, readonly string[]>>) => {
    const written: string[] = [];
    const world = vm.createContext({ document: { write: (tag: string) => written.push(tag) } });
    vm.runInContext('var window=this;function Blob(){};Blob.prototype={arrayBuffer:1,text:1}', world);
    vm.runInContext(forget(without), world);
    vm.runInContext(check(), world);
    return written;
  };

  test('a new phone fetches nothing', () => {
    expect(asks({})).toEqual([]);
  });

  test.each(
    Object.entries(MENDED).flatMap(([holder, names]) => names.map((name) => [holder, name] as const)),
  )('without %s.%s', (holder, name) => {
    const [tag, ...more] = asks({ [holder]: [name] });
    const file = /src='\.\/(js\/old-phones\.[0-9a-f]{8}\.js)'/.exec(tag ?? '')?.[1] ?? '';
    expect(more).toEqual([]);
    expect(filesIn(built('h5'))).toContain(file);
  });

  test('before any script of the app', () => {
    expect(page().indexOf('old-phones.')).toBeGreaterThan(0);
    expect(page().indexOf('old-phones.')).toBeLessThan(page().search(/<script[^>]+src="/));
  });
});

describe.each([...routes().main, ...routes().staff])('in WeChat on an old phone: %s', (route) => {
  test('mounts and says something, and nothing fails', async () => {
    const host = createHost(built('weapp'), { cloud: answer, before: forget() });
    try {
      const opened = await host.open(route, QUERY);
      await host.until(() => host.text(opened).length > 0, `${route} to say something`);
      await new Promise((later) => setTimeout(later, 50));
      expect(host.logs).toEqual([]);
    } finally {
      host.close();
    }
  });
});

/** A request and a place, for pages that want one. */
const QUERY = {
  id: `t${'0'.repeat(24)}`,
  service: menu.services.find(({ kind }) => kind === 'report')!.id,
  scene: 'p%3D0123456789.abcdefgh',
};
