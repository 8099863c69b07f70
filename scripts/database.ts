/** The cloud that a script is about: the emulator of `npm start`, another one, or a real environment. */
import tcb from '@cloudbase/node-sdk';
import type { Database } from './worlds/load';

export const EMULATOR = 'http://127.0.0.1:4100';

interface Which {
  /** An emulator's address. */
  readonly at?: string | undefined;
  /** A real environment, whose keys stand in the usual variables. */
  readonly env?: string | undefined;
}

export const openDatabase = (which: Which): Database => openCloud(which).database();

/** The SDK as a server uses it: it comes past the rules that hold phones. */
export function openCloud({ at = EMULATOR, env }: Which): ReturnType<typeof tcb.init> {
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
    Object.assign(process.env, sdk);
    return tcb.init({ env: sdk.TCB_ENV });
  }
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY');
  return tcb.init({ env, secretId, secretKey });
}
