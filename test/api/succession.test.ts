/** When somebody leaves a post, their open work goes on: with a colleague, by the table of responsibility, or at the desk. */
import type { Area } from '@/domain/org/org';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY, HOUR } from '@/domain/time/day';
import { AREA, FAR_END, TOWN } from '@/test/builders/town';
import { FAR_SCENE, withYima } from '@/test/support/yima';

const yima = withYima();

/** With a second holder of the stairwell’s post, a far end whose worker is there, and a dispatcher to tell. */
const HOME: Area = {
  ...TOWN,
  persons: TOWN.persons.map((person) => ({ ...person, leave: [] })),
  posts: TOWN.posts,
};

async function area(home: Area): Promise<void> {
  await yima.emulator.db
    .collection('directory')
    .doc(`area:${AREA}`)
    .set({ ...home, rev: await revOf() });
  (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
}
const revOf = async () => {
  const { data } = await yima.emulator.db.collection('directory').doc(`area:${AREA}`).get();
  return ((data[0] as Area | undefined)?.rev ?? 0) + 1;
};
const holding = (post: string, ...persons: string[]): Area => ({
  ...HOME,
  posts: HOME.posts.map((each) =>
    each.id === post ? { ...each, holders: persons.map((person) => ({ person })) } : each,
  ),
});
const stored = async (id: string) =>
  (await yima.emulator.db.collection('tickets').doc(id).get()).data[0] as Ticket;
const movesOf = ({ history }: Ticket) => history.map(({ move }) => move);
const told = async (id: string) => {
  const { data } = await yima.emulator.db.collection('notices').where({ 'about.id': id }).limit(100).get();
  return (data as { to: string; kind: string }[]).map(({ to, kind }) => `${kind}→${to}`);
};
/** Takes the post from its holders on the desk, as the unit’s lead does. */
async function take(post: string, ...left: string[]): Promise<void> {
  const { rev } = await yima.call('shu', 'desk.roster', {});
  await yima.call('shu', 'desk.holders', { post, rev, holders: left.map((person) => ({ person })) });
}

test('a colleague of the same post goes on where it stands, once, and is told', async () => {
  await area(holding('grid@m012', 's_zhao', 's_hou'));
  const { id, handler } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(handler?.name).toBe('赵海平');
  await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
  const before = await stored(id);
  await take('grid@m012', 's_hou');
  // before the timer has rung, too, the name alone opens nothing
  expect(await yima.outcome('zhao', 'ticket.read', { id })).toBe('NOT_FOUND');
  await Promise.all([yima.tick(), yima.tick()]);
  await yima.tick();
  const after = await stored(id);
  expect(after).toMatchObject({
    state: 'working',
    handler: { person: 's_hou', post: 'grid@m012' },
    recount: null,
  });
  expect(after.clocks).toEqual(before.clocks);
  expect(movesOf(after).filter((move) => move === 'succeed')).toHaveLength(1);
  expect(await told(id)).toEqual(expect.arrayContaining(['assigned→s_hou']));
  const { story } = await yima.call('lin', 'ticket.read', { id });
  expect(story.map(({ title }) => title)).toContain('赵海平不再负责，由闫满村网格的侯明接着办');
  expect((await yima.call('hou', 'ticket.read', { id })).reporter.phone).toBe('17000000001');
});

test('with nobody else on the post it goes through dispatch again', async () => {
  await area(HOME);
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await take('grid@m012');
  await yima.tick();
  const after = await stored(id);
  expect(after).toMatchObject({ state: 'dispatched', handler: { person: 's_sun', post: 'grid@v01' } });
  expect(movesOf(after)).toEqual(['file', 'dispatch', 'vacate', 'dispatch']);
  expect(await told(id)).not.toContain('pooled→s_qian');
});

test.each(['dispatched', 'need_info'])(
  'with nobody at all it is in the desk’s pool, from %s',
  async (state) => {
    await area(HOME);
    const { id } = await yima.call('lin', 'ticket.file', yima.filing({ scene: FAR_SCENE() }));
    expect((await stored(id)).handler?.person).toBe('s_away');
    if (state === 'need_info')
      await yima.emulator.db
        .collection('tickets')
        .doc(id)
        .update({ state, lapsesAt: yima.now + 5 * DAY });
    await take('grid@m021');
    await yima.tick();
    const after = await stored(id);
    expect(after).toMatchObject({ state: 'submitted', handler: null, lapsesAt: null, orgPath: FAR_END });
    expect(after.clocks.unit).toBeNull();
    expect(await told(id)).toContain('pooled→s_qian');
    expect((await yima.call('qian', 'ticket.list', { box: 'pool' })).rows.map((row) => row.id)).toContain(id);
  },
);

test('who changes the post within the unit, or leads it, keeps the work; so does who is on leave', async () => {
  await area({
    ...HOME,
    units: HOME.units.map((unit) => (unit.id === 'grid-v01' ? { ...unit, lead: 's_zhao' } : unit)),
  });
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await take('grid@m012');
  await yima.tick();
  expect(await stored(id)).toMatchObject({ state: 'dispatched', handler: { person: 's_zhao' } });
  expect(movesOf(await stored(id))).toEqual(['file', 'dispatch']);
});

test('a person taken off by another door is noticed when the clock looks at the ticket', async () => {
  await area(HOME);
  yima.later(DAY);
  await yima.tick();
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await yima.tick();
  const { path: _, ...rest } = holding('grid@m012', 's_hou');
  await yima.emulator.db.collection('directory').doc(`area:${AREA}`).update(rest);
  for (let hour = 0; hour < 24; hour++) {
    yima.later(HOUR);
    (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
    await yima.tick();
  }
  expect(await stored(id)).toMatchObject({ handler: { person: 's_hou' } });
});
