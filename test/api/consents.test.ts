/** What waits for a second person: a box of one's own for whoever may say yes, a reminder, and the way back. */
import { DAY } from '@/domain/time/day';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();

async function asked(text: string): Promise<string> {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'extend', { days: 2, text }));
  return id;
}
const boxOf = async (name: Name) =>
  (await yima.call(name, 'ticket.list', { box: 'consents' })).rows.map(({ id }) => id);
const noticesOf = async (name: Name, id: string) =>
  (await yima.call(name, 'notice.list', {})).rows
    .filter((row) => row.ticket === id)
    .map(({ words }) => words);

test('it stands in the box of the lead, the desk and the leaders, the longest first, and nowhere else', async () => {
  const first = await asked('等配件');
  yima.later(60_000);
  const second = await asked('等下雨过去');
  for (const name of ['sun', 'qian', 'shu'] as const) expect(await boxOf(name)).toEqual([first, second]);
  // who asked cannot grant it, and another unit has no box at all
  expect(await yima.outcome('zhao', 'ticket.list', { box: 'consents' })).toBe('NOT_ALLOWED');
  expect(await yima.outcome('hou', 'ticket.list', { box: 'consents' })).toBe('NOT_ALLOWED');
  await yima.call('sun', 'ticket.move', yima.move(first, 'grant'));
  await yima.call('zhao', 'ticket.move', yima.move(second, 'retract'));
  expect(await boxOf('qian')).toEqual([]);
});

test('after a working day whoever may grant it is reminded, once', async () => {
  const id = await asked('等厂家');
  yima.later(DAY);
  await yima.tick();
  yima.later(DAY);
  await yima.tick();
  const reminded = (await noticesOf('sun', id)).filter((words) => words.includes('等了一个工作日'));
  expect(reminded).toHaveLength(1);
  const read = await yima.call('qian', 'ticket.read', { id });
  expect(read.story.some(({ title }) => title.includes('一个工作日没有答复'))).toBe(true);
});

test('the box costs one call and looks at what it returns', async () => {
  for (let nth = 0; nth < 25; nth++) await asked('再等等');
  const list = await yima.counting(() => yima.call('qian', 'ticket.list', { box: 'consents' }));
  expect([list.database, list.result.rows.length]).toEqual([1, 20]);
  expect(list.examined).toBeLessThanOrEqual(21);
  const rest = await yima.call('qian', 'ticket.list', { box: 'consents', after: list.result.next ?? '' });
  const ids = [...list.result.rows, ...rest.rows].map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await yima.emulator.scans()).toEqual([]);
});
