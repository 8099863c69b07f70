/** Photos are believed by their content alone: bad files are refused, good ones kept without what is no picture. */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { BadJpeg, cleanJpeg } from '@/cloudfunctions/runtime/jpeg';
import { aPhoto, withYima } from '@/test/support/yima';
import { badFiles, exif, oddPhotos, segment, withSegment, XMP } from './pictures';

const yima = withYima();
const bad = [...badFiles()];

test('the corpus is as large as was asked for', () => expect(bad.length).toBeGreaterThanOrEqual(30));

test.each(bad)('%s is refused, in words that say what to do', async (_, bytes) => {
  const fileId = await yima.upload('lin', bytes);
  const answer = await yima.ask('lin', 'photo.check', { fileId });
  if (answer.ok) throw new Error('it was accepted');
  expect(['PHOTO_UNREADABLE', 'PHOTO_TOO_BIG']).toContain(answer.code);
  expect(answer.message).toMatch(/不带照片也可以提交/);
  // what was refused does not stay, and is never shown
  expect((await yima.emulator.app.getTempFileURL({ fileList: [fileId] })).fileList[0]?.code).toBe(
    'STORAGE_FILE_NONEXIST',
  );
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ photos: [fileId] }))).toBe('PHOTO_FOREIGN');
  expect(await yima.outcome('lin', 'ticket.file', yima.filing())).toBe('ok');
});

test.each([
  ['little-endian EXIF with GPS, turned right', withSegment(0xe1, exif('II', 6)), 6],
  ['big-endian EXIF with GPS, upside down', withSegment(0xe1, exif('MM', 3)), 3],
  ['XMP with GPS', withSegment(0xe1, XMP), null],
  ['a comment with an address', withSegment(0xfe, Buffer.from('GPS 闫满村3号楼2单元401')), null],
  ['a maker’s own segment', withSegment(0xec, Buffer.from('SERIAL-99887766')), null],
  ['EXIF upright', withSegment(0xe1, exif('II', 1)), null],
  [
    'another picture behind it, as phones append for depth',
    Buffer.concat([aPhoto(), withSegment(0xe1, exif('II', 1))]),
    null,
  ],
])('%s: kept as a picture, without the place', async (_, bytes, turned) => {
  const fileId = await yima.photo('lin', undefined, bytes);
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ photos: [fileId] }));
  const [photo] = (await yima.call('lin', 'ticket.read', { id })).photos;
  const stored = Buffer.from(await (await fetch(photo?.url ?? '')).arrayBuffer());
  expect(stored.toString('latin1')).not.toMatch(/GPS|SERIAL|xap|401/);
  expect(stored.includes(Buffer.from('Exif'))).toBe(turned !== null);
  if (turned) expect(stored.subarray(stored.indexOf('MM\0*') + 18).readUInt16BE()).toBe(turned);
  // nothing of the picture itself was touched
  const scan = (of: Buffer) => of.subarray(of.indexOf(Buffer.from([0xff, 0xda])));
  expect(scan(stored).equals(scan(aPhoto()))).toBe(true);
});

test.each([...oddPhotos()])('%s: kept, as the picture without it', (_, bytes) => {
  const { bytes: kept, width, height } = cleanJpeg(bytes);
  const good = cleanJpeg(aPhoto());
  expect({ width, height }).toEqual({ width: good.width, height: good.height });
  expect(kept.equals(good.bytes)).toBe(true);
});

test('all photos of the demonstration are good, and cleaning twice changes nothing', () => {
  const folder = 'scripts/worlds/photos';
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jpg'))) {
    const once = cleanJpeg(readFileSync(`${folder}/${name}`));
    expect(once.width * once.height).toBeGreaterThan(10_000);
    expect(cleanJpeg(once.bytes).bytes.equals(once.bytes)).toBe(true);
  }
});

test('whatever the bytes are: an answer or a refusal, and no place data in what is kept', () => {
  const good = withSegment(0xe1, exif('MM', 8));
  const spoiled = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    .map((changes) => {
      const bytes = Buffer.from(good);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  const cut = fc.nat(good.length).map((length) => good.subarray(0, length));
  const noise = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.concat([good.subarray(0, 4), bytes]));
  fc.assert(
    fc.property(fc.oneof(spoiled, cut, noise), (bytes) => {
      try {
        expect(cleanJpeg(bytes).bytes.includes('SERIAL')).toBe(false);
      } catch (error) {
        expect(error).toBeInstanceOf(BadJpeg);
      }
    }),
    { numRuns: Number(process.env.SPOILED ?? 3000) },
  );
});

test('a photo belongs to its person and its case, and is looked at once', async () => {
  const forNew = await yima.photo('lin');
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ photos: [forNew] }));
  const other = (await yima.call('lin', 'ticket.file', yima.filing())).id;
  const note = (photo: string, of = id) =>
    yima.outcome('lin', 'ticket.move', yima.move(of, 'note', { text: '补充', photos: [photo] }));
  const forThis = await yima.photo('lin', id);
  expect(await note(forNew)).toBe('PHOTO_FOREIGN');
  expect(await note(forThis, other)).toBe('PHOTO_FOREIGN');
  expect(
    await yima.outcome('zhao', 'ticket.move', yima.move(id, 'note', { text: '好', photos: [forThis] })),
  ).toBe('PHOTO_FOREIGN');
  expect(await note(forThis)).toBe('ok');
  const answer = await yima.ask('lin', 'ticket.file', yima.filing({ photos: [forNew, forThis] }));
  expect(answer).toMatchObject({ ok: false, code: 'PHOTO_FOREIGN', details: { field: 'photos', photo: 1 } });
  // one that nobody looked at is none
  const raw = await yima.upload('lin', aPhoto());
  expect(await note(raw)).toBe('PHOTO_FOREIGN');
  expect(await yima.outcome('wang', 'photo.check', { fileId: raw })).toBe('PHOTO_FOREIGN');
  // a repeat after a lost answer is the same photo
  const first = await yima.call('lin', 'photo.check', { fileId: raw, of: id });
  expect(await yima.call('lin', 'photo.check', { fileId: raw, of: id })).toEqual(first);
  const never = (await yima.call('lin', 'photo.prepare', { bytes: 9 })).fileId;
  expect(await yima.outcome('lin', 'photo.check', { fileId: never })).toBe('PHOTO_FOREIGN');
});

test('what the phone puts there after the look changes nothing', async () => {
  const place = await yima.call('lin', 'photo.prepare', { bytes: 9 });
  const put = (body: Buffer) =>
    fetch(place.url, {
      method: 'PUT',
      headers: { authorization: place.fields.signature ?? '' },
      body: new Uint8Array(body),
    });
  await put(aPhoto());
  const { fileId } = await yima.call('lin', 'photo.check', { fileId: place.fileId });
  await put(Buffer.from('<script>alert(1)</script>'));
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ photos: [fileId] }));
  const [photo] = (await yima.call('lin', 'ticket.read', { id })).photos;
  const stored = Buffer.from(await (await fetch(photo?.url ?? '')).arrayBuffer());
  expect(cleanJpeg(stored).bytes.equals(stored)).toBe(true);
});

test('the look costs storage calls and none of the database; a request with photos pays one call for them', async () => {
  const raw = await yima.upload('lin', aPhoto());
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await yima.call('lin', 'session.open', {});
  const look = await yima.counting(() => yima.call('lin', 'photo.check', { fileId: raw }));
  expect(look.calls).toEqual({
    'storage.batchGetDownloadUrl': 1,
    'storage.getUploadMetadata': 1,
    'storage.batchDeleteFile': 1,
  });
  const photos = [look.result.fileId];
  const filed = await yima.counting(() => yima.call('lin', 'ticket.file', yima.filing({ photos })));
  expect(filed.calls).toMatchObject({ 'database.insertDocument': 1, 'database.modifyDocument': 1 });
  expect(filed.database).toBe(2);
});

test('storage that gives out asks to try again, and the words go through without the photo', async () => {
  const raw = await yima.upload('lin', aPhoto());
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await yima.emulator.faults([{ kind: 'dropBefore', door: 'admin', action: 'batchGetDownloadUrl' }]);
  expect(await yima.outcome('lin', 'photo.check', { fileId: raw })).toBe('BUSY');
  expect(await yima.outcome('lin', 'ticket.file', yima.filing())).toBe('ok');
  await yima.emulator.faults([]);
  quiet.mockRestore();
  expect(await yima.outcome('lin', 'photo.check', { fileId: raw })).toBe('ok');
});

test('segments are made as the standard says', () => {
  expect(segment(0xfe, Buffer.from('ab'))).toEqual(Buffer.from([0xff, 0xfe, 0, 4, 0x61, 0x62]));
});
