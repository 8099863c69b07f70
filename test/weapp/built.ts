import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve(__dirname, '../../dist');

/** A built folder; says how to build when it is not there. */
export function built(target: 'weapp' | 'h5'): string {
  const folder = path.join(DIST, target);
  const entry = path.join(folder, target === 'h5' ? 'index.html' : 'app.json');
  if (!existsSync(entry))
    throw new Error(`dist/${target} is not built: run  npm run build -- --only ${target}`);
  return folder;
}

/** Every file below a folder, as paths from it. */
export function filesIn(folder: string, below = ''): string[] {
  return readdirSync(path.join(folder, below)).flatMap((name) => {
    const file = path.join(below, name);
    return statSync(path.join(folder, file)).isDirectory() ? filesIn(folder, file) : [file];
  });
}

export const bytes = (file: string): number => statSync(file).size;
export const gzipped = (file: string): number => gzipSync(readFileSync(file)).length;

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

/** Every route of the built mini-program: residents' first, then the sub-packages'. */
export function routes(): { main: string[]; staff: string[] } {
  const app: AppConfig = JSON.parse(readFileSync(path.join(built('weapp'), 'app.json'), 'utf8'));
  return {
    main: app.pages,
    staff: app.subPackages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  };
}

/** Where somebody begins: a scanned code, a link in a message, a day's work, the wall. Forms are opened from there. */
const BEGIN = [
  'pages/resident/home/',
  'pages/resident/tickets/',
  'pages/resident/ticket/',
  'pages/resident/notices/',
  'pages/staff/work/',
  'pages/staff/ticket/',
  'pages/volunteer/wall/',
];

/** The built H5 in gzip bytes: each page that somebody begins with, with all that it fetches; what each further page adds. */
export function h5Weights(): {
  readonly routes: number;
  readonly first: readonly { readonly route: string; readonly weight: number }[];
  readonly further: readonly { readonly file: string; readonly weight: number }[];
} {
  const dist = built('h5');
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map(([, file]) =>
    String(file),
  );
  const later = filesIn(dist).filter((file) => /\.(js|css)$/.test(file) && !linked.includes(file));
  const weigh = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipped(path.join(dist, file)), 0);
  const chunk = (name: string) => later.filter((file) => path.basename(file).startsWith(`${name}.`));
  // Taro's elements fetch it when the first of them is drawn.
  const always = weigh([
    ...linked,
    ...later.filter((file) => path.basename(file).startsWith('node_modules_')),
  ]);
  const app = linked.find((file) => /\/app\./.test(file)) ?? '';
  const fetched = fetchedBy(readFileSync(path.join(dist, app), 'utf8'));
  return {
    routes: fetched.size,
    first: [...fetched]
      .filter(([route]) => BEGIN.some((root) => route.startsWith(root)))
      .map(([route, chunks]) => ({ route, weight: always + weigh(chunks.flatMap(chunk)) })),
    further: later
      .filter((file) => /^src_(pages|features)_/.test(path.basename(file)))
      .map((file) => ({ file, weight: weigh([file]) })),
  };
}

/** What each route of the built app fetches when it is opened, by the names of the chunks. */
function fetchedBy(app: string): Map<string, string[]> {
  const found = [...app.matchAll(/"path":"(pages\/[^"]+)","load":.*?return\[(.*?)\.then/g)];
  return new Map(
    found.map(([, route = '', load = '']) => [
      route,
      [...load.matchAll(/\.e\("([^"]+)"\)/g)].map(([, name = '']) => name),
    ]),
  );
}
