/** A person's own points: what came, what went, where from. Only ever their own. */
import type { AccountView, EntryView } from '@/contract/points';
import { areaPathOf } from '@/domain/org/org';
import { APPEAL_WITHIN, type Conduct } from '@/domain/points/conduct';
import { type Entry, standing } from '@/domain/points/ledger';
import { ENTRY_WORDS, sayPoints, sayRule, saySoon, saySource } from '@/domain/points/words';
import { sayDate, sayWhen } from '@/domain/time/words';
import { PAGE } from '../../runtime/cases';
import { conducts } from '../../runtime/conduct';
import { area } from '../../runtime/directory';
import { rulesOf } from '../../runtime/point-rules';
import { type Account, accountsOf } from '../../runtime/points';
import { signed } from '../../runtime/serve';

/** The sums with the first page; then only older entries. Two calls. */
export const readPoints = signed<'points.mine'>(async ({ after }, { actor, now }) => {
  const [accounts, mine] = await Promise.all([
    accountsOf(actor.id),
    conducts.list({ is: { 'subject.id': actor.id }, sort: 'openedAt', direction: 'desc' }),
  ]);
  const sums = await Promise.all(accounts.map((account) => sumOf(account, now)));
  const { lines, next } = pageOf(accounts, after);
  const rows = lines.map(({ entry, account }) => ({
    ...entryOf(entry, account, mine.rows, now),
    area: account.area,
    areaName: accounts.length > 1 ? (sums[accounts.indexOf(account)]?.areaName ?? '') : '',
  }));
  if (after) return { accounts: [], rules: [], rows, next };
  const place = accounts[0]?.area ?? actor.volunteer?.places[0] ?? actor.staff?.area ?? '';
  const { rules } = await rulesOf(place && areaPathOf(place));
  return { accounts: sums, rules: rules.map(sayRule), rows, next };
});

interface Line {
  readonly entry: Entry;
  readonly account: Account;
}

/** A page of all ledgers together, newest first. Entries are only ever added at the new end, so the cursor holds. */
function pageOf(accounts: readonly Account[], after: string | undefined) {
  const lines: Line[] = accounts
    .flatMap((account) => account.entries.map((entry) => ({ entry, account })).reverse())
    .sort((a, b) => b.entry.at - a.entry.at);
  const [from, seen = 0] = after === undefined ? [] : after.split('.').map(Number);
  const first = from === undefined ? 0 : lines.filter(({ entry }) => entry.at > from).length + seen;
  const page = lines.slice(first, first + PAGE);
  const last = page.at(-1)?.entry.at;
  if (last === undefined || first + PAGE >= lines.length) return { lines: page, next: null };
  const ties = page.filter(({ entry }) => entry.at === last).length + (last === from ? seen : 0);
  return { lines: page, next: `${last}.${ties}` };
}

async function sumOf({ area: path, entries }: Account, now: number): Promise<AccountView> {
  const stands = standing(entries);
  const { name } = await area(path);
  return { area: path, areaName: name, balance: stands.balance, soon: saySoon(stands, now) };
}

function entryOf(
  entry: Entry,
  account: Account,
  mine: readonly Conduct[],
  now: number,
): Omit<EntryView, 'area' | 'areaName'> {
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
