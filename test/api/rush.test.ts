/** Many cases are due at one moment: a sweep looks after some at once, and those of one thread do not lose each other. */
import { Cases } from '@/cloudfunctions/runtime/cases';
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Ticket } from '@/domain/ticket/ticket';
import { HOUR } from '@/domain/time/day';
import { type Name, openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
const stored = async (id: string): Promise<Ticket> =>
  (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];

/** How many saves were under way at the same time, at most, while this was done. */
async function mostAtOnce(work: () => Promise<unknown>): Promise<number> {
  let [now, most] = [0, 0];
  const save = Cases.prototype.save;
  const spy = jest.spyOn(Cases.prototype, 'save').mockImplementation(async function (
    this: Cases<Ticket>,
    ...given
  ) {
    most = Math.max(most, ++now);
    try {
      return await save.apply(this, given);
    } finally {
      now -= 1;
    }
  } as typeof save);
  await work();
  spy.mockRestore();
  return most;
}

test('sixty that are due are looked after side by side, eight at most, each told once', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 60; index++) {
    const filing = yima.filing({ service: 'roof', text: `第${index}户` });
    ids.push((await yima.call(`guest${index}`, 'ticket.file', filing)).id);
  }
  const reports: Awaited<ReturnType<typeof yima.tick>>[] = [];
  const most = await mostAtOnce(async () => reports.push(await yima.tick()));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
  expect(reports).toMatchObject([{ looked: 60, failed: 0, more: false }]);
  const { data } = await yima.emulator.db.collection('notices').limit(1000).get();
  const about = (data as { about: { id: string }; to: string; kind: string }[]).map(
    (notice) => `${notice.about.id} ${notice.kind} ${notice.to}`,
  );
  expect(about.length).toBeGreaterThanOrEqual(60);
  expect(new Set(about).size).toBe(about.length);
  for (const id of ids) expect((await stored(id)).outbox).toEqual([]);
});

test('twenty who follow one thing are all joined to it by one ring', async () => {
  yima.later(3 * HOUR);
  const { id: first } = await yima.call('lin', 'ticket.file', yima.filing());
  const followers: string[] = [];
  for (let index = 0; index < 20; index++) {
    const name: Name = `guest${300 + index}`;
    followers.push((await yima.call(name, 'ticket.file', yima.filing({ sameAs: first }))).id);
  }
  expect(await yima.tick()).toMatchObject({ failed: 0, more: false });
  const parent = await stored(first);
  expect([...parent.followers].sort()).toEqual([...followers].sort());
  expect(parent.history.filter(({ move }) => move === 'joined')).toHaveLength(20);
  for (const id of followers) expect(await stored(id)).toMatchObject({ state: 'merged', outbox: [] });
});

test('who acts while the timer tells is not asked to try again; who is overtaken by a person is', async () => {
  yima.later(3 * HOUR);
  const save = Cases.prototype.save;
  /** Something is done just before the next save. */
  const meanwhile = (done: () => Promise<unknown>) =>
    jest.spyOn(Cases.prototype, 'save').mockImplementationOnce(async function (
      this: Cases<Ticket>,
      ...given
    ) {
      await done();
      return save.apply(this, given);
    } as typeof save);

  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  expect((await stored(id)).outbox).not.toEqual([]);
  meanwhile(() => yima.tick());
  expect(await yima.outcome('zhao', 'ticket.move', yima.move(id, 'sign'))).toBe('ok');
  expect((await stored(id)).history.map(({ move }) => move)).toEqual(['file', 'dispatch', 'sign']);
  await yima.tick();
  const lin = personIdOf(openidOf('lin'));
  expect(await told(id)).toEqual(['assigned s_zhao', `dispatched ${lin}`, `signed ${lin}`]);

  meanwhile(() => yima.call('lin', 'ticket.move', yima.move(id, 'note', { text: '楼上也不亮' })));
  const contact = yima.move(id, 'contact', { contact: 'phone' });
  expect(await yima.outcome('zhao', 'ticket.move', contact)).toBe('MOVED_ON');
  expect(await yima.outcome('zhao', 'ticket.move', contact)).toBe('ok');
});

/** Whom was told what of it. */
async function told(id: string): Promise<string[]> {
  const { data } = await yima.emulator.db.collection('notices').limit(1000).get();
  return (data as { about: { id: string }; to: string; kind: string }[])
    .filter(({ about }) => about.id === id)
    .map(({ kind, to }) => `${kind} ${to}`)
    .sort();
}
