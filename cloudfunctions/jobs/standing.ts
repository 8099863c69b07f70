/** The timer's part in points, returns, records under review and honours. */
import { CLOCK } from '@/domain/flow/actor';
import { honourDuties, honourFlow, isCountDue } from '@/domain/honour/honour';
import { conductDuties, conductFlow } from '@/domain/points/conduct';
import { returnFlow } from '@/domain/points/returns';
import { conducts, settleConduct } from '../runtime/conduct';
import { countBallots, honours } from '../runtime/honours';
import { deliver } from '../runtime/notices';
import { type Account, accountsDue, quiet, runOut } from '../runtime/points';
import { finish, returns, settlePoints, settleStock } from '../runtime/returns';
import { type Sweeper, sweeper } from './sweeper';

/** What runs out, and what a person is to be told about their points. */
const accounts: Sweeper = {
  name: 'points',
  due: async (now, limit, skip) =>
    (await accountsDue(now, limit, skip)).map((account) => ({
      id: account._id,
      since: account.wakeAt ?? now,
      wake: () => wake(account, now),
    })),
};

async function wake(account: Account, now: number): Promise<{ moved: number; told: number }> {
  const { pending } = account;
  for (const open of pending) await finish(open, now);
  const current = (await runOut(account, now)) ?? account;
  if (current.outbox.length > 0) await deliver(current);
  await quiet(
    current,
    pending.map(({ _id }) => _id),
  );
  return { moved: current.rev - account.rev, told: current.outbox.length };
}

export const STANDING: readonly Sweeper[] = [
  accounts,
  sweeper({
    name: 'conduct',
    cases: conducts,
    flow: conductFlow,
    duties: conductDuties,
    commandFor: async (_, now) => (move) => ({ move, actor: CLOCK, now }),
    async after(subject, now) {
      await settleConduct(subject, now);
      return subject;
    },
  }),
  sweeper({
    name: 'returns',
    cases: returns,
    flow: returnFlow,
    commandFor: async (_, now) => (move) => ({ move, actor: CLOCK, now }),
    async after(subject, now) {
      await settlePoints(subject, now);
      await settleStock(subject);
      return subject;
    },
  }),
  sweeper({
    name: 'honours',
    cases: honours,
    flow: honourFlow,
    duties: honourDuties,
    async commandFor(honour, now) {
      const count = isCountDue(honour, now) ? await countBallots(honour._id) : undefined;
      return (move) => ({ move, actor: CLOCK, now, ...(count && { count }) });
    },
  }),
];
