/**
 * WeChat's own check of the built package: sizes, compression, lazy loading, what lies unused. `npm run check:package --
 * TOOLS`, where TOOLS is a folder in which `npm install miniprogram-ci@2.1.42` was run: with 1,086 packages it stays
 * out of this project. Needs no account and no network. Ends with 1 at the first thing that is not in order.
 *
 * It finds wrong configurations and missing pages; broken templates are found by `npm run screens:weapp`.
 */
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../local';

/** As much of miniprogram-ci 2.1.42 as is used here. */
interface Ci {
  Project: new (
    options: object,
  ) => {
    attr(): Promise<object>;
  };
  getCompiledResult(options: object, into: string): Promise<unknown>;
  checkCodeQuality(project: object): Promise<{ name: string; success: boolean; detail?: unknown }[]>;
}

/** What WeChat would answer about an ordinary mini-program; asked for over the network otherwise. Sizes in KB. */
const ATTRIBUTES = {
  ...{ appType: 0, gameApp: false, isSandbox: false, released: true, platform: false },
  ...{ appImageUrl: '', appName: '一码办' },
  setting: {
    ...{ MaxCodeSize: 2048, MaxSubpackageSubCodeSize: 2048, MaxSubpackageFullCodeSize: 30_720 },
    ...{ MaxSubPackageLimit: 100, MinTabbarCount: 2, MaxTabbarCount: 5, MaxTabbarIconSize: 40 },
    ...{ NavigateMiniprogramLimit: 10, MaxLocalstorageSize: 10 },
  },
};

async function main(): Promise<void> {
  const tools = process.argv[2];
  if (!tools) throw new Error('npm run check:package -- FOLDER in which miniprogram-ci@2.1.42 is installed');
  const ci = createRequire(path.resolve(tools, 'any.js'))('miniprogram-ci') as Ci;
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'package-'));
  try {
    const key = path.join(own, 'any.key');
    // It wants a key to sign an upload with, which does not happen.
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    fs.writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }));
    const project = new ci.Project({
      ...{ appid: 'wx0123456789abcdef', type: 'miniProgram', projectPath: ROOT, privateKeyPath: key },
      ignores: ['node_modules/**/*'],
    });
    project.attr = async () => ATTRIBUTES;
    const file = path.join(ROOT, 'project.config.json');
    const { setting } = JSON.parse(fs.readFileSync(file, 'utf8')) as { setting: object };
    const options = { project, version: '0', setting, onProgressUpdate: () => undefined };
    await ci.getCompiledResult(options, path.join(own, 'package.zip'));
    const found = await ci.checkCodeQuality(project);
    for (const { name, success, detail } of found)
      console.log(`${success ? '✓' : '✗'} ${name}${detail ? ` ${JSON.stringify(detail)}` : ''}`);
    process.exitCode = found.every(({ success }) => success) ? 0 : 1;
  } finally {
    fs.rmSync(own, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
