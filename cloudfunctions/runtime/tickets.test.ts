/** Whom a ticket is opened to, and what is counted of many: the same answers whatever else lies in the database. */
import type { Actor } from '@/domain/flow/actor';
import { visibleTo } from '@/domain/ticket/flow';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY } from '@/domain/time/day';
import { CALENDAR, filed, inState, START } from '@/test/builders/ticket';
import { AREA, FAR_END, lin, ma, qian, STAIRWELL, shu, stranger, TOWN, zhao } from '@/test/builders/town';
import { withEmulator } from '@/test/support/emulator';
import { KEYS, seedTown } from '@/test/support/yima';

type Tickets = typeof import('./tickets');
const emulator = withEmulator();
let runtime: Tickets;

beforeAll(async () => {
  Object.assign(process.env, KEYS);
  // Imported only now: the SDK reads its environment when it is loaded.
  runtime = await import('./tickets');
  await seedTown(emulator.db);
}, 30_000);

let made = 0;
async function put(ticket: Ticket, over: Partial<Ticket> = {}): Promise<string> {
  const _id = `t${String(++made).padStart(24, '0')}`;
  await emulator.db.collection('tickets').add({ ...ticket, _id, no: `T-${made}`, ...over });
  return _id;
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('a ticket is opened to those who have a part in it; to others it is as if it were not there', async () => {
  const id = await put(filed());
  for (const actor of [lin, zhao, qian, shu]) expect((await runtime.ticketFor(id, actor))._id).toBe(id);
  expect(await code(runtime.ticketFor(id, stranger))).toBe('NOT_FOUND');
  expect(await code(runtime.ticketFor('t00000000000000000000dead', lin))).toBe('NOT_FOUND');
  expect(() => runtime.openedTo(null, lin)).toThrow();
  expect([visibleTo(filed(), lin), visibleTo(filed(), stranger)]).toEqual([true, false]);
});

test('the calendar is the unit’s that has it, and the usual one while nobody has', async () => {
  const own = { hours: [[600, 660]] };
  await emulator.db
    .collection('directory')
    .doc(`area:${AREA}`)
    .update({
      units: TOWN.units.map((unit) => (unit.id === 'grid-v01' ? { ...unit, calendar: own } : unit)),
    });
  (await import('./directory')).forgetDirectory();
  expect((await runtime.calendarFor(filed())).hours).toEqual(own.hours);
  const nobody = await runtime.calendarFor({ orgPath: STAIRWELL, handler: null });
  expect(nobody.hours).toEqual(CALENDAR.hours);
});

describe('what people have in hand', () => {
  const hold = (person: string, over: Partial<Ticket> = {}) => {
    const ticket = filed();
    if (!ticket.handler) throw new Error('nobody has it');
    return put({ ...ticket, handler: { ...ticket.handler, person } }, over);
  };
  const startedAt = (at: number): Partial<Ticket> => {
    const { clocks } = filed();
    return { clocks: { ...clocks, unit: { ...clocks.unit, startedAt: at } } as Ticket['clocks'] };
  };
  beforeAll(async () => {
    await hold('p_a', startedAt(START + 1));
    await hold('p_a', startedAt(START + 9));
    await hold('p_a', startedAt(START + 5));
    await hold('p_b', startedAt(START + 2));
    await hold('p_b', {
      ...startedAt(START + 99),
      closedAt: START,
      orgPath: FAR_END,
      openedAt: START - 10 * DAY,
    });
    await hold('p_c', { closedAt: START, orgPath: FAR_END, openedAt: START - 400 * DAY });
    await hold('p_d', { closedAt: START });
  });

  test('with when the last was handed over, and whether they know the very place within a year', async () => {
    expect(await runtime.standingsOf(['p_a', 'p_b'])).toEqual({
      p_a: { open: 3, lastAt: START + 9, known: false },
      p_b: { open: 1, lastAt: START + 2, known: false },
    });
    const at = { path: FAR_END, now: START };
    expect(await runtime.standingsOf(['p_a', 'p_b', 'p_c', 'p_d'], at)).toEqual({
      p_a: { open: 3, lastAt: START + 9, known: false },
      p_b: { open: 1, lastAt: START + 99, known: true },
    });
  });

  test('is counted also of one alone', async () => {
    expect(await runtime.inHandOf(['p_a'], qian)).toEqual({ p_a: 3 });
    expect(await runtime.inHandOf(['p_a', 'p_b', 'p_d'], qian)).toEqual({ p_a: 3, p_b: 1 });
    expect(await runtime.inHandOf([], qian)).toEqual({});
  });

  test('without what is about the reader, a unit of theirs, or one that they belonged to', async () => {
    const about = (over: object) => hold('p_e', { against: { unit: null, person: null, name: '', ...over } });
    await hold('p_e', {});
    await about({ person: 's_qian' });
    await about({ unit: 'desk' });
    await about({ unit: 'office-urban', people: ['s_ma', 's_qian'] });
    await about({ unit: 'office-urban', people: ['s_ma'] });
    const of = async (reader: Actor) => (await runtime.inHandOf(['p_e'], reader)).p_e;
    expect([await of(qian), await of(shu), await of(ma), await of(lin)]).toEqual([2, 4, 3, 5]);
  });
});

describe('lists of an area', () => {
  const area = '370114/lists/here/';
  const put2 = (over: Partial<Ticket>) => put(inState('closed'), { area, ...over });

  test('open ones of one service, the newest first', async () => {
    const older = await put(filed(), { area, openedAt: START });
    const newer = await put(filed(), { area, openedAt: START + 1 });
    await put2({});
    await put(filed(), { area: 'elsewhere/', openedAt: START + 2 });
    const like = await runtime.openLike(`${area}v01/g1/m001/`, 'street-lamp');
    expect(like.map(({ _id }) => _id)).toEqual([newer, older]);
    expect(await runtime.openLike(`${area}v01/g1/m001/`, 'roof')).toEqual([]);
  });

  test('the latest, with what dispatch looks at and no more', async () => {
    const latest = await runtime.latestIn(area, 2, qian);
    expect(latest).toHaveLength(2);
    expect(Object.keys(latest[0] ?? {}).sort()).toEqual(['_id', 'no', 'orgPath', 'place', 'service']);
    const [first] = await runtime.latestIn(area, 1, qian);
    expect(first).toEqual(latest[0]);
  });

  test('a page is full, and the next goes on where it ended, whatever is left out between', async () => {
    const pool = '370114/pages/here/';
    const about = { unit: null, person: 's_qian', name: '' };
    for (let nth = 0; nth < 70; nth++)
      await put(filed({ pooled: true }), {
        area: pool,
        dueAt: START + (nth >> 2),
        ...(nth % 3 && { against: about }),
      });
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let after: string | undefined; ; ) {
      const { rows, next } = await runtime.listFor(qian, {
        is: { area: pool, state: 'submitted' },
        sort: 'dueAt',
        direction: 'asc',
        after,
      });
      seen.push(...rows.map(({ _id }) => _id));
      sizes.push(rows.length);
      if (next === null) break;
      after = next;
    }
    expect(sizes).toEqual([20, 4]);
    expect(new Set(seen).size).toBe(24);
  });

  test('rulings, the newest first; never of a complaint about somebody', async () => {
    const ruling = { at: START, by: 's_qian' } as unknown as Ticket['ruling'];
    const first = await put2({ ruledAt: START, ruling });
    const second = await put2({ ruledAt: START + 1, ruling });
    await put2({ ruledAt: START + 2, ruling, against: { person: 's_zhao' } as unknown as Ticket['against'] });
    const ruled = await runtime.ruledIn(area, 3);
    expect(ruled.map((each) => (each as { _id?: string })._id)).toEqual([second, first]);
    expect(Object.keys(ruled[0] ?? {}).sort()).toEqual([
      '_id',
      'no',
      'orgPath',
      'place',
      'ruling',
      'service',
    ]);
    expect((await runtime.ruledIn(area, 2)).length).toBe(2);
  });
});

test('a changed calendar marks the open tickets of its units, and wakes them', async () => {
  const area = { path: '370114/recount/here/', rev: 7 };
  const of = (unit: string, ticket: Ticket) => ({
    area: area.path,
    handler: ticket.handler && { ...ticket.handler, unit },
  });
  const [dispatched, closed] = [filed(), inState('closed')];
  const marked = await put(dispatched, of('one', dispatched));
  const others = await put(dispatched, of('two', dispatched));
  const over = await put(closed, of('one', closed));
  expect(await runtime.askRecount(area, ['one'], START + 5)).toBe(1);
  const read = async (id: string) =>
    (await emulator.db.collection('tickets').doc(id).get()).data[0] as Ticket;
  expect(await read(marked)).toMatchObject({ recount: 7, wakeAt: START + 5, rev: dispatched.rev + 1 });
  expect((await read(others)).rev).toBe(dispatched.rev);
  expect((await read(over)).rev).toBe(closed.rev);
  expect(await runtime.askRecount(area, ['three'], START)).toBe(0);
});
