import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withEmulator } from '@/test/support/emulator';

/** Who may come in: not the pages another program serves on this machine, and nobody through a link out of the folder. */
const folder = mkdtempSync(path.join(tmpdir(), 'doors-'));
const outside = path.join(folder, 'outside');
const dataDir = path.join(folder, 'data');
const staticDir = path.join(folder, 'static');
for (const each of [outside, staticDir, path.join(dataDir, 'files')]) mkdirSync(each, { recursive: true });
writeFileSync(path.join(outside, 'secret.txt'), 'secret');
writeFileSync(path.join(staticDir, 'index.html'), '<p>home</p>');
symlinkSync(path.join(outside, 'secret.txt'), path.join(staticDir, 'secret.txt'));
symlinkSync(outside, path.join(staticDir, 'way'));
symlinkSync(outside, path.join(dataDir, 'files/way'));
symlinkSync(path.join(outside, 'secret.txt'), path.join(dataDir, 'files/secret.txt'));

const emulator = withEmulator({ schema: { collections: {} }, dataDir, staticDir });

const status = (door: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<number | undefined>((resolve) => {
    request(`${emulator.url}${door}`, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });

const port = () => new URL(emulator.url).port;
const DOORS = ['/', '/emulator/users', '/call/api', '/api/api', '/admin', '/files/a.jpg', '/emulator/reset'];

describe('a page of another port, or of another name of this machine', () => {
  test.each(DOORS)('may not call %s', async (door) => {
    for (const origin of [
      'http://localhost:1',
      'http://127.0.0.1',
      'http://localhost',
      `https://localhost:${port()}`,
      `http://127.0.0.1:${port()}0`,
      `http://127.0.0.2:${port()}`,
      `http://[::1]:${port()}`,
      'null',
      '',
    ]) {
      expect([origin, await status(door, { origin })]).toEqual([origin, 403]);
      expect([origin, await status(door, { origin }, 'POST')]).toEqual([origin, 403]);
    }
  });

  test.each(['localhost:1', 'localhost', '[::1]', '127.0.0.1.evil.example', 'evil.example'])(
    'nor anybody who calls it %s',
    async (host) => {
      expect(await status('/emulator/users', { host })).toBe(403);
    },
  );

  test.each([
    ['a script or picture', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
  ])('%s of such a page carries no origin, and is told by what the browser says', async (_what, headers) => {
    for (const site of ['same-site', 'cross-site'])
      expect(await status('/emulator/users', { ...headers, 'sec-fetch-site': site })).toBe(403);
  });

  test('a link leads to a page, and not to a call', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(await status('/', link)).toBe(200);
    expect(await status('/emulator', link)).toBe(200);
    expect(await status('/api/api', link)).toBe(403);
    expect(await status('//call/api', link)).toBe(403);
    expect(await status('/', link, 'POST')).toBe(403);
  });

  test('its own pages may, under both names', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const host = `${name}:${port()}`;
      expect(await status('/emulator/users', { host, origin: `http://${host}` })).toBe(200);
      expect(await status('/emulator/users', { host, 'sec-fetch-site': 'same-origin' })).toBe(200);
    }
  });
});

describe('a symbolic link in the storage folder', () => {
  const idOf = async () => {
    const { fileID } = await emulator.app.uploadFile({
      cloudPath: 'own.txt',
      fileContent: Buffer.from('own'),
    });
    return (name: string) => fileID.replace('own.txt', name);
  };

  test.each(['secret.txt', 'way/secret.txt'])(
    '%s is no file: no link to it, no copy, no removal',
    async (name) => {
      const id = (await idOf())(name);
      const { fileList } = await emulator.app.getTempFileURL({ fileList: [id] });
      expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
      await expect(emulator.app.downloadFile({ fileID: id })).rejects.toThrow();
      expect((await emulator.app.deleteFile({ fileList: [id] })).fileList[0]).toMatchObject({
        code: 'STORAGE_FILE_NONEXIST',
      });
      await emulator.app.copyFile({ fileList: [{ srcPath: name, dstPath: `taken/${path.basename(name)}` }] });
      expect(existsSync(path.join(dataDir, 'files/taken'))).toBe(false);
      expect(readFileSync(path.join(outside, 'secret.txt'), 'utf8')).toBe('secret');
    },
  );

  test.each(['secret.txt', 'way/new.txt'])('nothing is written through %s', async (cloudPath) => {
    await expect(
      emulator.app.uploadFile({ cloudPath, fileContent: Buffer.from('changed') }),
    ).rejects.toThrow();
    expect(readFileSync(path.join(outside, 'secret.txt'), 'utf8')).toBe('secret');
    expect(existsSync(path.join(outside, 'new.txt'))).toBe(false);
  });

  test.each(['/secret.txt', '/way/secret.txt'])('%s among the pages is not there', async (address) => {
    expect((await fetch(emulator.url + address)).status).toBe(404);
  });
});
