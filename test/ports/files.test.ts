import { emulatorTest, refusal, withCloud } from './cloud';

/** The bucket, through the SDK and through the links it gives. */
const cloud = withCloud({ collections: ['unused'] });
const FOLDER = `conf/${Date.now()}`;
const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3]);

async function upload(name: string, bytes = BYTES): Promise<string> {
  const { fileID } = await cloud.app.uploadFile({ cloudPath: `${FOLDER}/${name}`, fileContent: bytes });
  return fileID;
}

async function link(fileID: string, maxAge = 60): Promise<string> {
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return fileList[0]!.tempFileURL;
}

test('what was uploaded comes back byte for byte', async () => {
  const fileID = await upload('photo.jpg');
  expect(fileID).toMatch(/^cloud:\/\/.+\/conf\/\d+\/photo\.jpg$/);
  const { fileContent } = await cloud.app.downloadFile({ fileID });
  expect(Buffer.compare(fileContent as Buffer, BYTES)).toBe(0);
});

test('names in Chinese, and a file in a folder of its own', async () => {
  const fileID = await upload('一码办/照片 1.jpg');
  const { fileContent } = await cloud.app.downloadFile({ fileID });
  expect((fileContent as Buffer).length).toBe(BYTES.length);
});

test('a second upload replaces the first', async () => {
  const fileID = await upload('again.txt', Buffer.from('one'));
  await upload('again.txt', Buffer.from('two'));
  const { fileContent } = await cloud.app.downloadFile({ fileID });
  expect(fileContent!.toString()).toBe('two');
});

test('a link opens the file', async () => {
  const response = await fetch(encodeURI(await link(await upload('link.jpg'))));
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
});

test('a missing file has no link', async () => {
  const fileID = (await upload('there.jpg')).replace('there', 'missing');
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
  expect(fileList[0]).toMatchObject({ fileID, code: 'STORAGE_FILE_NONEXIST' });
});

test('a deleted file is gone', async () => {
  const fileID = await upload('gone.jpg');
  const { fileList } = await cloud.app.deleteFile({ fileList: [fileID] });
  expect(fileList[0]).toMatchObject({ fileID, code: 'SUCCESS' });
  await expect(cloud.app.downloadFile({ fileID })).rejects.toThrow();
});

test('a copy keeps its name in another folder', async () => {
  const fileID = await upload('copy.jpg');
  const from = `${FOLDER}/copy.jpg`;
  const { fileList } = await cloud.app.copyFile({
    fileList: [{ srcPath: from, dstPath: `${FOLDER}/b/copy.jpg` }],
  });
  expect(fileList[0]!.code ?? 'SUCCESS').toBe('SUCCESS');
  const { fileContent } = await cloud.app.downloadFile({
    fileID: fileID.replace('/copy.jpg', '/b/copy.jpg'),
  });
  expect((fileContent as Buffer).length).toBe(BYTES.length);
});

describe('the emulator keeps to its folder', () => {
  emulatorTest.each([
    '../up.jpg',
    'a/../../up.jpg',
    '/root.jpg',
    'a//b.jpg',
    'a\\b.jpg',
    '.hidden',
    'a?b.jpg',
    'a\u0000.jpg',
    '',
  ])('path %j is refused', async (cloudPath) => {
    expect(await refusal(cloud.app.getUploadMetadata({ cloudPath }))).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  emulatorTest('a foreign file id is not a file of ours', async () => {
    const own = await upload('own.jpg');
    for (const fileID of [
      'cloud://other.bucket/own.jpg',
      own.replace('own.jpg', '../own.jpg'),
      'own.jpg',
      'javascript:1',
    ]) {
      const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
      expect(fileList[0]!.code).toBe('STORAGE_FILE_NONEXIST');
    }
  });

  emulatorTest('a link expires with the clock, and a changed one does not open', async () => {
    const url = await link(await upload('late.jpg'), 60);
    expect((await fetch(url.replace(/sign=\w/, 'sign=x'))).status).toBe(403);
    expect((await fetch(url.replace('late', 'other'))).status).toBe(403);
    await cloud.emulator.advance(62_000);
    expect((await fetch(url)).status).toBe(403);
    await cloud.emulator.setClock('real');
  });

  emulatorTest('nobody uploads without a permit, or with one for another path', async () => {
    const { data } = await cloud.app.getUploadMetadata({ cloudPath: `${FOLDER}/mine.jpg` });
    const put = (url: string, authorization?: string) =>
      fetch(url, { method: 'PUT', body: BYTES, ...(authorization && { headers: { authorization } }) });
    expect((await put(data.url)).status).toBe(403);
    expect((await put(data.url.replace('mine', 'yours'), data.authorization)).status).toBe(403);
    expect((await put(data.url, data.authorization)).status).toBe(200);
  });

  emulatorTest('a browser uploads a form', async () => {
    const cloudPath = `${FOLDER}/表单.png`;
    const { data } = await cloud.app.getUploadMetadata({ cloudPath });
    const form = new FormData();
    form.set('key', cloudPath);
    form.set('Signature', data.authorization);
    form.set('x-cos-security-token', data.token);
    form.set('x-cos-meta-fileid', data.cosFileId);
    form.set('file', new Blob([BYTES]), 'x.png');
    expect((await fetch(data.url, { method: 'POST', body: form })).status).toBe(204);
    const { fileContent } = await cloud.app.downloadFile({ fileID: data.fileId });
    expect((fileContent as Buffer).equals(BYTES)).toBe(true);
  });

  emulatorTest('a page or drawing is sent as a download of unknown bytes', async () => {
    for (const name of ['x.html', 'x.svg', 'x.js']) {
      const response = await fetch(await link(await upload(name, Buffer.from('<script>1</script>'))));
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    }
    const photo = await fetch(await link(await upload('y.jpg')));
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
    expect(photo.headers.get('content-disposition')).toMatch(/^inline/);
  });
});
