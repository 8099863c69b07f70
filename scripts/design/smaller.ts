import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Pictures of paper and ink need few colours: a third of the bytes with a palette of 64. Uses ImageMagick's `mogrify`;
 * on a machine without it the pictures stay as they are.
 */
export async function smaller(folder: string, names?: readonly string[]): Promise<void> {
  const all = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const files = all.filter((name) => !names || names.includes(name));
  if (files.length === 0) return;
  const settings = ['+dither', '-colors', '64', '-define', 'png:format=png8', '-strip'];
  const paths = files.map((name) => path.join(folder, name));
  await promisify(execFile)('mogrify', [...settings, ...paths]).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
