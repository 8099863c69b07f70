import { activityIn, an, bo, chi, decideActivity, ENDS, MADE, PLACE, partOf } from '@/test/builders/activity';
import { AREA, STAIRWELL } from '@/test/builders/town';
import { moment } from '../time/day';
import { serviceOf } from './flow';
import { openServed } from './open';
import { counts, isCertain, NOTICE, type Participation, totalMinutes } from './participation';

const activity = activityIn('published');
const line = (over: Partial<Participation> = {}): Participation => ({
  ...partOf(activity, an),
  state: 'done',
  minutes: 120,
  settledAt: ENDS,
  ...over,
});

test.each<[string, Partial<Participation>, number]>([
  ['two hours', {}, 120],
  ['hours that two people have yet to agree on', { state: 'unsure' }, 0],
  ['one who did not come', { state: 'absent' }, 0],
  ['what nobody knows the hours of', { minutes: null }, 0],
  ['too short to be written down', { minutes: 0 }, 0],
  ['a training', { theme: 'training' }, 0],
  ['what was deleted', { state: 'erased' }, 0],
])('%s: counts with its minutes', (_, over, minutes) => {
  const part = line(over);
  expect([counts(part), totalMinutes([part, line({ minutes: 6 })])]).toEqual([minutes > 0, minutes + 6]);
});

test.each<[string, Partial<Participation>, number, boolean]>([
  ['after its days of notice', {}, ENDS + NOTICE, true],
  ['a moment before', {}, ENDS + NOTICE - 1, false],
  ['when nobody knows since when', { settledAt: null }, ENDS + NOTICE, false],
  ['when it does not count', { minutes: 0 }, ENDS + NOTICE, false],
])('certain %s', (_, over, now, certain) => {
  expect(isCertain(line(over), now)).toBe(certain);
});

describe('the first moment of a part', () => {
  const gone = decideActivity(activity, 'leave', an, MADE + 3);
  test.each([
    ['who has a place', activity, an, 'seated', 1, MADE + 1, null],
    ['who waits', activity, chi, 'waiting', 1, MADE + 1, null],
    ['who left again', gone, an, 'left', 2, MADE + 3, MADE + 5],
    ['who moved up', gone, chi, 'seated', 2, MADE + 3, null],
    ['who was never in the list', { ...activity, roster: {} }, an, 'left', 0, MADE + 5, MADE + 5],
  ] as const)('%s', (_, list, who, state, turn, since, closedAt) => {
    const part = partOf(list, who, MADE + 5);
    expect(part).toMatchObject({ state, turn, openedAt: since, closedAt, minutes: null, wakeAt: null });
    expect(part.history).toEqual([
      { at: since, move: 'join', by: { id: who.id, name: who.name, role: 'self' } },
    ]);
  });

  test('says of the service what the law lists, and where it comes from', () => {
    expect(partOf(activity, bo)).toMatchObject({
      ...serviceOf(activity),
      title: '河边捡垃圾',
      object: '全体村民',
      place: PLACE,
      organiser: { person: 's_ma', name: '马建' },
      source: { kind: 'activity', id: activity._id, no: activity.no },
      no: activity.no,
      area: AREA,
      orgPath: STAIRWELL,
      person: bo.id,
    });
  });
});

test('a service that was confirmed is done at once, with its minutes by the rules', () => {
  const now = moment('2026-03-11 09:00');
  const served = openServed(
    'h1',
    {
      service: serviceOf(activity),
      who: { person: an.id, name: '安宁', phone: '17000000003' },
      source: { kind: 'wish', id: 'w1', no: 'W1' },
      orgPath: STAIRWELL,
      area: AREA,
      minutes: 100,
    },
    now,
  );
  expect(served).toMatchObject({
    state: 'done',
    source: { kind: 'wish', id: 'w1', no: 'W1' },
    no: 'W1',
    person: an.id,
    minutes: 96,
    settledAt: now,
    closedAt: now,
    outbox: [],
    photos: [],
  });
  expect([isCertain(served, now + NOTICE - 1), isCertain(served, now + NOTICE)]).toEqual([false, true]);
});
