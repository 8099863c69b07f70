/** The small picture of a photo: looked at as the photo is, shown in its place, gone with it; a bad one holds nothing up. */
import { readFileSync } from 'node:fs';
import { SMALL_BYTES_MAX } from '@/contract/limits';
import { MINUTE } from '@/domain/time/day';
import { aPhoto, type Name, withYima } from '@/test/support/yima';
import { exif, segment, withSegment } from './pictures';

const yima = withYima();
const aSmall = (): Buffer => readFileSync('test/security/small.jpg');

/** A photo as phones send it: the picture, and behind it the small one. */
async function sent(name: Name, small: Buffer, of?: string, full = aPhoto()): Promise<string> {
  const raw = await yima.upload(name, Buffer.concat([full, small]));
  const input = { fileId: raw, small: small.length, ...(of && { of }) };
  const { fileId } = await yima.call(name, 'photo.check', input);
  // a repeat after a lost answer is the same photo
  expect((await yima.call(name, 'photo.check', input)).fileId).toBe(fileId);
  return fileId;
}
const fetched = async (url = ''): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

async function shown(fileId: string) {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ photos: [fileId] }));
  const [photo] = (await yima.call('lin', 'ticket.read', { id })).photos;
  return { full: await fetched(photo?.url), small: await fetched(photo?.small) };
}

test('both are kept, each as a picture alone, and the small one is shown', async () => {
  const turned = Buffer.concat([aSmall().subarray(0, 2), segment(0xe1, exif('MM', 3)), aSmall().subarray(2)]);
  const fileId = await sent('lin', turned, undefined, withSegment(0xe1, exif('II', 6)));
  expect(fileId).toMatch(/-full\.jpg$/);
  const { full, small } = await shown(fileId);
  expect(small.length).toBeLessThan(SMALL_BYTES_MAX);
  expect(small.length).toBeLessThan(full.length);
  for (const picture of [full, small]) {
    expect(picture.toString('latin1')).not.toMatch(/GPS|SERIAL/);
    // one picture, and nothing behind it
    expect(picture.lastIndexOf(Buffer.from([0xff, 0xd8, 0xff]))).toBe(0);
  }
});

const big = () =>
  Buffer.concat([aSmall().subarray(0, -2), Buffer.alloc(SMALL_BYTES_MAX), Buffer.from([0xff, 0xd9])]);
test.each([
  ['no picture', () => Buffer.from('<script>alert(1)</script>')],
  ['torn', () => aSmall().subarray(0, 900)],
  ['as large as a photo', () => aPhoto()],
  ['too many bytes', () => big().subarray(0, SMALL_BYTES_MAX)],
])('a small picture that is %s: the photo goes without it, and is shown itself', async (_, small) => {
  const fileId = await sent('lin', small());
  expect(fileId).not.toMatch(/-full/);
  const { full, small: instead } = await shown(fileId);
  expect(instead.equals(full)).toBe(true);
});

test('more declared than was sent: the photo is looked at whole', async () => {
  const raw = await yima.upload('lin', aSmall());
  const { fileId } = await yima.call('lin', 'photo.check', { fileId: raw, small: SMALL_BYTES_MAX });
  expect((await shown(fileId)).full.equals(aSmall())).toBe(true);
});

test('storage that will not have the small one: the photo arrives all the same', async () => {
  const raw = await yima.upload('lin', Buffer.concat([aPhoto(), aSmall()]));
  await yima.emulator.faults([{ kind: 'dropBefore', door: 'admin', action: 'getUploadMetadata', count: 1 }]);
  const { fileId } = await yima.call('lin', 'photo.check', { fileId: raw, small: aSmall().length });
  await yima.emulator.faults([]);
  expect(fileId).not.toMatch(/-full/);
  expect((await shown(fileId)).full.length).toBeGreaterThan(10_000);
});

test('what is lost later: the full one stands in for it', async () => {
  const fileId = await sent('lin', aSmall());
  await yima.emulator.app.deleteFile({ fileList: [fileId.replace('-full', '-small')] });
  const { full, small } = await shown(fileId);
  expect(small.equals(full)).toBe(true);
});

test('the small one is no photo of its own, and a name without its mark is nobody’s', async () => {
  const fileId = await sent('lin', aSmall());
  for (const other of [fileId.replace('-full', '-small'), fileId.replace('-full', '')])
    expect(await yima.outcome('lin', 'ticket.file', yima.filing({ photos: [other] }))).toBe('PHOTO_FOREIGN');
  expect(await yima.outcome('wang', 'ticket.file', yima.filing({ photos: [fileId] }))).toBe('PHOTO_FOREIGN');
  const plain = await yima.photo('lin');
  expect(
    await yima.outcome('lin', 'ticket.file', yima.filing({ photos: [plain.replace('.jpg', '-full.jpg')] })),
  ).toBe('PHOTO_FOREIGN');
});

test('one more call of storage for the small one, none of the database', async () => {
  const raw = await yima.upload('lin', Buffer.concat([aPhoto(), aSmall()]));
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await yima.call('lin', 'session.open', {});
  const look = await yima.counting(() =>
    yima.call('lin', 'photo.check', { fileId: raw, small: aSmall().length }),
  );
  expect(look.calls).toEqual({
    'storage.batchGetDownloadUrl': 1,
    'storage.getUploadMetadata': 2,
    'storage.batchDeleteFile': 1,
  });
  const read = await yima.counting(() => yima.call('lin', 'photo.read', { photos: [look.result.fileId] }));
  expect(read.calls).toEqual({ 'storage.batchGetDownloadUrl': 1 });
});

test('a form that is opened again draws its own photos, nobody else’s', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const photos = [await sent('lin', aSmall(), id), await yima.photo('lin', id)];
  const [one, two] = await yima.call('lin', 'photo.read', { photos, of: id });
  expect((await fetched(one?.small)).equals(aSmall())).toBe(true);
  expect(two?.small).toBe(two?.url);
  expect(await yima.outcome('wang', 'photo.read', { photos, of: id })).toBe('PHOTO_FOREIGN');
  expect(await yima.outcome('lin', 'photo.read', { photos })).toBe('PHOTO_FOREIGN');
  expect(await yima.call('lin', 'photo.read', { photos: [] })).toEqual([]);
});

test('more photos than storage answers for at once are all shown', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const photo = await sent('lin', aSmall(), id);
  // as many as moves could have brought: the same picture under names of its own
  const copies = Array.from({ length: 60 }, (_, nth) =>
    photo.replace(/\/[0-9a-f]{16}-/, `/${String(nth).padEnd(16, 'a')}-`),
  );
  for (const copy of copies)
    await yima.emulator.app.uploadFile({ cloudPath: copy.slice(copy.indexOf('p/')), fileContent: aPhoto() });
  await yima.emulator.db.collection('tickets').where({ _id: id }).update({ photos: copies });
  const { photos } = await yima.call('lin', 'ticket.read', { id });
  expect(photos.filter(({ url, small }) => url && small === url)).toHaveLength(60);
});

test('whoever is forgotten leaves neither', async () => {
  const photo = await sent('guest9', aSmall());
  await yima.call('guest9', 'ticket.file', yima.filing({ photos: [photo] }));
  const files = [photo, photo.replace('-full', '-small')];
  const there = async () =>
    (await yima.emulator.app.getTempFileURL({ fileList: files })).fileList.map(({ code }) => code);
  expect(await there()).toEqual(['SUCCESS', 'SUCCESS']);
  await yima.call('guest9', 'rights.erase', { sure: '全部删除' });
  yima.later(2 * MINUTE);
  await yima.tick();
  await yima.tick();
  expect(await there()).toEqual(['STORAGE_FILE_NONEXIST', 'STORAGE_FILE_NONEXIST']);
});
