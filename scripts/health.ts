/**
 * `npm run health [-- --at URL | --env ENV_ID]`: asks the jobs function whether all is well, and ends with 1 when not. What
 * to do about each line stands in docs/operations.md.
 */
import { parseArgs } from 'node:util';
import type { Health } from '@/cloudfunctions/jobs/health';
import { openCloud } from './database';
import { LOCAL_VARIABLES } from './local';

async function ask({ at, env }: { at?: string | undefined; env?: string | undefined }): Promise<Health> {
  const { result } = await openCloud({ at, env }).callFunction({
    name: 'jobs',
    data: { job: 'health', key: process.env.YIMA_OPERATOR_KEY ?? LOCAL_VARIABLES.YIMA_OPERATOR_KEY },
  });
  const answer = result as Health | { readonly ok: false; readonly message: string };
  if (!('checks' in answer)) throw new Error(`${answer.message} (YIMA_OPERATOR_KEY)`);
  return answer;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { at: { type: 'string' }, env: { type: 'string' } } });
  const { ok, checks } = await ask(values);
  for (const check of checks) {
    const value = typeof check.value === 'number' ? `${Math.round(check.value / 60_000)} min` : check.value;
    console.log(`${check.ok ? '✓' : '✗'} ${check.what.padEnd(22)} ${value}`);
  }
  if (!ok) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
