/**
 * `npm run smoke:cloud -- --env ENV_ID`: the conformance suite of the emulator (`test/ports`) in throw-away collections of a
 * real environment, with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set. `--at URL`: against the emulator that runs
 * there, which tries the way there. Ends as jest does; what fails in the cloud alone belongs into `test/ports/differences.ts`.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from './local';

const { values } = parseArgs({ options: { env: { type: 'string' }, at: { type: 'string' } } });
const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
if (!values.at && !(values.env && secretId && secretKey)) {
  console.error(
    'set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, and say --env ENV_ID; or --at URL of an emulator',
  );
  process.exit(2);
}
const where = values.at
  ? {
      SMOKE_AT: values.at,
      SMOKE_ENV: 'local',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
    }
  : { SMOKE_ENV: values.env };
// One after another: an environment has its limits of calls per second. The SDK keeps its connections open.
const { status } = spawnSync('npx', ['jest', '--runInBand', '--forceExit', 'test/ports'], {
  cwd: ROOT,
  env: { ...process.env, ...where },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
