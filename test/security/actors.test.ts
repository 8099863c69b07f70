/**
 * Three more who may try every action, beside the nine of the matrix: a volunteer, somebody who no longer works here, and the
 * timer (or whoever calls as one). Each may exactly what the one they are like may. A volunteer may more only with a wish that hangs on the
 * wall or is in their own hands (`test/api/wishes`).
 */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { ActionName } from '@/contract';
import { inputOf, subjectOf } from '@/test/api/inputs';
import { type ACTORS, readMatrix } from '@/test/api/matrix';
import { AREA } from '@/test/builders/town';
import { contextOf, type Name, openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
const [VOLUNTEER, FORMER] = ['guest901', 'guest902'] as const;

type Column = (typeof ACTORS)[number];
interface Extra {
  readonly like: Column;
  readonly ask: (action: ActionName, input: unknown) => Promise<string>;
}
const as = (name: Name) => (action: ActionName, input: unknown) => yima.outcome(name, action, input);

const EXTRAS: Readonly<Record<string, Extra>> = {
  volunteer: { like: 'wang', ask: as(VOLUNTEER) },
  'who no longer works here': { like: 'wang', ask: as(FORMER) },
  'the timer': {
    like: 'nobody',
    async ask(action, input) {
      const { main } = await import('@/cloudfunctions/api');
      const context = contextOf({ TCB_SOURCE: 'wx_trigger' });
      const answer = (await main({ action, input, Type: 'Timer' }, context)) as {
        ok: boolean;
        code?: string;
      };
      return answer.ok ? 'ok' : String(answer.code);
    },
  },
};

beforeAll(async () => {
  await yima.volunteers([VOLUNTEER]);
  const openid = openidOf(FORMER);
  await yima.emulator.db.collection('people').add({
    ...{ _id: personIdOf(openid), openid, name: '旧同事', phone: '' },
    // still bound, but no longer in the area's list of persons
    staff: { id: 's_gone', area: AREA },
  });
});

test.each([...readMatrix()].filter(([entry]) => entry !== 'rights.erase'))('%s', async (entry, expected) => {
  const [action, variant = ''] = entry.split(':') as [ActionName, string?];
  const outcomes: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const [name, { like, ask }] of Object.entries(EXTRAS)) {
    const id = await subjectOf(yima, action, variant);
    outcomes[name] = await ask(action, inputOf(yima, action, variant, id));
    wanted[name] = expected[like];
  }
  expect(outcomes).toEqual(wanted);
});
