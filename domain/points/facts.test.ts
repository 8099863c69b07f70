import { wishIn } from '@/test/builders/wish';
import { STATES } from '../wish/lifecycle';
import { factsOfWish } from './facts';

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
