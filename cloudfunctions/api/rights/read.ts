/** What is held about a person and why, who looked at what was sealed, and what they agreed to. */
import type { RightsView } from '@/contract/rights';
import { HOLDINGS, type HoldingId } from '@/domain/rights/holdings';
import { CONSENT_WORDS, SAID } from '@/domain/rights/words';
import { isOpen as isTicketOpen } from '@/domain/ticket/lifecycle';
import { sayWhen } from '@/domain/time/words';
import { isOpen as isWishOpen } from '@/domain/wish/lifecycle';
import { countDeeds } from '../../runtime/audit';
import { budgetOf } from '../../runtime/budget';
import { countOf } from '../../runtime/held';
import { type Signed, signed } from '../../runtime/serve';
import { tickets } from '../../runtime/tickets';
import { wishes } from '../../runtime/wishes';

export const readRights = signed<'rights.read'>((_, call) => rightsOf(call));

/** One page of each of the person's lists and one count of each kind: nine calls, however much there is. */
export async function rightsOf({ actor, now }: Signed): Promise<RightsView> {
  const [mine, posted] = [
    await tickets.list({ is: { 'reporter.id': actor.id }, sort: 'openedAt', direction: 'desc' }),
    await wishes.list({ is: { 'poster.id': actor.id }, sort: 'openedAt', direction: 'desc' }),
  ];
  const counts: Record<HoldingId, number | null> = {
    profile: null,
    tickets: await countOf('tickets', { 'reporter.id': actor.id }),
    wishes: await countOf('wishes', { 'poster.id': actor.id }),
    parts: await countOf('participations', { person: actor.id }),
    points: await countOf('returns', { 'owner.id': actor.id }),
    notices: await countOf('notices', { to: actor.id }),
    deeds: await countDeeds(actor.id),
  };
  const messages = Object.values((await budgetOf(actor.id))?.left ?? {}).reduce((sum, n) => sum + n, 0);
  return {
    held: HOLDINGS.map((each) => ({ ...each, count: counts[each.id] })),
    looks: mine.rows
      .flatMap((ticket) =>
        ticket.history
          .filter(({ move }) => move === 'look')
          .map(({ at, by, text = '' }) => ({
            ticket: ticket._id,
            no: ticket.no,
            title: ticket.service.name,
            who: by.name,
            why: text,
            at,
          })),
      )
      .sort((one, other) => other.at - one.at)
      .map(({ at, ...look }) => ({ ...look, when: sayWhen(at, now) })),
    consents: [
      ...(actor.phone || (actor.name && !actor.staff) ? (['contact'] as const) : []),
      ...(messages > 0 ? (['messages'] as const) : []),
      ...(actor.volunteer ? (['volunteer'] as const) : []),
    ].map((id) => ({
      id,
      title: CONSENT_WORDS[id].title,
      line: id === 'messages' ? SAID.left(messages) : CONSENT_WORDS[id].line,
    })),
    addresses: [
      ...mine.rows
        .filter(({ state, address }) => isTicketOpen(state) && address)
        .map(({ _id, service, address }) => ({ id: _id, title: service.name, address })),
      ...posted.rows
        .filter(({ state, address }) => isWishOpen(state) && address)
        .map(({ _id, kind, address }) => ({ id: _id, title: kind.name, address })),
    ],
  };
}
