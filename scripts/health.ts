/**
 * `npm run health [-- --at URL | --env ENV_ID]`: asks the jobs function whether all is well, and ends with 1 when not. What
 * to do about each line stands in docs/operations.md.
 */
import { parseArgs } from 'node:util';
import tcb from '@cloudbase/node-sdk';
import type { Health } from '@/cloudfunctions/jobs/health';
import { EMULATOR } from './database';

async function ask({
  at = EMULATOR,
  env,
}: {
  at?: string | undefined;
  env?: string | undefined;
}): Promise<Health> {
  const event = { job: 'health' };
  if (!env) {
    const answer = await fetch(`${at}/call/jobs`, { method: 'POST', body: JSON.stringify(event) });
    return ((await answer.json()) as { result: Health }).result;
  }
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY');
  const { result } = await tcb.init({ env, secretId, secretKey }).callFunction({ name: 'jobs', data: event });
  return result as Health;
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
