/**
 * A permit is used once, within its time, for a case that is there and is the sender's; what no case uses goes away by
 * itself, and at once with whoever sent it. Storage is looked at on the disk, where nothing hides.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Input } from '@/contract';
import { DAY, HOUR, MINUTE } from '@/domain/time/day';
import { PLAN } from '@/test/builders/activity';
import { idOf } from '@/test/builders/standing';
import { aPhoto, type Name, SCENE, withYima } from '@/test/support/yima';
import { anMp3 } from './voices';

const dataDir = mkdtempSync(path.join(tmpdir(), 'files-'));
const yima = withYima({ dataDir });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const key = () => crypto.randomUUID();
type Filing = Partial<Input<'ticket.file'>>;
const file = (name: Name, over: Filing) => yima.outcome(name, 'ticket.file', yima.filing(over));
const filed = async (over: Filing = {}) => (await yima.call('lin', 'ticket.file', yima.filing(over))).id;
const note = (name: Name, id: string, photos: string[]) =>
  yima.outcome(name, 'ticket.move', yima.move(id, 'note', { text: '补充', photos }));

/** Puts a voice note where this person was told. */
async function said(name: Name, seconds = 23): Promise<string> {
  const place = await yima.call(name, 'voice.prepare', { bytes: 1 });
  const headers = { authorization: place.fields.signature ?? '' };
  await fetch(place.url, { method: 'PUT', headers, body: new Uint8Array(anMp3(seconds)) });
  return place.fileId;
}
const voice = async (name: Name, of?: string) =>
  (await yima.call(name, 'voice.check', { fileId: await said(name), ...(of && { of }) })).fileId;

/** The paths of all that lies in storage. */
function stored(): string[] {
  return (readdirSync(dataDir, { recursive: true }) as string[])
    .filter((each) => /(?:^|\/)[upv]\/\d{4}-\d\d\//.test(each) && statSync(path.join(dataDir, each)).isFile())
    .map((each) => /[upv]\/\d{4}-\d\d\/.*$/.exec(each)?.[0] ?? each);
}
const rows = async () => (await yima.emulator.db.collection('files').where({}).count()).total;

describe('once', () => {
  test('a photo of one request serves no other, and no more than one of twenty at once', async () => {
    const photo = await yima.photo('lin');
    const tries = Array.from({ length: 20 }, () => file('lin', { photos: [photo] }));
    const answers = await Promise.all(tries);
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(answers.filter((code) => code === 'PHOTO_USED')).toHaveLength(19);
    const spoken = await voice('lin');
    expect([await file('lin', { voices: [spoken] }), await file('lin', { voices: [spoken] })]).toEqual([
      'ok',
      'PHOTO_USED',
    ]);
  });

  test('which of them was used is said, and the others stay free', async () => {
    const [one, other] = [await yima.photo('lin'), await yima.photo('lin')];
    await filed({ photos: [one] });
    const input = yima.filing({ photos: [other, one] });
    expect(await yima.ask('lin', 'ticket.file', input)).toMatchObject({
      code: 'PHOTO_USED',
      details: { field: 'photos', photo: 1 },
    });
    expect(await yima.outcome('lin', 'ticket.file', { ...input, photos: [other] })).toBe('ok');
    const third = await yima.photo('lin');
    expect(await file('lin', { photos: [third, third] })).toBe('PHOTO_USED');
  });

  test('a photo of a case stands in it once, also of ten at once', async () => {
    const id = await filed();
    const photo = await yima.photo('lin', id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => note('lin', id, [photo])));
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await note('lin', id, [photo])).toBe('PHOTO_USED');
    const next = await yima.photo('lin', id);
    expect(await note('lin', id, [next, next])).toBe('PHOTO_USED');
    expect(await note('lin', id, [next])).toBe('ok');
  });

  test('what is put there again is taken for nothing else', async () => {
    const id = await filed();
    const place = await yima.call('lin', 'photo.prepare', { bytes: 9 });
    const put = () =>
      fetch(place.url, {
        method: 'PUT',
        headers: { authorization: place.fields.signature ?? '' },
        body: new Uint8Array(aPhoto()),
      });
    const check = async (of?: string) => {
      await put();
      return yima.ask('lin', 'photo.check', { fileId: place.fileId, ...(of && { of }) });
    };
    const first = await check(id);
    if (!first.ok) throw new Error(first.code);
    expect(await check(await filed())).toMatchObject({ code: 'PHOTO_USED' });
    const loose = await check();
    expect(await file('lin', { photos: [loose.ok ? loose.data.fileId : ''] })).toBe('PHOTO_USED');
    expect(await note('lin', id, [first.data.fileId])).toBe('ok');
  });

  test('a request whose answer was lost is answered again, the same hour and days later', async () => {
    const input = yima.filing({ photos: [await yima.photo('lin')], voices: [await voice('lin')] });
    const { id } = await yima.call('lin', 'ticket.file', input);
    expect((await yima.call('lin', 'ticket.file', input)).id).toBe(id);
    yima.later(3 * DAY);
    expect((await yima.call('lin', 'ticket.file', input)).id).toBe(id);
    expect(await yima.outcome('lin', 'ticket.file', { ...input, text: '别的' })).toBe('PHOTO_STALE');
  });
});

describe('within its time', () => {
  test('looked at within the hour, used within the day', async () => {
    const [raw, spoken] = [await yima.upload('lin', aPhoto()), await said('lin')];
    yima.later(HOUR + MINUTE);
    expect(await yima.outcome('lin', 'photo.check', { fileId: raw })).toBe('PHOTO_STALE');
    expect(await yima.outcome('lin', 'voice.check', { fileId: spoken })).toBe('PHOTO_STALE');

    const id = await filed();
    const [loose, bound, heard] = [await yima.photo('lin'), await yima.photo('lin', id), await voice('lin')];
    yima.later(23 * HOUR);
    const early = await yima.photo('lin', id);
    yima.later(2 * HOUR);
    expect(await file('lin', { photos: [loose] })).toBe('PHOTO_STALE');
    expect(await file('lin', { voices: [heard] })).toBe('PHOTO_STALE');
    expect(await note('lin', id, [bound])).toBe('PHOTO_STALE');
    expect(await yima.outcome('lin', 'photo.read', { photos: [loose] })).toBe('PHOTO_STALE');
    expect(await note('lin', id, [early])).toBe('ok');
  });
});

describe('for a case that is there and is the sender’s', () => {
  const none = (letter: string) => `${letter}${'0'.repeat(24)}`;
  test('of no kind of case that there is not, or that is somebody else’s', async () => {
    const ticket = await filed();
    await yima.volunteers(['guest1']);
    const wish = (await yima.call('lin', 'wish.post', yima.wish())).id;
    await yima.call('qian', 'wish.move', yima.wishMove(wish, 'approve'));
    const startsAt = yima.now + DAY;
    const plan = { ...PLAN, skills: [], startsAt, endsAt: startsAt + HOUR, capacity: 5 };
    const activity = (await yima.call('ma', 'activity.draft', { key: key(), scene: SCENE(), plan })).id;
    await yima.call('qian', 'activity.move', { id: activity, key: key(), move: 'publish' });
    await yima.call('guest1', 'activity.move', { id: activity, key: key(), move: 'join' });
    const part = (await yima.call('guest1', 'activity.read', { id: activity })).part?.id ?? '';

    const asked = async (name: Name, of: string) =>
      yima.outcome(name, 'photo.check', { fileId: await yima.upload(name, aPhoto()), of });
    for (const [of, whose] of [
      [ticket, 'lin'],
      [wish, 'lin'],
      [activity, 'ma'],
      [part, 'guest1'],
    ] as const) {
      expect([of, await asked('wang', of), await asked(whose, of)]).toEqual([of, 'NOT_FOUND', 'ok']);
      expect([of, await asked(whose, none(of[0] ?? ''))]).toEqual([of, 'NOT_FOUND']);
    }
    for (const letter of ['x', 'r', 'c', 'e', 'p'])
      expect([letter, await asked('lin', none(letter))]).toEqual([letter, 'NOT_FOUND']);
    const of = none('t');
    expect(await yima.outcome('lin', 'voice.check', { fileId: await said('lin'), of })).toBe('NOT_FOUND');
    expect(await yima.outcome('wang', 'voice.check', { fileId: await said('wang'), of: ticket })).toBe(
      'NOT_FOUND',
    );
  });
});

/** What somebody may do with a permit; the file ids that a case then names. */
const DOINGS: Readonly<Record<string, (id: string) => Promise<readonly string[]>>> = {
  'asks and sends nothing': async () => {
    await yima.call('lin', 'photo.prepare', { bytes: 1 });
    return [];
  },
  'sends and asks no more': async () => {
    await yima.upload('lin', aPhoto());
    await said('lin');
    return [];
  },
  'leaves the form': async () => {
    await yima.photo('lin');
    await voice('lin');
    return [];
  },
  'leaves the answer': async (id) => {
    await yima.photo('lin', id);
    await voice('lin', id);
    return [];
  },
  'files with two': async () => {
    const [photos, voices] = [[await yima.photo('lin'), await yima.photo('lin')], [await voice('lin')]];
    await filed({ photos, voices });
    return [...photos, ...voices];
  },
  'adds a note': async (id) => {
    const photo = await yima.photo('lin', id);
    await note('lin', id, [photo]);
    return [photo];
  },
  'is refused': async () => {
    const photo = await yima.photo('lin');
    await file('lin', { photos: [photo], text: '', answers: [] });
    return [];
  },
};

test('a year of uploads leaves nothing but what cases use', async () => {
  yima.later(3 * DAY);
  await yima.tick();
  const before = stored();
  const named: string[] = [];
  const id = await filed();
  const doings = Object.values(DOINGS);
  for (let nth = 0; nth * 4 < 365; nth++) {
    // each kind once in four weeks, at another hour
    const doing = doings[nth % doings.length];
    if (doing) named.push(...(await doing(id)));
    yima.later(4 * DAY + ((nth % 5) - 2) * HOUR);
    if (nth % 2 === 0) await yima.tick();
  }
  yima.later(2 * DAY);
  await yima.tick();
  const paths = named.map((each) => /[upv]\/\d{4}-\d\d\/.*$/.exec(each)?.[0] ?? each);
  expect(named.length).toBeGreaterThan(40);
  expect(
    stored()
      .filter((each) => !before.includes(each))
      .sort(),
  ).toEqual(paths.sort());
  expect(await rows()).toBe(0);
  expect(await yima.emulator.scans()).toEqual([]);
}, 600_000);

test('a sweep that storage breaks off is finished by the next, and what is under way is left alone', async () => {
  const before = stored();
  await yima.photo('lin');
  yima.later(DAY + 2 * HOUR);
  const fresh = await yima.photo('lin');
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await yima.emulator.faults([{ kind: 'dropBefore', door: 'admin', action: 'batchDeleteFile' }]);
  await yima.tick();
  await yima.emulator.faults([]);
  quiet.mockRestore();
  expect(stored()).toHaveLength(before.length + 2);
  await yima.tick();
  expect(stored()).toHaveLength(before.length + 1);
  expect(await file('lin', { photos: [fresh] })).toBe('ok');
});

test('forgotten means gone: what was sent and not used is not there any more, nor who sent it', async () => {
  const me: Name = 'guest9';
  yima.later(2 * DAY);
  await yima.tick();
  const id = (await yima.call(me, 'ticket.file', yima.filing())).id;
  const photos = [await yima.photo(me), await yima.photo(me, id)];
  await yima.upload(me, aPhoto());
  await voice(me);
  const links = [
    ...(await yima.call(me, 'photo.read', { photos: photos.slice(0, 1) })),
    ...(await yima.call(me, 'photo.read', { photos: photos.slice(1), of: id })),
  ].map(({ url }) => url);
  for (const url of links) expect((await fetch(url)).status).toBe(200);
  const before = stored().length;
  await yima.call(me, 'rights.erase', { sure: '全部删除' });
  yima.later(2 * MINUTE);
  expect((await yima.tick()).failed).toBe(0);
  expect(stored()).toHaveLength(before - 4);
  for (const url of links) expect((await fetch(url)).status).toBe(404);
  const { data } = await yima.emulator.db.collection('files').where({}).limit(1000).get();
  expect(JSON.stringify(data)).not.toContain(idOf(me));
  yima.later(40 * DAY);
  await yima.tick();
  for (const url of links) expect((await fetch(url)).status).not.toBe(200);
});

test('both functions have the key by which the names of files are found again', () => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: { name: string; envVariables: Record<string, string> }[];
  };
  for (const { name, envVariables } of functions)
    expect([name, Object.keys(envVariables)]).toEqual([name, expect.arrayContaining(['YIMA_FILE_KEY'])]);
});

test('what it costs: one call for a permit, one for a case that is looked at, one for a request with photos', async () => {
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  const id = await filed();
  const cost = async (work: () => Promise<unknown>) => (await yima.counting(work)).database;
  expect(await cost(() => yima.call('lin', 'photo.prepare', { bytes: 1 }))).toBe(1);
  const [loose, bound] = [await yima.upload('lin', aPhoto()), await yima.upload('lin', aPhoto())];
  expect(await cost(() => yima.call('lin', 'photo.check', { fileId: loose }))).toBe(0);
  expect(await cost(() => yima.call('lin', 'photo.check', { fileId: bound, of: id }))).toBe(2);
  const photos = [await yima.photo('lin'), await yima.photo('lin')];
  expect(await cost(() => file('lin', { photos }))).toBe(2);
  const more = [await yima.photo('lin', id)];
  expect(await cost(() => note('lin', id, more))).toBe(2);
});
