/** Whom a dispatcher is offered, and in which order. */
import { START } from '@/test/builders/ticket';
import { ASK, LAMP, STAIRWELL, TOWN } from '@/test/builders/town';
import { offered } from './dispatch';

describe('who is offered when a dispatcher hands it over', () => {
  const at = START;
  const named = (rows: ReturnType<typeof offered>) =>
    rows.map(({ person, why, returned }) => `${person.id} ${why}${returned ? ' returned' : ''}`);

  test('the table’s own first, then the place’s people, then the offices, each with why', () => {
    expect(named(offered(TOWN, LAMP, STAIRWELL, at))).toEqual([
      's_zhao named',
      's_sun local',
      's_ma office',
      's_hou office',
    ]);
    const policy = ASK;
    expect(named(offered(TOWN, policy, STAIRWELL, at))).toEqual([
      's_ma named',
      's_hou named',
      's_zhao local',
      's_sun local',
    ]);
  });

  test('whose unit gave it back comes last, and says so', () => {
    expect(named(offered(TOWN, LAMP, STAIRWELL, at, ['grid-v01'])).slice(-2)).toEqual([
      's_zhao named returned',
      's_sun local returned',
    ]);
  });
});
