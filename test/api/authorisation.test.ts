/** Every actor × every action has an expected answer; a new action without a row fails. */
import { ACTIONS, type ActionName } from '@/contract';
import { withYima } from '@/test/support/yima';
import { inputOf, subjectOf } from './inputs';
import { ACTORS, readMatrix } from './matrix';

const yima = withYima();
const matrix = readMatrix();

test('every action has its row', () => {
  const named = new Set([...matrix.keys()].map((entry) => entry.split(':')[0]));
  expect([...named].sort()).toEqual(Object.keys(ACTIONS).sort());
});

test.each([...matrix])('%s', async (entry, expected) => {
  const [action, variant = ''] = entry.split(':') as [ActionName, string?];
  const outcomes: Record<string, string> = {};
  const people = await yima.people();
  for (const actor of ACTORS) {
    const id = await subjectOf(yima, action, variant);
    outcomes[actor] = await yima.outcome(actor, action, inputOf(yima, action, variant, id));
    // who asked to be forgotten is needed again
    if (action === 'rights.erase') await yima.people(people);
  }
  expect(outcomes).toEqual(expected);
});

test('“not yours” and “does not exist” are the same answer', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const absent = `t${'0'.repeat(24)}`;
  for (const name of ['wang', 'hou', 'tao'] as const) {
    const answers = await Promise.all(
      [id, absent].map(async (which) => {
        const answer = await yima.ask(name, 'ticket.read', { id: which });
        return answer.ok ? 'ok' : { code: answer.code, message: answer.message, details: answer.details };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  }
});

test('lists show no phone number and no full name of a resident', async () => {
  await yima.call('lin', 'ticket.file', yima.filing({ text: '灯坏了' }));
  for (const name of ACTORS) {
    for (const box of ['mine', 'work', 'unit', 'pool', 'late', 'done']) {
      const answer = JSON.stringify(await yima.ask(name, 'ticket.list', { box }));
      expect(answer).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])|17000000/);
      if (name !== 'lin') expect(answer).not.toContain('林桂芬');
    }
  }
});

test('the resident’s phone is for the handler alone', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const phones = await Promise.all(
    (['lin', 'zhao', 'sun', 'qian', 'shu'] as const).map(
      async (name) => (await yima.call(name, 'ticket.read', { id })).reporter.phone,
    ),
  );
  expect(phones).toEqual(['17000000001', '17000000001', '170****0001', '170****0001', '170****0001']);
});
