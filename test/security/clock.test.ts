/**
 * A clock far ahead leaves nothing behind: an instance that believes it is 2060 ends no case, cleans nothing and tells
 * nobody. The same ring by a clock that is right does all of it, so that what is kept back is shown to be something.
 */
import { DAY, HOUR } from '@/domain/time/day';
import { START } from '@/test/builders/ticket';
import { contextOf, TIMER, withYima } from '@/test/support/yima';

const yima = withYima();
const YEARS = 34 * 365 * DAY;

async function everything(): Promise<string> {
  const collections = [
    'tickets',
    'wishes',
    'activities',
    'participations',
    'notices',
    'directory',
    'people',
    'floods',
    'audit',
  ];
  const all = await Promise.all(
    collections.map(
      async (name) => (await yima.emulator.db.collection(name).orderBy('_id', 'asc').limit(1000).get()).data,
    ),
  );
  return JSON.stringify(all);
}

const ring = async (at: number, event: object) => {
  const { main } = await import('@/cloudfunctions/jobs');
  yima.at(at);
  return main(event, contextOf(TIMER));
};
const timer = (told: number | string) => ({
  Type: 'Timer',
  TriggerName: 'tick',
  Time: typeof told === 'string' ? told : new Date(told).toISOString(),
});

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await yima.call('lin', 'ticket.file', yima.filing());
  await yima.call('lin', 'ticket.file', yima.filing({ service: 'roof', text: '屋顶漏' }));
  await yima.call('lin', 'wish.post', yima.wish());
  await yima.tick();
});
afterAll(() => jest.restoreAllMocks());

test.each([
  ['thirty years ahead', YEARS],
  ['a month ahead', 30 * DAY],
  ['two hours ahead', 2 * HOUR],
  ['a year behind', -365 * DAY],
])('%s of what the platform says: nothing is changed', async (_, apart) => {
  const before = await everything();
  expect(await ring(START + apart, timer(START))).toMatchObject({ ok: false, code: 'SOMETHING_WRONG' });
  expect(await everything()).toBe(before);
});

test.each([
  ['no moment is told', { Type: 'Timer', TriggerName: 'tick' }],
  ['what is told is none', timer('soon')],
])('%s: the last beat is asked', async (_, event) => {
  const before = await everything();
  for (const apart of [YEARS, 4 * DAY, -2 * HOUR])
    expect(await ring(START + apart, event)).toMatchObject({ ok: false, code: 'SOMETHING_WRONG' });
  expect(await everything()).toBe(before);
  expect(await ring(START + 10 * 60_000, event)).toMatchObject({ failed: 0 });
});

test('after a long silence the operator rings by hand, and the timer goes on by itself', async () => {
  const silent = { Type: 'Timer', TriggerName: 'tick' };
  const later = START + 9 * DAY;
  expect(await ring(later, silent)).toMatchObject({ ok: false });
  expect(await yima.operate('sweep')).toMatchObject({ failed: 0 });
  expect(await ring(later + 60_000, silent)).toMatchObject({ failed: 0 });
});

test('a clock that is right moves on, however far: late by days, or moved for a rehearsal', async () => {
  const before = await everything();
  expect(await ring(START + 60 * DAY, timer(START + 60 * DAY))).toMatchObject({ failed: 0 });
  expect(await everything()).not.toBe(before);
});
