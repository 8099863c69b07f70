/** The database that a script is about: the emulator of `npm start`, another one, or a real environment. */
import tcb from '@cloudbase/node-sdk';
import { databaseOf } from './worlds/build';
import type { Database } from './worlds/load';

export const EMULATOR = 'http://127.0.0.1:4100';

/** `at` is an emulator's address; with `env`, a real environment whose keys stand in the usual variables. */
export function openDatabase({
  at = EMULATOR,
  env,
}: {
  at?: string | undefined;
  env?: string | undefined;
}): Database {
  if (!env) {
    const sdk = {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${at}/admin` }),
    };
    return databaseOf({ env: sdk });
  }
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY');
  return tcb.init({ env, secretId, secretKey }).database();
}
