/** Who knows the place is asked again: a handled ticket of it within a year counts, and costs no call of its own. */
import { DAY } from '@/domain/time/day';
import { FAR_SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const ask = (scene?: string) =>
  yima.call('lin', 'ticket.file', yima.filing({ service: 'policy', ...(scene && { scene }) }));
const withdraw = (id: string) => yima.call('lin', 'ticket.move', yima.move(id, 'withdraw'));

test('the one who handled this place before gets it again, elsewhere the other has his turn', async () => {
  const first = await ask();
  await withdraw(first.id);
  const again = await ask();
  expect(again.handler?.name).toBe(first.handler?.name);
  expect(again.handler?.why).toContain('熟悉情况 20');
  const far = await ask(FAR_SCENE());
  expect(far.handler?.name).not.toBe(first.handler?.name);
  expect(far.handler?.why).toContain('熟悉情况 0');
  await withdraw(again.id);
  await withdraw(far.id);
});

test('what was handled more than a year ago is forgotten', async () => {
  yima.later(366 * DAY);
  const { id, handler } = await ask();
  expect(handler?.why).toContain('熟悉情况 0');
  await withdraw(id);
});

test('knowing the place is asked in the same call, and looks at what it counts', async () => {
  for (let nth = 0; nth < 20; nth++) await withdraw((await ask(FAR_SCENE())).id);
  await withdraw((await ask()).id);
  // somebody known to the instance, as in any warm one
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await ask();
  const { calls, examined } = await yima.counting(() => ask());
  expect(calls).toEqual({ 'database.insertDocument': 1, 'database.aggregateDocuments': 1 });
  // those of this place within the year, open or not, and not the twenty of another
  expect(examined).toBeLessThanOrEqual(4);
  expect(await yima.emulator.scans()).toEqual([]);
});
