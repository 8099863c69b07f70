/** What may be sent as a voice note, and what becomes of it: by content, bound to the case, heard by who may. */
import * as fc from 'fast-check';
import { BadVoice, cleanVoice } from '@/cloudfunctions/runtime/audio';
import { type Name, withYima } from '@/test/support/yima';
import { aFragmentedMp4, anMp3, anMp4, aWebm, BAD_VOICES, type Fragments, taggedMp3 } from './voices';

const yima = withYima();

/** Sends a note as a phone does and gives the whole answer of the look at it. */
async function said(name: Name, bytes: Uint8Array, of?: string) {
  const place = await yima.call(name, 'voice.prepare', { bytes: 1 });
  const headers = { authorization: place.fields.signature ?? '' };
  const answer = await fetch(place.url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!answer.ok) throw new Error(`the upload ended with ${answer.status}`);
  return yima.ask(name, 'voice.check', { fileId: place.fileId, ...(of && { of }) });
}
async function voice(name: Name, bytes: Uint8Array = anMp3(), of?: string): Promise<string> {
  const answer = await said(name, bytes, of);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.fileId;
}

test('good ones of each kind, with their length', () => {
  expect(cleanVoice(anMp3(23))).toMatchObject({ kind: 'mp3', seconds: 23 });
  expect(cleanVoice(aWebm())).toMatchObject({ kind: 'webm', seconds: 2 });
  expect(cleanVoice(anMp4(5))).toMatchObject({ kind: 'mp4', seconds: 5 });
  expect(cleanVoice(anMp3(61)).seconds).toBe(60);
});

test.each<[Fragments]>([['each sample'], ['the piece'], ['the track'], ['each sample, wide times']])(
  'a note written in pieces is as long as they are together, whatever its head states: by %s',
  (how) => {
    for (const pieces of [1, 3, 37])
      for (const stated of [0, 2960, 48_000_000, 0xffffffff])
        expect(cleanVoice(aFragmentedMp4(pieces, how, how.endsWith('times') ? 0 : stated)).seconds).toBe(
          pieces,
        );
    expect(() => cleanVoice(aFragmentedMp4(70, how))).toThrow(new BadVoice('too-long'));
  },
);

test('a tag that names a phone is left behind', () => {
  const { bytes, seconds } = cleanVoice(taggedMp3());
  expect(seconds).toBe(5);
  expect(bytes.includes('欧阳')).toBe(false);
});

test.each(BAD_VOICES)('%s is refused', (_, bytes, why) => {
  expect(() => cleanVoice(bytes())).toThrow(new BadVoice(why as 'type'));
});

test('1,500 spoiled ones: heard or refused, never a crash, never longer than they may be', () => {
  const good = [anMp3(4), aWebm(), anMp4(5), aFragmentedMp4(3, 'each sample')];
  fc.assert(
    fc.property(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(31_000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.nat(31_000),
      (bytes, spots, cut) => {
        const spoiled = Buffer.from(bytes.subarray(0, Math.max(1, bytes.length - (cut % 7 === 0 ? cut : 0))));
        for (const [at, value] of spots) spoiled[at % spoiled.length] = value;
        try {
          expect(cleanVoice(spoiled).seconds).toBeLessThanOrEqual(60);
        } catch (error) {
          expect(error).toBeInstanceOf(BadVoice);
        }
      },
    ),
    { numRuns: 1500, seed: 20261122 },
  );
});

test('nothing typed, something said: the report is whole, and whoever works on it can listen', async () => {
  const fileId = await voice('lin');
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ text: '', voices: [fileId] }));
  for (const name of ['lin', 'zhao', 'qian'] as const) {
    const view = await yima.call(name, 'ticket.read', { id });
    expect(view).toMatchObject({
      text: '（语音 23 秒）',
      photos: [],
      voices: [{ seconds: 23, words: '报事时说的' }],
    });
    const bytes = Buffer.from(await (await fetch(view.voices[0]?.url ?? '')).arrayBuffer());
    expect(bytes.equals(anMp3())).toBe(true);
  }
  expect(await yima.outcome('wang', 'ticket.read', { id })).toBe('NOT_FOUND');
  // an answer, too; but no result of work, and no evidence
  await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'ask', { text: '几楼？' }));
  const more = await voice('lin', anMp3(7), id);
  const view = await yima.call('lin', 'ticket.move', yima.move(id, 'answer', { voices: [more] }));
  expect(view.voices.map(({ seconds }) => seconds)).toEqual([23, 7]);
  expect(view.story[0]).toMatchObject({ text: '（语音 7 秒）', photos: [] });
  const work = await voice('zhao', anMp3(), id);
  const resolve = yima.move(id, 'resolve', { result: 'solved', text: '好了', voices: [work] });
  expect(await yima.outcome('zhao', 'ticket.move', resolve)).toBe('BAD_INPUT');
});

test('a note is whose it is, for what it was said, and as long as it is', async () => {
  const fileId = await voice('lin');
  const file = (name: Name, id: string) => yima.outcome(name, 'ticket.file', yima.filing({ voices: [id] }));
  expect(await file('wang', fileId)).toBe('PHOTO_FOREIGN');
  expect(await file('lin', fileId.replace('-23.', '-59.'))).toBe('PHOTO_FOREIGN');
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(await file('lin', await voice('lin', anMp3(), id))).toBe('PHOTO_FOREIGN');
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ photos: [fileId] }))).toBe('BAD_INPUT');
  expect(await file('lin', await yima.photo('lin'))).toBe('BAD_INPUT');
  const place = await yima.call('lin', 'voice.prepare', { bytes: 1 });
  expect(await yima.outcome('lin', 'voice.check', { fileId: place.fileId })).toBe('PHOTO_FOREIGN');
  for (const [, bytes] of BAD_VOICES.slice(1, 6)) {
    const answer = await said('lin', bytes());
    expect(answer).toMatchObject({ ok: false, code: 'VOICE_UNREADABLE' });
  }
});

test('where the name is sealed nobody hears the voice', async () => {
  const { id } = await yima.call(
    'lin',
    'ticket.file',
    yima.filing({ voices: [await voice('lin')], against: { unit: null, person: 's_zhao' } }),
  );
  expect((await yima.call('lin', 'ticket.read', { id })).voices).toHaveLength(1);
  expect((await yima.call('sun', 'ticket.read', { id })).voices).toEqual([]);
  const looked = await yima.call('sun', 'ticket.move', yima.move(id, 'look', { text: '要听他怎么说' }));
  expect(looked.voices).toHaveLength(1);
});

test('a note costs two calls of the database: its permit, and what is kept of it', async () => {
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await yima.call('lin', 'session.open', {});
  const sent = await yima.counting(() => voice('lin'));
  expect(sent.database).toBe(2);
});
