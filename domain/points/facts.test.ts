import { activityIn, an, ENDS, partOf } from '@/test/builders/activity';
import { wishIn } from '@/test/builders/wish';
import { NOTICE, type Participation } from '../record/participation';
import { STATES } from '../wish/lifecycle';
import { factsOfPart, factsOfWish } from './facts';

test('a wish is worth something once somebody else has confirmed it, and not before', () => {
  const said = STATES.filter((state) => factsOfWish(wishIn(state)).length > 0);
  expect(said.sort()).toEqual(['confirmed', 'thanked']);
});

test('what a team serves of the menu counts as its service, to whoever did it, once for the case', () => {
  const wish = wishIn('confirmed');
  const [fact] = factsOfWish(wish);
  expect(fact).toMatchObject({ kind: 'wish', caseId: wish._id, person: wish.claimer?.id, area: wish.area });
  expect(factsOfWish({ ...wish, teams: [] })).toEqual([fact]);
  expect(factsOfWish({ ...wish, teams: [{ id: 'able', name: '能工巧匠队' }] })).toEqual([
    { ...fact, kind: 'service' },
  ]);
});

describe('hours of an activity', () => {
  const done: Participation = {
    ...partOf(activityIn('published'), an),
    state: 'done',
    minutes: 150,
    settledAt: ENDS,
  };
  const CERTAIN = ENDS + NOTICE;

  test('earn once they are certain, as those hours: changed ones are another fact', () => {
    expect(factsOfPart(done, CERTAIN)).toEqual([
      {
        kind: 'activity',
        caseId: `${done._id}@${ENDS}`,
        person: an.id,
        area: done.area,
        at: ENDS,
        hours: 2.5,
        what: '河边捡垃圾',
      },
    ]);
  });

  test.each<[string, Partial<Participation>, number]>([
    ['open to objection still', {}, CERTAIN - 1],
    [
      'in question',
      { amendment: { by: 's_ma', name: '马建', own: false, at: 1, minutes: 60, text: '' } },
      CERTAIN,
    ],
    ['of somebody who has had them deleted', { person: '' }, CERTAIN],
    ['of a wish, which earns by itself', { source: { kind: 'wish', id: 'w1', no: 'W1' } }, CERTAIN],
    ['of a training', { theme: 'training' }, CERTAIN],
    ['of nobody who was there', { state: 'absent' }, CERTAIN],
  ])('%s earn nothing', (_, over, now) => {
    expect(factsOfPart({ ...done, ...over }, now)).toEqual([]);
  });
});

test('a wish earns for the day on which it was confirmed, and says what it was', () => {
  const wish = wishIn('thanked');
  expect(factsOfWish(wish)).toMatchObject([{ at: wish.closedAt, what: '小修小补' }]);
});
