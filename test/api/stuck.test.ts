/** Cases that cannot be brought to rest must not hide the others: the oldest come first, and there may be many. */
import { DAY, HOUR } from '@/domain/time/day';
import { fulfilled, idOf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';

const yima = withYima();

test('a hundred and twenty broken accounts hold up nobody’s points', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await fulfilled(yima, 'lin', 2, yima.now - 729 * DAY);
  const [good] = (await yima.emulator.db.collection('points').limit(1).get()).data;
  const broken = Array.from({ length: 120 }, (_, index) => ({
    ...good,
    _id: `p${String(index).padStart(24, 'b')}`,
    person: `u_${String(index).padStart(24, 'b')}`,
    entries: null,
    wakeAt: 1 + index,
  }));
  await yima.emulator.db.collection('points').add(broken);
  yima.later(2 * DAY);
  const report = await yima.tick();
  expect(report.more).toBe(false);
  expect(report.failed).toBeGreaterThanOrEqual(120);
  const { accounts } = await yima.call('lin', 'points.mine', {});
  expect(accounts).toMatchObject([{ balance: 0 }]);
  await yima.emulator.db.collection('points').where({ entries: null }).remove();
  quiet.mockRestore();
}, 120_000);

test('hours that cannot be credited hold up nobody else’s, whatever comes first', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const part = {
    state: 'done',
    area: AREA,
    title: '清扫楼道',
    source: { kind: 'activity', id: 'a1', no: 'A1' },
    minutes: 60,
    settledAt: yima.now,
    updatedAt: yima.now,
    amendment: null,
  };
  await yima.emulator.db.collection('participations').add([
    { ...part, _id: 'part-0', person: 7, area: null, settledAt: yima.now - 1 },
    { ...part, _id: 'part-1', person: idOf('wang') },
  ]);
  yima.later(8 * DAY);
  for (let minutes = 0; minutes < 4; minutes++) {
    await yima.tick();
    yima.later(60_000);
  }
  const { accounts } = await yima.call('wang', 'points.mine', {});
  expect(accounts).toMatchObject([{ balance: 2 }]);
  expect((await yima.emulator.db.collection('rates').doc('points').get()).data[0].at).toBeGreaterThan(
    yima.now - HOUR,
  );
  await yima.emulator.db.collection('participations').where({ updatedAt: part.updatedAt }).remove();
  quiet.mockRestore();
}, 120_000);

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
