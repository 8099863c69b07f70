/** Whose desk a ticket is by the posts of today, level by level, and who stands in for whom. */
import { filed, inState } from '@/test/builders/ticket';
import { AREA, hou, ma, OTHER_TOWN, qian, STAIRWELL, shu, sun, TOWN, zhao } from '@/test/builders/town';
import type { Area } from '../org/org';
import { withHolders } from '../org/roster';
import { asOfToday, deskOf, goesUp, leadOf, standsIn } from './desk';
import type { Against, Ticket } from './ticket';

const place = (against: Against | null = null) => ({ orgPath: STAIRWELL, against });
const DESK: Against = { unit: 'desk', person: null, name: '调度室' };
const noDispatcher = withHolders(TOWN, 'dispatcher', []);
const nobody: Area = {
  ...withHolders(noDispatcher, 'leader', []),
  units: TOWN.units.map((unit) => ({ ...unit, lead: null })),
};
/** Another list of the county, with posts over the whole county. */
const COUNTY: Area = {
  ...OTHER_TOWN,
  posts: OTHER_TOWN.posts.map((post) => ({ ...post, path: '370114/' })),
};

test.each<[string, Area, Against | null, string[], string[]]>([
  ['the dispatchers of the place', TOWN, null, ['s_qian'], ['s_shu']],
  ['its leaders, where nobody dispatches', noDispatcher, null, ['s_shu'], ['s_shu']],
  ['the leads of other units, where it is about the desk', TOWN, DESK, ['s_sun', 's_ma'], []],
  ['without whom it is about', TOWN, { unit: null, person: 's_qian', name: '' }, ['s_shu'], ['s_shu']],
  ['nobody of its own area', nobody, null, [], []],
])('%s', (_, home, against, desk, leaders) => {
  expect(deskOf(place(against), home)).toEqual({ desk, leaders });
  expect(goesUp(place(against), home)).toBe(desk.length === 0);
});

test('where nobody of its own is left it goes up: dispatchers over the place first, then leaders, never a town beside', () => {
  expect(deskOf(place(), nobody, [COUNTY]).desk).toEqual(['s_tao']);
  const onlyLeader = { ...COUNTY, posts: COUNTY.posts.filter(({ kind }) => kind === 'leader') };
  expect(deskOf(place(), nobody, [onlyLeader]).desk).toEqual(['s_tao']);
  expect(deskOf(place(), nobody, [OTHER_TOWN]).desk).toEqual([]);
  expect(deskOf(place({ unit: null, person: 's_tao', name: '' }), nobody, [COUNTY]).desk).toEqual([]);
});

test('who stands in is of the desk and still leads the place or a unit of it', () => {
  const office = (who: typeof sun) => who.staff ?? { id: '', area: '', posts: [], leads: [] };
  const ticket = { orgPath: STAIRWELL, desk: ['s_sun', 's_shu', 's_zhao', 's_ma'] };
  expect([sun, shu, ma, zhao, hou, qian].map((who) => standsIn(ticket, office(who)))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  // leading a unit of another area is no part in this one
  expect(standsIn(ticket, { ...office(sun), area: OTHER_TOWN.path })).toBe(false);
});

describe('a ticket as of today', () => {
  const stored: Ticket = { ...inState('working'), outbox: [] };

  test('has today’s desk, leaders and lead; what is the same stays the same', () => {
    const today = asOfToday(stored, TOWN);
    expect([today.desk, today.leaders, today.handler]).toEqual([stored.desk, stored.leaders, stored.handler]);
    const changed = {
      ...withHolders(withHolders(TOWN, 'dispatcher', [{ person: 's_hou' }]), 'leader', [{ person: 's_ma' }]),
      units: TOWN.units.map((unit) => (unit.id === 'grid-v01' ? { ...unit, lead: 's_away' } : unit)),
    };
    const moved = asOfToday(stored, changed);
    expect(moved).toMatchObject({ desk: ['s_hou'], leaders: ['s_ma'], handler: { lead: 's_away' } });
    expect(asOfToday(filed({ pooled: true }), TOWN).handler).toBeNull();
  });

  test('what was promised to who left reaches who is there now', () => {
    const promise = (to: string) => ({ to, kind: 'pooled', at: 1, about: {} });
    const told = {
      ...stored,
      outbox: [promise('s_qian'), promise('s_sun'), promise('s_zhao'), promise('u_lin')],
    };
    const changed = withHolders(TOWN, 'dispatcher', [{ person: 's_hou' }]);
    const to = asOfToday(told, changed).outbox.map((one) => one.to);
    expect(to).toEqual(['s_hou', 's_sun', 's_zhao', 'u_lin']);
  });

  test('a ticket of another area is left as it is', () => {
    expect(asOfToday(stored, OTHER_TOWN)).toBe(stored);
    expect(asOfToday({ ...stored, orgPath: AREA }, TOWN).desk).toEqual(['s_qian']);
  });

  test('the lead hears of it unless it is about them', () => {
    expect(leadOf({ against: null }, TOWN, 'grid-v01')).toBe('s_sun');
    expect(leadOf({ against: { unit: null, person: 's_sun', name: '' } }, TOWN, 'grid-v01')).toBeNull();
    expect(leadOf({ against: null }, TOWN, 'nowhere')).toBeNull();
    expect(leadOf({ against: null }, TOWN, 'desk')).toBeNull();
  });
});
