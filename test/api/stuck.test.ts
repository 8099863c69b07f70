/** Cases that cannot be brought to rest must not hide the others: the oldest come first, and there may be many. */
import { DAY } from '@/domain/time/day';
import { withYima } from '@/test/support/yima';

const yima = withYima();

test('a hundred and twenty broken cases hold up nobody', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await yima.tick();
  const good = (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
  // due since long ago, and nothing that the rules know
  const broken = Array.from({ length: 120 }, (_, index) => ({
    ...good,
    _id: `t${String(index).padStart(24, 'b')}`,
    clocks: null,
    wakeAt: 1 + index,
  }));
  await yima.emulator.db.collection('tickets').add(broken);
  yima.later(20 * DAY);
  const report = await yima.tick();
  expect(report.more).toBe(false);
  expect(report.failed).toBeGreaterThanOrEqual(120);
  const after = (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
  expect(after.slips.length).toBeGreaterThan(0);
  expect(after.wakeAt === null || after.wakeAt > yima.now).toBe(true);
  quiet.mockRestore();
}, 120_000);
