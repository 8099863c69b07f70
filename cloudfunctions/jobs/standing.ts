/** The timer's part in points, returns, records under review and honours. */
import { CLOCK } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { honourFlow, isCountDue } from '@/domain/honour/honour';
import { conductFlow } from '@/domain/points/conduct';
import { returnFlow } from '@/domain/points/returns';
import { countBallots, honours } from '../runtime/honours';
import { deliver } from '../runtime/notices';
import {
  type Account,
  accountsDue,
  conducts,
  finish,
  quiet,
  returns,
  runOut,
  settleConduct,
  settleReturn,
} from '../runtime/points';
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
  for (const { _id, item } of pending) await finishOrRefund(account.person, item, _id, now);
  const current = (await runOut(account, now)) ?? account;
  if (current.outbox.length > 0) await deliver(current);
  await quiet(
    current,
    pending.map(({ _id }) => _id),
  );
  return { moved: current.rev - account.rev, told: current.outbox.length };
}

/** A return whose function died after the payment; that the shelf is empty is then no news for the jobs. */
async function finishOrRefund(...[person, item, id, now]: Parameters<typeof finish>): Promise<void> {
  try {
    await finish(person, item, id, now);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'RETURN_GONE') throw error;
  }
}

export const STANDING: readonly Sweeper[] = [
  accounts,
  sweeper({
    name: 'conduct',
    cases: conducts,
    flow: conductFlow,
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
      await settleReturn(subject, now);
      return subject;
    },
  }),
  sweeper({
    name: 'honours',
    cases: honours,
    flow: honourFlow,
    async commandFor(honour, now) {
      const count = isCountDue(honour, now) ? await countBallots(honour._id) : undefined;
      return (move) => ({ move, actor: CLOCK, now, ...(count && { count }) });
    },
  }),
];
