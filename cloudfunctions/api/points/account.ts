/** A person's own points: what came, what went, where from. Only ever their own. */
import type { AccountView, EntryView } from '@/contract/points';
import { areaPathOf } from '@/domain/org/org';
import { APPEAL_WITHIN, type Conduct } from '@/domain/points/conduct';
import { type Entry, standing } from '@/domain/points/ledger';
import { ENTRY_WORDS, sayPoints, sayRule, saySoon, saySource } from '@/domain/points/words';
import { sayDate, sayWhen } from '@/domain/time/words';
import { area } from '../../runtime/directory';
import { type Account, accountsOf, conducts, rulesOf } from '../../runtime/points';
import { signed } from '../../runtime/serve';

/** Entries shown; the ledger keeps all. */
const SHOWN = 100;

export const readPoints = signed<'points.mine'>(async (_, { actor, now }) => {
  const [accounts, mine] = await Promise.all([
    accountsOf(actor.id),
    conducts.list({ is: { 'subject.id': actor.id }, sort: 'openedAt', direction: 'desc' }),
  ]);
  const place = accounts[0]?.area ?? actor.volunteer?.places[0] ?? actor.staff?.area ?? '';
  const { rules } = await rulesOf(place && areaPathOf(place));
  return {
    accounts: await Promise.all(accounts.map((account) => viewOf(account, mine.rows, now))),
    rules: rules.map(sayRule),
  };
});

async function viewOf(account: Account, mine: readonly Conduct[], now: number): Promise<AccountView> {
  const { entries } = account;
  const stands = standing(entries);
  const home = await area(account.area);
  return {
    area: account.area,
    areaName: home.name,
    balance: stands.balance,
    soon: saySoon(stands, now),
    entries: entries
      .slice(-SHOWN)
      .reverse()
      .map((entry) => entryOf(entry, account, mine, now)),
  };
}

function entryOf(entry: Entry, account: Account, mine: readonly Conduct[], now: number): EntryView {
  const { id, kind, points, why, source, at, lots = [] } = entry;
  const about = mine.find(
    ({ effect, _id }) => effect === id || (source.kind === 'conduct' && source.id === _id),
  );
  const until = lots[0]?.expiresAt ?? null;
  return {
    id,
    kind,
    points: sayPoints(points),
    why,
    from: `${ENTRY_WORDS[kind]} · ${saySource(source.kind)}`,
    when: sayWhen(at, now),
    good: kind === 'earn' && until !== null ? `${sayDate(until - 1, now)}前有效` : '',
    appealable: !about && isAppealable(account, entry, now),
    conduct: about?._id ?? null,
  };
}

/** An entry that its own case took back, lately, and that was not given back. */
export function isAppealable({ entries }: Pick<Account, 'entries'>, entry: Entry, now: number): boolean {
  const byItself = entry.kind === 'reverse' && entry.source.kind !== 'conduct';
  const undone = entries.some(({ undoes, points }) => undoes === entry.id && points >= 0);
  return byItself && !undone && now < entry.at + APPEAL_WITHIN;
}
