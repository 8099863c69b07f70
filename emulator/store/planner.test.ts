import { withEmulator } from '@/test/support/emulator';

const ROWS = 10_000;
const START = Date.UTC(2026, 0, 1);

const emulator = withEmulator({
  schema: {
    collections: {
      cases: {
        indexes: [
          { name: 'by_wake', fields: [['wakeAt', 1]] },
          {
            name: 'by_state',
            fields: [
              ['state', 1],
              ['openedAt', -1],
            ],
          },
          {
            name: 'by_org',
            fields: [
              ['orgPath', 1],
              ['state', 1],
            ],
          },
          { name: 'by_handler', fields: [['handler.person', 1]] },
          { name: 'by_tag', fields: [['tags', 1]] },
          { name: 'uq_no', fields: [['no', 1]], unique: true },
        ],
      },
      other: {},
    },
  },
});

const STATES = ['submitted', 'dispatched', 'working', 'closed'];

beforeAll(async () => {
  const docs = Array.from({ length: ROWS }, (_, i) => ({
    _id: `c${String(i).padStart(5, '0')}`,
    no: i,
    state: STATES[i % 4],
    openedAt: new Date(START + ((i * 7919) % ROWS) * 1000),
    wakeAt: i % 100 === 0 ? START + i * 1000 : null,
    orgPath: `3701/${String(i % 50).padStart(2, '0')}/${i % 7}/`,
    handler: { person: `p${i % 500}` },
    tags: i % 1000 === 0 ? ['hot', 'new'] : 'plain',
    text: 'x'.repeat(200),
  }));
  for (let i = 0; i < ROWS; i += 1000) await emulator.db.collection('cases').add(docs.slice(i, i + 1000));
}, 60_000);

beforeEach(() => emulator.resetCalls());

const cases = () => emulator.db.collection('cases');
const command = () => emulator.db.command;

/** The one query since the last reset. */
async function only() {
  const { queries } = await emulator.calls();
  expect(queries).toHaveLength(1);
  return queries[0]!;
}

async function expectIndexed(plan: string, returned: number) {
  const query = await only();
  expect(query).toMatchObject({ plan, returned, sorted: false });
  expect(query.examined).toBeLessThanOrEqual(returned + 1);
}

test('equality reads only what matches', async () => {
  const { data } = await cases().where({ 'handler.person': 'p3' }).get();
  expect(data).toHaveLength(20);
  await expectIndexed('by_handler', 20);
});

test('a document by its id is one row', async () => {
  await cases().doc('c00042').get();
  await expectIndexed('_id_', 1);
});

test('a missing document is no row', async () => {
  await cases().doc('nobody').get();
  await expectIndexed('_id_', 0);
});

test('a unique number is one row', async () => {
  await cases().where({ no: 77 }).get();
  await expectIndexed('uq_no', 1);
});

test('in reads only what matches', async () => {
  const { data } = await cases()
    .where({ 'handler.person': command().in(['p3', 'p9', 'nobody']) })
    .get();
  expect(data).toHaveLength(40);
  await expectIndexed('by_handler', 40);
});

test('a range of numbers, with the nulls left out', async () => {
  const { data } = await cases()
    .where({ wakeAt: command().lte(START + 1_000_000) })
    .orderBy('wakeAt', 'asc')
    .limit(5)
    .get();
  expect(data.map((each: { no: number }) => each.no)).toEqual([0, 100, 200, 300, 400]);
  await expectIndexed('by_wake', 5);
});

test('nothing due costs nothing', async () => {
  const { data } = await cases()
    .where({ wakeAt: command().lte(START - 1) })
    .orderBy('wakeAt', 'asc')
    .limit(50)
    .get();
  expect(data).toEqual([]);
  await expectIndexed('by_wake', 0);
});

test('a bounded range of dates within one state', async () => {
  const from = new Date(START + 1_000_000);
  const to = new Date(START + 1_200_000);
  const { data } = await cases()
    .where({ state: 'working', openedAt: command().gte(from).and(command().lt(to)) })
    .limit(1000)
    .get();
  expect(data).toHaveLength(50);
  await expectIndexed('by_state', 50);
});

test('a prefix of a path, by expression', async () => {
  const { data } = await cases()
    .where({ orgPath: /^3701\/07\// })
    .limit(1000)
    .get();
  expect(data).toHaveLength(200);
  await expectIndexed('by_org', 200);
});

test('a prefix of a path together with a state is decided inside the index', async () => {
  const { data } = await cases()
    .where({ orgPath: /^3701\/07\//, state: 'closed' })
    .limit(1000)
    .get();
  expect(data).toHaveLength(100);
  await expectIndexed('by_org', 100);
});

test('equality, order and limit read one page', async () => {
  const { data } = await cases().where({ state: 'working' }).orderBy('openedAt', 'desc').limit(20).get();
  expect(data).toHaveLength(20);
  const times = data.map((each: { openedAt: Date }) => each.openedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
  await expectIndexed('by_state', 20);
});

test('the index serves the opposite order as well', async () => {
  const { data } = await cases().where({ state: 'working' }).orderBy('openedAt', 'asc').limit(20).get();
  expect(data).toHaveLength(20);
  await expectIndexed('by_state', 20);
});

test('several states in one order are merged, reading one row ahead in each', async () => {
  const { data } = await cases()
    .where({ state: command().in(['working', 'submitted']) })
    .orderBy('openedAt', 'desc')
    .limit(20)
    .get();
  const times = data.map((each: { openedAt: Date }) => each.openedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(new Set(data.map((each: { state: string }) => each.state))).toEqual(
    new Set(['working', 'submitted']),
  );
  await expectIndexed('by_state', 20);
});

test('either of two indexed conditions', async () => {
  const { data } = await cases()
    .where(command().or([{ 'handler.person': 'p3' }, { no: command().lt(5) }]))
    .get();
  expect(data).toHaveLength(24);
  const query = await only();
  expect(query.plan).toBe('by_handler+uq_no');
  expect(query.examined).toBeLessThanOrEqual(25);
});

test('a count inside an index does not read documents', async () => {
  const { total } = await cases().where({ state: 'closed' }).count();
  expect(total).toBe(2500);
  expect(await only()).toMatchObject({ plan: 'by_state', sorted: false });
});

test('an unchanged question costs the same on every page of a keyset', async () => {
  const { data } = await cases()
    .where({ _id: command().gt('c05000') })
    .orderBy('_id', 'asc')
    .limit(100)
    .get();
  expect(data[0]._id).toBe('c05001');
  await expectIndexed('_id_', 100);
});

test('counts read no document, one for all or one for each', async () => {
  const handled = { 'handler.person': command().in(['p3', 'p4', 'nobody']) };
  expect((await cases().where(handled).count()).total).toBe(40);
  expect(await only()).toMatchObject({ plan: 'by_handler', examined: 0, entries: 40 });
  await emulator.resetCalls();
  const groups = (path: string) =>
    cases()
      .aggregate()
      .match(handled)
      .group({ _id: path, n: command().aggregate.sum(1) })
      .end();
  expect((await groups('$handler.person')).data).toEqual([
    { _id: 'p3', n: 20 },
    { _id: 'p4', n: 20 },
  ]);
  expect(await only()).toMatchObject({ plan: 'by_handler', examined: 0, entries: 40 });
  await emulator.resetCalls();
  // what is not held equal is read
  expect((await groups('$state')).data).toHaveLength(2);
  expect(await only()).toMatchObject({ plan: 'by_handler', examined: 40, entries: 0 });
});

test('an update by id and revision reads one row', async () => {
  const { updated } = await cases().where({ _id: 'c00001', no: 1 }).update({ text: 'y' });
  expect(updated).toBe(1);
  await expectIndexed('_id_', 1);
});

test('what no index serves is done, and listed', async () => {
  await emulator.http('/emulator/scans/reset', {});
  const { data } = await cases().where({ text: 'y' }).get();
  expect(data).toHaveLength(1);
  expect(await only()).toMatchObject({ plan: 'scan', examined: ROWS, returned: 1 });
  expect(await emulator.scans()).toEqual([
    { kind: 'scan', collection: 'cases', plan: 'scan', fields: ['text'], times: 1, examined: ROWS },
  ]);
});

test('an order that no index yields is listed apart', async () => {
  await emulator.http('/emulator/scans/reset', {});
  await cases().where({ 'handler.person': 'p3' }).orderBy('text', 'asc').limit(2).get();
  expect(await only()).toMatchObject({ plan: 'by_handler', examined: 20, returned: 2, sorted: true });
  expect(await emulator.scans()).toMatchObject([{ kind: 'sort', fields: ['handler.person', 'text'] }]);
});

test('a field that holds arrays somewhere is looked at, never missed', async () => {
  await emulator.http('/emulator/scans/reset', {});
  expect((await cases().where({ tags: 'hot' }).count()).total).toBe(10);
  expect((await cases().where({ tags: 'plain' }).count()).total).toBe(ROWS - 10);
  expect(await emulator.scans()).toMatchObject([{ kind: 'scan', fields: ['tags'] }]);
});

test('a whole small collection in natural order is no scan', async () => {
  await emulator.http('/emulator/scans/reset', {});
  await emulator.db.collection('other').get();
  await emulator.db.collection('other').count();
  expect(await emulator.scans()).toEqual([]);
});
