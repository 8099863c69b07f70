/** Whatever anybody does, in whichever room, and whatever the clock does afterwards: all chains hold. */
import type { ActionName } from '@/contract';
import { DAY } from '@/domain/time/day';
import { verifyAudit } from '@/scripts/audit-verify';
import { inputOf, subjectOf } from '@/test/api/inputs';
import { ACTORS, readMatrix } from '@/test/api/matrix';
import { withYima } from '@/test/support/yima';

const yima = withYima();

test('every row of the matrix by everybody who may, then three weeks of the clock', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const [entry, answers] of readMatrix()) {
    const [action, variant = ''] = entry.split(':') as [ActionName, string?];
    // the last row: whoever asked to be forgotten does nothing more
    const many = action === 'rights.erase' ? 1 : 2;
    for (const name of ACTORS.filter((actor) => answers[actor] === 'ok').slice(0, many))
      await yima.ask(
        name,
        action,
        await inputOf(yima, action, variant, await subjectOf(yima, action, variant)),
      );
  }
  for (let day = 0; day < 21; day += 3) {
    yima.later(3 * DAY);
    await yima.tick();
  }
  quiet.mockRestore();
  const { cases, entries, unmarked, witnesses, faults } = await verifyAudit(yima.emulator.db);
  expect(faults).toEqual([]);
  // only what a builder put straight into the database, as data from before the marks would be
  expect(unmarked).toBeLessThan(entries / 2);
  expect(cases).toBeGreaterThan(50);
  expect(entries).toBeGreaterThan(2 * cases);
  expect(witnesses).toBeGreaterThan(3);
  expect(await yima.emulator.scans()).toEqual([]);
}, 240_000);
