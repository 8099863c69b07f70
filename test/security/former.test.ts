/**
 * Authority is today's post, never a name in a case. Two people had everything when the case began: its work, its desk, its
 * lead, its place's leadership. One holds no post any more and may what a resident may; the other works in another
 * unit now and may what anybody there may. Each tries every action.
 */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { ActionName } from '@/contract';
import type { Area, Holder } from '@/domain/org/org';
import { DAY } from '@/domain/time/day';
import { inputOf, subjectOf } from '@/test/api/inputs';
import { readMatrix } from '@/test/api/matrix';
import { AREA, OFFICES, SERVICES, TOWN } from '@/test/builders/town';
import { type Name, openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
const FORMER = {
  'holds no post': { name: 'guest801', id: 's_gone', like: 'wang' },
  'works elsewhere': { name: 'guest802', id: 's_moved', like: 'hou' },
} as const satisfies Record<string, { name: Name; id: string; like: 'wang' | 'hou' }>;
const IDS = Object.values(FORMER).map(({ id }) => id);

const persons = [
  ...TOWN.persons,
  ...IDS.map((id) => ({ id, name: id, phone: '17000009999', skills: [], leave: [] })),
];
const holders = (kept: readonly Holder[], ...more: string[]) => [
  ...more.map((person) => ({ person })),
  ...kept,
];
/** While they had everything: first at every post of the place, leads of its unit. */
const then = (id: string): Area => ({
  ...TOWN,
  persons,
  posts: TOWN.posts.map((post) => ({ ...post, holders: holders(post.holders, id) })),
  units: TOWN.units.map((unit) => ({ ...unit, lead: id })),
});
/** Today. */
const NOW: Area = {
  ...TOWN,
  persons,
  posts: TOWN.posts.map((post) =>
    post.id === 'urban' ? { ...post, holders: holders(post.holders, 's_moved') } : post,
  ),
};

async function area(home: Area): Promise<void> {
  const directory = yima.emulator.db.collection('directory');
  await directory.doc('catalogue').set({ offices: OFFICES, services: SERVICES });
  await directory.doc(`area:${AREA}`).set(home);
  (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
}

beforeAll(async () => {
  await yima.emulator.db.collection('people').add(
    Object.values(FORMER).map(({ name, id }) => ({
      _id: personIdOf(openidOf(name)),
      openid: openidOf(name),
      name: '旧同事',
      phone: '17000009998',
      staff: { id, area: AREA },
    })),
  );
});

/** Answers that rest on what others changed meanwhile, or on one's own account, not on who asks. */
const settled = (entry: string) =>
  !/^rights\.erase|^staff\.bind|^desk\.(holders|save|saveReplies|closures|putService|dropService)$/.test(
    entry,
  );

test.each([...readMatrix()].filter(([entry]) => settled(entry)))('%s', async (entry, expected) => {
  const [action, variant = ''] = entry.split(':') as [ActionName, string?];
  const outcomes: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const [what, { name, id, like }] of Object.entries(FORMER)) {
    await area(then(id));
    const subject = await subjectOf(yima, action, variant);
    await area(NOW);
    outcomes[what] = await yima.outcome(name, action, inputOf(yima, action, variant, subject));
    wanted[what] = expected[like];
  }
  expect(outcomes).toEqual(wanted);
});

describe('a ticket that names them everywhere', () => {
  const filed = async (id: string) => {
    for (const kind of ['tickets', 'wishes', 'activities', 'participations', 'honours', 'conduct', 'returns'])
      await yima.emulator.db.collection(kind).where({}).remove();
    await area(then(id));
    const { id: ticket } = await yima.call('lin', 'ticket.file', yima.filing());
    const { data } = await yima.emulator.db.collection('tickets').doc(ticket).get();
    expect(data[0]).toMatchObject({ handler: { person: id, lead: id }, desk: expect.arrayContaining([id]) });
    await area(NOW);
    return ticket;
  };

  test.each(Object.entries(FORMER))(
    'is not there for who %s, and goes on with another',
    async (_, { name, id }) => {
      const ticket = await filed(id);
      expect(await yima.outcome(name, 'ticket.read', { id: ticket })).toBe('NOT_FOUND');
      await yima.tick();
      yima.later(DAY);
      await yima.tick();
      const { data } = await yima.emulator.db.collection('tickets').doc(ticket).get();
      expect(data[0]).toMatchObject({ state: 'dispatched', handler: { person: 's_zhao', unit: 'grid-v01' } });
    },
  );

  test.each(Object.entries(FORMER))(
    'tells who %s nothing more; today’s holders hear of it',
    async (_, { id }) => {
      const ticket = await filed(id);
      await yima.emulator.db.collection('notices').where({}).remove();
      await yima.tick();
      for (let day = 0; day < 8; day++) {
        yima.later(DAY);
        await yima.tick();
      }
      const told = (
        await yima.emulator.db.collection('notices').where({ 'about.id': ticket }).limit(1000).get()
      ).data;
      const to = new Set((told as { to: string }[]).map((notice) => notice.to));
      expect([...to]).not.toContain(id);
      expect([...to]).toEqual(expect.arrayContaining(['s_zhao', 's_sun', 's_shu']));
    },
  );
});
