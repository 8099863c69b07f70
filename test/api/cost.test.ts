/** Speed is a count before it is a time: database calls per action and documents looked at per list. */
import { DAY } from '@/domain/time/day';
import { AREA, TOWN } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';

const yima = withYima();

/** Brings directory, places and people into the instance's memory, as in any warm instance. */
async function warm(): Promise<string> {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  for (const name of ['lin', 'zhao', 'sun', 'hou', 'qian', 'shu'] as const)
    await yima.ask(name, 'ticket.read', { id });
  return id;
}

test('file: at most two calls, also when somebody must be chosen by load', async () => {
  await warm();
  const one = await yima.counting(() => yima.call('lin', 'ticket.file', yima.filing()));
  expect(one.calls).toEqual({ 'database.insertDocument': 1 });
  const many = await yima.counting(() => yima.call('lin', 'ticket.file', yima.filing({ service: 'policy' })));
  expect(many.result.handler?.unit).toBe('城乡建设办');
  expect(many.calls).toEqual({ 'database.insertDocument': 1, 'database.aggregateDocuments': 1 });
});

test('move: one read, one conditional write; the actor once more when nobody knows them yet', async () => {
  const id = await warm();
  const known = await yima.counting(() => yima.call('zhao', 'ticket.move', yima.move(id, 'sign')));
  expect(known.calls).toEqual({ 'database.getDocument': 1, 'database.modifyDocument': 1 });
  const guest = await yima.counting(() =>
    yima.ask('guest7', 'ticket.move', yima.move(id, 'note', { text: '?' })),
  );
  expect(guest.calls).toEqual({ 'database.getDocument': 2 });
});

test('list: one call, and it looks at what it returns', async () => {
  await warm();
  for (let index = 0; index < 60; index++) await yima.call('lin', 'ticket.file', yima.filing());
  for (const [name, box] of [
    ['lin', 'mine'],
    ['zhao', 'work'],
    ['zhao', 'unit'],
    ['zhao', 'done'],
    ['qian', 'pool'],
    ['shu', 'late'],
  ] as const) {
    const list = await yima.counting(() => yima.call(name, 'ticket.list', { box }));
    expect([box, list.database]).toEqual([box, 1]);
    expect(list.examined).toBeLessThanOrEqual(list.result.rows.length + 1);
  }
  expect(await yima.emulator.scans()).toEqual([]);
});

test('wishes: posted with one write, claimed with one read and one write, lists look at what they return', async () => {
  await warm();
  await yima.volunteers(['guest1', 'guest2']);
  for (const name of ['guest1', 'guest2', 'qian'] as const) await yima.call(name, 'session.open', {});
  const posted = await yima.counting(() => yima.call('lin', 'wish.post', yima.wish()));
  expect(posted.calls).toEqual({ 'database.insertDocument': 1 });
  const { id } = posted.result;
  await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
  const claimed = await yima.counting(() => yima.call('guest1', 'wish.move', yima.wishMove(id, 'claim')));
  expect(claimed.calls).toEqual({ 'database.getDocument': 1, 'database.modifyDocument': 1 });
  const late = await yima.counting(() => yima.ask('guest2', 'wish.move', yima.wishMove(id, 'queue')));
  expect(late.calls).toEqual({ 'database.getDocument': 1, 'database.modifyDocument': 1 });

  for (let index = 0; index < 45; index++) {
    const one = await yima.call('lin', 'wish.post', yima.wish({ kind: index % 2 ? 'repair' : 'legal' }));
    if (index < 40) await yima.call('qian', 'wish.move', yima.wishMove(one.id, 'approve'));
  }
  const { scene } = yima.wish();
  for (const wall of [{}, { near: true }, { kind: 'legal' }, { fit: true }]) {
    const list = await yima.counting(() =>
      yima.call('guest1', 'wish.wall', { shelf: 'open', scene, ...wall }),
    );
    expect([wall, list.database, list.result.rows.length]).toEqual([wall, 1, 20]);
    expect(list.examined).toBeLessThanOrEqual(list.result.rows.length + 2);
  }
  for (const [name, box] of [
    ['lin', 'posted'],
    ['guest1', 'held'],
    ['guest1', 'helped'],
    ['guest2', 'waiting'],
    ['qian', 'review'],
    ['qian', 'confirm'],
  ] as const) {
    const list = await yima.counting(() => yima.call(name, 'wish.list', { box }));
    expect([box, list.database]).toEqual([box, 1]);
    expect(list.examined).toBeLessThanOrEqual(list.result.rows.length + 1);
  }
  expect(await yima.emulator.scans()).toEqual([]);
  await yima.emulator.db.collection('wishes').where({}).remove();
});

test('rates: one query for a month, however many tickets; counting costs what changed', async () => {
  await warm();
  const hour = 3_600_000;
  yima.later(hour);
  await yima.tick();
  yima.later(hour);
  const counted = await yima.counting(() => yima.tick());
  // the marker, the areas, then for each of the two areas its changed tickets and today's document, and the marker
  // each kind of case is asked for what is due and, by the hourly witness, for what changed; the witness adds four, points four
  expect(counted.database).toBeLessThanOrEqual(12 + 2 * (await kinds()) + 4 + 4);
  expect((await yima.counting(() => yima.tick())).calls).toEqual({ 'database.getDocument': await kinds() });
  await yima.call('shu', 'rates.read', { from: '2026-03-01', to: '2026-03-31' });
  const month = await yima.counting(() =>
    yima.call('shu', 'rates.read', { from: '2026-03-01', to: '2026-03-31' }),
  );
  expect(month.calls).toEqual({ 'database.getDocument': 1 });
  expect(month.examined).toBeLessThanOrEqual(31);
  expect(await yima.emulator.scans()).toEqual([]);
});

test('the table: read for nothing, tried with one indexed query, saved with one write', async () => {
  await warm();
  const read = await yima.counting(() => yima.call('shu', 'desk.faults', {}));
  expect(read.database).toBe(0);
  const { responsibility } = TOWN;
  const tried = await yima.counting(() => yima.call('shu', 'desk.dryrun', { responsibility }));
  expect(tried.calls).toEqual({ 'database.getDocument': 1 });
  expect(tried.examined).toBeLessThanOrEqual(tried.result.tried + 1);
  const rev = read.result.rev;
  const saved = await yima.counting(() => yima.call('shu', 'desk.save', { responsibility, rev }));
  // the change, and its row in the audit log
  expect(saved.calls).toEqual({ 'database.modifyDocument': 1, 'database.insertDocument': 1 });
  expect(await yima.emulator.scans()).toEqual([]);
});

test('a sweep with nothing due is one call for each kind of case among 100,000 open tickets, and lists cost what they cost', async () => {
  const id = await warm();
  const whole = (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
  for (let batch = 0; batch < 100; batch++) {
    await yima.emulator.db
      .collection('tickets')
      .add(Array.from({ length: 1000 }, (_, index) => bystander(batch * 1000 + index, whole)));
  }
  await yima.tick();
  const idle = await yima.counting(() => yima.tick());
  expect(idle.result).toMatchObject({ looked: 0, moved: 0, told: 0 });
  expect(idle.calls).toEqual({ 'database.getDocument': await kinds() });
  expect(idle.examined).toBeLessThanOrEqual(1);

  for (const [name, box] of [
    ['lin', 'mine'],
    ['zhao', 'work'],
    ['qian', 'pool'],
    ['shu', 'late'],
    ['qian', 'checks'],
    ['sun', 'checks'],
    ['qian', 'calls'],
    ['shu', 'long'],
    ['shu', 'rulings'],
  ] as const) {
    const list = await yima.counting(() => yima.call(name, 'ticket.list', { box }));
    expect([box, list.database]).toEqual([box, 1]);
    expect(list.examined).toBeLessThanOrEqual(list.result.rows.length + 1);
    // Of a full list the page is what it costs, of an empty one nothing.
    expect([box, list.result.rows.length]).toEqual([box, FULL.includes(box) ? 20 : list.result.rows.length]);
  }
  // One index cannot find a person among the measures: the area's open joint matters are looked through, tens of them.
  const together = await yima.counting(() => yima.call('hou', 'ticket.list', { box: 'together' }));
  expect([together.database, together.examined <= JOINT + 1]).toEqual([1, true]);
  const precedents = await yima.counting(() => yima.call('qian', 'desk.precedents', {}));
  expect([precedents.database, precedents.examined <= 201]).toEqual([1, true]);
  expect(precedents.result.rulings).toHaveLength(20);
  expect(await yima.emulator.scans()).toEqual([]);
}, 180_000);

const FULL: readonly string[] = ['late', 'checks', 'calls', 'long'];

/** How many kinds of cases the timer asks for. Loaded late: the functions read their environment when they are loaded. */
const kinds = async () => (await import('@/cloudfunctions/jobs/kinds')).KINDS.length;

/** An open ticket of somebody else in the same area, in all the places where lists look. */
/** Matters that several units have in hand in one area. */
const JOINT = 50;

function bystander(index: number, whole: object): object {
  const later = yima.now + (1 + index) * 60_000;
  const nth = index % 100;
  return {
    // Whole enough to be shown, where a list of this test shows it.
    ...(nth >= 1 && nth <= 6 ? whole : {}),
    _id: `t${String(index).padStart(24, '0')}`,
    state: nth === 1 ? 'checking' : nth === 2 ? 'long_term' : nth === 3 ? 'resolved' : 'working',
    area: AREA,
    callAt: nth === 3 ? yima.now - index : null,
    together: (nth === 4 && index < JOINT * 100) || null,
    ruledAt: nth === 5 ? yima.now - index : null,
    ruling: nth === 5 ? { unitName: '', postName: '', text: '', at: yima.now } : null,
    history: [],
    slips: [],
    reporter: { id: `u_${index % 30_000}` },
    handler: { person: `s_${index % 500}`, unit: nth === 1 ? 'grid-v01' : `unit-${index % 40}` },
    openedAt: later - DAY,
    closedAt: null,
    dueAt: later,
    // One in a hundred is late already.
    runsOut: nth === 6 ? yima.now - 1 - index : later,
    wakeAt: later,
    beyondCoverage: false,
  };
}
