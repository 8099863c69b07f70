/** Records under review, and what their end does to the ledger. */
import { CONDUCT_STATES, type Conduct, ledgerEffect } from '@/domain/points/conduct';
import { giveBack, penalise, reverse } from '@/domain/points/ledger';
import { Cases } from './cases';
import { post } from './points';

export const conducts = new Cases<Conduct>('conduct', { states: CONDUCT_STATES });

/** Brings the ledger to what a decided case says: takes, gives back, or leaves it. May be done again. */
export async function settleConduct(subject: Conduct, now: number): Promise<void> {
  const effect = ledgerEffect(subject);
  if (!effect) return;
  const source = { kind: 'conduct', id: subject._id };
  await post(subject.subject.id, subject.area, now, ({ entries }) => {
    const { ground, points, entry: undoes, effect: id } = subject;
    const written =
      effect === 'giveBack'
        ? giveBack(entries, { id: `undo:${id}`, undoes: id, why: `恢复：${ground.words}`, source }, now)
        : undoes !== null
          ? reverse(entries, { id, undoes, why: `更正：${ground.words}`, source }, now)
          : penalise(entries, { id, points, why: ground.words, source }, now);
    return written && { entries: [written] };
  });
}
