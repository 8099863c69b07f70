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
