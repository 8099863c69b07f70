/** What real life does to a request: several units, a check, a long wait, a complaint, rulings that repeat, many at once. */
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY, HOUR } from '@/domain/time/day';
import { TOWN } from '@/test/builders/town';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();
const stored = async (id: string): Promise<Ticket> =>
  (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
const filed = async (over: Parameters<typeof yima.filing>[0] = {}, name: Name = 'lin') =>
  (await yima.call(name, 'ticket.file', yima.filing(over))).id;
const move = (name: Name, id: string, what: Parameters<typeof yima.move>[1], given: object = {}) =>
  yima.call(name, 'ticket.move', yima.move(id, what, given));
const refused = (name: Name, id: string, what: Parameters<typeof yima.move>[1], given: object = {}) =>
  yima.outcome(name, 'ticket.move', yima.move(id, what, given));

async function working(over: Parameters<typeof yima.filing>[0] = {}): Promise<string> {
  const id = await filed(over);
  await move('zhao', id, 'sign');
  await move('zhao', id, 'contact', { contact: 'phone' });
  return id;
}
const OFFICE = { post: 'urban', person: 's_hou' };
const GRID = { post: 'grid@v01', person: 's_sun' };

beforeEach(() => yima.later(3 * HOUR));

test('three units on one matter: each answers for its part, the lead for all', async () => {
  const id = await working();
  expect(await yima.outcome('hou', 'ticket.read', { id })).toBe('NOT_FOUND');
  const joint = await move('zhao', id, 'convene', { helpers: [OFFICE, GRID], text: '线路和灯都要换' });
  expect(joint.joint).toMatchObject({
    words: '赵海平请城乡建设办、闫满村网格一起办',
    measures: { length: 2 },
  });
  expect(await refused('zhao', id, 'resolve', { result: 'solved', text: '好了' })).toBe('MEASURES_OPEN');

  const mine = (await yima.call('hou', 'ticket.list', { box: 'together' })).rows;
  expect(mine.map((row) => row.id)).toEqual([id]);
  expect((await yima.call('ma', 'ticket.list', { box: 'together' })).rows).toEqual([]);
  const seen = await yima.call('hou', 'ticket.read', { id });
  expect(seen.joint?.measures.map(({ mine: own }) => own)).toEqual([true, false]);
  expect(seen.reporter.phone).toBe('170****0001');
  expect((await yima.call('lin', 'ticket.read', { id })).joint?.measures.map(({ phone }) => phone)).toEqual([
    '',
    '',
  ]);

  const until = yima.now + 2 * HOUR;
  await move('zhao', id, 'meet', { text: '先断电再换线', measures: [{ ...OFFICE, text: '换主线', until }] });
  expect(await refused('sun', id, 'measure', { measure: 1, text: '好了' })).toBe('MEASURE_REQUIRED');
  for (const measure of [1, 3]) await move('hou', id, 'measure', { measure, text: '换好了' });
  await move('sun', id, 'measure', { measure: 2, text: '灯具领到了' });
  expect(await stored(id)).toMatchObject({ together: null });
  expect((await yima.call('hou', 'ticket.list', { box: 'together' })).rows).toEqual([]);
  expect((await move('zhao', id, 'resolve', { result: 'solved', text: '都好了' })).state).toBe('resolved');
  expect(await yima.emulator.scans()).toEqual([]);
});

test('a dangerous result is checked by somebody else, who finds it on their list', async () => {
  const id = await filed({ service: 'sewer', text: '化粪池满了' });
  await move('ma', id, 'sign');
  await move('ma', id, 'contact', { contact: 'visit' });
  const photos = [await yima.photo('ma', id)];
  expect((await move('ma', id, 'resolve', { result: 'solved', text: '抽走了', photos })).state).toBe(
    'checking',
  );
  expect((await yima.call('lin', 'ticket.read', { id })).say).toContain('换一个人去看过');
  expect((await yima.call('lin', 'ticket.read', { id })).allowed).not.toContain('rate');
  for (const [name, box] of [['qian', 'checks']] as const)
    expect((await yima.call(name, 'ticket.list', { box })).rows.map((row) => row.id)).toContain(id);
  expect(await refused('ma', id, 'check', { passed: true })).toBe('NEEDS_ANOTHER');
  expect(await refused('qian', id, 'check', { passed: false })).toBe('CHECK_REQUIRED');
  expect((await move('qian', id, 'check', { passed: false, text: '井盖没盖好' })).state).toBe('working');
  await move('ma', id, 'resolve', { result: 'solved', text: '盖好了', photos: [await yima.photo('ma', id)] });
  expect((await move('qian', id, 'check', { passed: true })).state).toBe('resolved');
  expect((await yima.call('qian', 'ticket.list', { box: 'calls' })).rows.map((row) => row.id)).not.toContain(
    id,
  );
  yima.later(DAY);
  expect((await yima.call('qian', 'ticket.list', { box: 'calls' })).rows.map((row) => row.id)).toContain(id);
  expect(await yima.emulator.scans()).toEqual([]);
});

test('the second rework goes to somebody else by itself, the third before a leader', async () => {
  const id = await working();
  const unhappy = { level: 1, reasons: ['unsolved'] };
  await move('zhao', id, 'resolve', { result: 'solved', text: '换了灯泡' });
  expect(await move('lin', id, 'rate', unhappy)).toMatchObject({
    state: 'working',
    handler: { name: '赵海平' },
  });
  await move('zhao', id, 'resolve', { result: 'solved', text: '又换了' });
  await move('qian', id, 'check', { passed: true });
  const second = await move('lin', id, 'rate', unhappy);
  expect(second).toMatchObject({ state: 'dispatched', handler: { name: '孙立' }, cycle: 3 });
  // The evening sends no slips.
  yima.later(15 * HOUR);
  await yima.tick();
  expect((await stored(id)).slips).toMatchObject([{ kind: 'supervise' }]);
  await move('sun', id, 'sign');
  await move('sun', id, 'contact', { contact: 'phone' });
  await move('sun', id, 'resolve', { result: 'solved', text: '查了线路' });
  await move('qian', id, 'check', { passed: true });
  expect((await move('lin', id, 'rate', unhappy)).state).toBe('adjudicating');
  expect((await yima.call('shu', 'ticket.list', { box: 'rulings' })).rows.map((row) => row.id)).toContain(id);
  expect((await move('shu', id, 'rule', { ...OFFICE, text: '线路老化，由建设办换线' })).state).toBe(
    'dispatched',
  );
});

test('the long-term list: a date, the reason, news, and the right to object', async () => {
  const id = await working();
  const until = yima.now + 90 * DAY;
  const shelved = await move('shu', id, 'shelve', { code: 'budget', until, text: '等冬季改造的钱' });
  expect(shelved.hold?.words).toMatch(/^长期挂账，到 .*：等资金批复$/);
  expect((await yima.call('shu', 'ticket.list', { box: 'long' })).rows.map((row) => row.id)).toContain(id);
  const mine = await yima.call('lin', 'ticket.read', { id });
  expect(mine.allowed).toEqual(['object', 'withdraw', 'note']);
  expect(mine.clocks.unit?.standing).toBe('长期挂账，办理计时停住');
  yima.later(31 * DAY);
  await yima.tick();
  expect((await stored(id)).history.at(-1)?.move).toBe('askNews');
  yima.later(60 * DAY);
  await yima.tick();
  expect((await stored(id)).state).toBe('working');
});

describe('a complaint', () => {
  const about = (against: { unit: string | null; person: string | null }) => ({
    against,
    text: '他把我的事压着不办',
  });

  test('about the worker goes to somebody else, and is nowhere in the worker’s phone', async () => {
    const units = await yima.call('lin', 'place.units', { scene: yima.filing().scene });
    expect(units.map(({ name }) => name)).toEqual(['闫满村网格', '城乡建设办', '调度室']);
    expect(units[0]?.people.map(({ name }) => name)).toEqual(['赵海平', '孙立']);
    const id = await filed(about({ unit: null, person: 's_zhao' }));
    await yima.tick();
    expect(await stored(id)).toMatchObject({
      handler: { person: 's_sun' },
      sealed: true,
      against: { name: '赵海平' },
    });
    expect(await yima.outcome('zhao', 'ticket.read', { id })).toBe('NOT_FOUND');
    for (const box of ['work', 'unit', 'done', 'together'] as const)
      expect((await yima.call('zhao', 'ticket.list', { box })).rows.map((row) => row.id)).not.toContain(id);
    expect((await yima.call('zhao', 'notice.list', {})).rows.map((row) => row.ticket)).not.toContain(id);
    expect(
      JSON.stringify(
        await yima.call('wang', 'ticket.similar', {
          service: 'street-lamp',
          scene: yima.filing().scene,
          text: '',
        }),
      ),
    ).not.toContain(id);
  });

  test('about the desk and its leader goes to those who lead other units', async () => {
    const id = await filed(about({ unit: 'desk', person: null }));
    expect(await stored(id)).toMatchObject({ desk: ['s_sun', 's_ma'], leaders: [] });
    expect((await yima.call('ma', 'ticket.read', { id })).allowed).toContain('transfer');
    for (const name of ['qian', 'shu'] as const) {
      expect(await yima.outcome(name, 'ticket.read', { id })).toBe('NOT_FOUND');
      for (const box of ['rulings', 'late', 'long'] as const)
        expect((await yima.call(name, 'ticket.list', { box })).rows.map((row) => row.id)).not.toContain(id);
    }
  });

  test('who it is from is shown for a reason, once, and the reporter reads who looked', async () => {
    const id = await filed(about({ unit: null, person: 's_zhao' }));
    const read = await yima.call('sun', 'ticket.read', { id });
    expect(read.reporter).toEqual({ name: '已保密', phone: '', mine: false });
    expect(JSON.stringify(read)).not.toMatch(/林桂芬|林|17000000001/);
    const looked = await move('sun', id, 'look', { text: '要上门核实' });
    expect(looked.reporter).toMatchObject({ name: '林桂芬', phone: '17000000001' });
    expect((await yima.call('sun', 'ticket.read', { id })).reporter.phone).toBe('');
    const again = yima.move(id, 'look', { text: '再看一眼' });
    for (let sent = 0; sent < 2; sent++)
      expect((await yima.call('sun', 'ticket.move', again)).reporter.name).toBe('林桂芬');
    yima.later(2 * 60_000);
    expect((await yima.call('sun', 'ticket.move', again)).reporter.name).toBe('已保密');
    const mine = await yima.call('lin', 'ticket.read', { id });
    expect(mine.sealed?.looks.map(({ who, why }) => [who, why])).toEqual([
      ['孙立', '要上门核实'],
      ['孙立', '再看一眼'],
    ]);
    expect(mine.reporter.phone).toBe('17000000001');
  });

  test('about nobody that is known here is refused', async () => {
    for (const against of [
      { unit: 'nowhere', person: null },
      { unit: null, person: 's_tao' },
      { unit: null, person: null },
    ])
      expect(await yima.outcome('lin', 'ticket.file', yima.filing({ against }))).toBe('AGAINST_UNKNOWN');
  });
});

test('three like rulings are offered to the table', async () => {
  for (let nth = 1; nth <= 3; nth++) {
    const id = await filed({ text: `路灯不亮 ${nth}` });
    await move('zhao', id, 'return', { text: '不归网格' });
    await move('qian', id, 'dispatch', OFFICE);
    await move('hou', id, 'return', { text: '不归建设办' });
    await move('shu', id, 'rule', { ...OFFICE, text: '道路设施由建设办管' });
    const { suggestions, rulings } = await yima.call('qian', 'desk.precedents', { service: 'street-lamp' });
    expect(rulings.length).toBeGreaterThanOrEqual(nth);
    expect(suggestions.filter(({ rule }) => rule.post === 'urban')).toHaveLength(
      nth === 3 || rulings.length > 3 ? 1 : suggestions.length,
    );
  }
  const { suggestions } = await yima.call('shu', 'desk.precedents', {});
  const found = suggestions.find(({ rule }) => rule.post === 'urban');
  expect(found?.words).toContain('城乡建设办的城乡建设办经办人');
  const rule = found?.rule;
  if (!rule) throw new Error('nothing was suggested');
  const responsibility = [...TOWN.responsibility.filter(({ id }) => id !== 'lamp'), rule];
  expect((await yima.call('shu', 'desk.dryrun', { responsibility })).moved).toBeGreaterThan(0);
  expect(await yima.emulator.scans()).toEqual([]);
});

test('the fifth neighbour in two hours makes it one incident with followers', async () => {
  const ids: string[] = [];
  for (let nth = 0; nth < 7; nth++) {
    yima.later(60_000);
    ids.push(await filed({ text: '整条街的灯都不亮' }, `guest${300 + nth}`));
    await yima.tick();
  }
  await yima.tick();
  const all = await Promise.all(ids.map(stored));
  expect(all.map(({ state }) => state)).toEqual([...Array(4).fill('dispatched'), ...Array(3).fill('merged')]);
  expect(all[0]?.followers).toEqual(ids.slice(4));
  expect((await yima.call('guest306', 'ticket.read', { id: ids[6] ?? '' })).say).toContain('是同一件事');
});

test('the desk is shown what is alike, and merges it', async () => {
  yima.later(20 * DAY);
  const first = await filed();
  const second = await filed({}, 'wang');
  const [found] = await yima.call('qian', 'ticket.alike', { id: second });
  expect(found?.id).toBe(first);
  expect(await move('qian', second, 'merge', { parent: found?.id ?? '' })).toMatchObject({ state: 'merged' });
});

test('a request that is really a wish goes on as one: both sides name the other, and its reporter reads on', async () => {
  const id = await filed({
    service: 'roof',
    text: '想请人教孙子写作业',
    contact: { name: '林桂芬', phone: '17000000001' },
  });
  expect(await refused('qian', id, 'become', { kind: 'nothing', text: '这是心愿' })).toBe(
    'WISH_KIND_UNKNOWN',
  );
  const turned = await move('qian', id, 'become', { kind: 'study', text: '志愿者来帮更合适' });
  expect(turned).toMatchObject({ state: 'became', thread: [{ kind: 'wish' }] });
  const wishId = turned.thread[0]?.id ?? '';
  const wish = await yima.call('lin', 'wish.read', { id: wishId });
  expect(wish).toMatchObject({ state: 'posted', thread: [{ kind: 'ticket', id }] });
  await yima.tick();
  const told = (await yima.call('lin', 'notice.list', {})).rows.map(({ words }) => words);
  expect(told).toContain('“申请修缮屋顶”转成了微心愿，请邻里志愿者来帮');
  const danger = await filed({ service: 'sewer', text: '化粪池满了' });
  expect(await refused('qian', danger, 'become', { kind: 'study', text: '这是心愿' })).toBe(
    'TOO_URGENT_TO_TURN',
  );
});
