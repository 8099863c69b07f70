/**
 * A wish that is really a ticket, and a ticket that is really a wish: one thread, both sides name the other.
 *
 * Two documents never change together. The wish is moved first and names the ticket's id, which follows from the wish;
 * the ticket is opened right after, and again by the sweep before anybody is told, should that have failed: it comes
 * into being exactly once.
 */
import { Refusal } from '@/domain/flow/refusal';
import type { Thread } from '@/domain/flow/thread';
import { placeWords, postAt } from '@/domain/org/org';
import { whoMay } from '@/domain/org/policy';
import { deskOf } from '@/domain/ticket/desk';
import { openTicket } from '@/domain/ticket/open';
import type { Ticket } from '@/domain/ticket/ticket';
import { isSampled } from '@/domain/ticket/verdict';
import { teamsFor } from '@/domain/volunteer/teams';
import { kindOf } from '@/domain/wish/kinds';
import { postWish, withoutNumbers } from '@/domain/wish/open';
import type { Wish } from '@/domain/wish/wish';
import { digest, ticketIdOf, ticketNo } from './digest';
import { area, calendarOf } from './directory';
import { choose } from './dispatch';
import { drawLot } from './lot';
import { service } from './menu';
import { listsAbove, tickets } from './tickets';
import { wishes, wishIdOf, wishNo } from './wishes';

/** The ticket that a wish becomes when it is turned now. */
export function ticketThread(wish: Wish, now: number): Thread {
  const id = ticketIdOf(wish.poster.id, `wish:${wish._id}`);
  return { kind: 'ticket', id, no: ticketNo(id, now) };
}

/** Opens the ticket that a wish has become, unless it is there; does nothing for any other wish. Gives the wish back. */
export async function keepWishThread(wish: Wish): Promise<Wish> {
  const turned = wish.history.findLast((entry) => entry.move === 'turn');
  const { became } = wish;
  if (became?.kind !== 'ticket' || !turned || (await tickets.read(became.id))) return wish;
  const [what, home] = [await service(String(turned.about?.service), wish.orgPath), await area(wish.orgPath)];
  const { poster, wisher, orgPath } = wish;
  const placed = { orgPath, against: null };
  const assignment = await choose(home, what, orgPath, turned.at, []);
  await tickets.insert(
    openTicket(
      {
        _id: became.id,
        no: became.no,
        service: what,
        orgPath,
        place: { id: wish.place.id, name: placeWords(home, orgPath) },
        address: wish.address,
        text: `${wish.text}\n（由微心愿 ${wish.no} 转来）`,
        answers: [],
        photos: [],
        reporter: { id: poster.id, name: poster.name, phone: poster.phone },
        beneficiary: beneficiaryOf(wisher),
        ...deskOf(placed, home, await listsAbove(placed, home)),
        sampled: isSampled(drawLot(), home.checkShare),
        against: null,
        sealed: false,
        from: { kind: 'wish', id: wish._id, no: wish.no },
        key: `wish:${wish._id}`,
        sent: digest(wish._id),
      },
      { assignment, calendar: await calendarOf(assignment?.unit), now: turned.at },
    ),
  );
  return wish;
}

/** The wish that a ticket becomes when it is turned now. Refuses WISH_KIND_UNKNOWN. */
export function wishThread(ticket: Ticket, kindId: string, now: number): Thread {
  if (!kindOf(kindId)) throw new Refusal('WISH_KIND_UNKNOWN', { field: 'kind' });
  const id = wishIdOf(ticket.reporter.id, `ticket:${ticket._id}`);
  return { kind: 'wish', id, no: wishNo(id, now) };
}

/** Posts the wish that a ticket has become, unless it is there; does nothing for any other ticket. Gives the ticket back. */
export async function keepTicketThread(ticket: Ticket): Promise<Ticket> {
  const turned = ticket.history.findLast((entry) => entry.move === 'become');
  if (ticket.state === 'became' && turned && ticket.reporter.id)
    await wishFromTicket(ticket, String(turned.about?.kind), turned.at);
  return ticket;
}

/** Who is asked how it went, when the wish was not the poster's own: by phone where there is one, else at the door. */
function beneficiaryOf({ sort, name, phone, guardian }: Wish['wisher']): Ticket['beneficiary'] {
  if (sort === 'self') return null;
  const asked = guardian ?? { name, phone };
  return { ...asked, callback: asked.phone ? 'phone' : 'door' };
}

/**
 * Posts the wish that a ticket really is; it waits for review as any other, in its reporter's name. Asked twice, it is
 * the same wish. Refuses WISH_KIND_UNKNOWN. Numbers that somebody wrote into the ticket do not come along.
 */
export async function wishFromTicket(
  ticket: Pick<
    Ticket,
    '_id' | 'no' | 'service' | 'orgPath' | 'place' | 'address' | 'text' | 'reporter' | 'beneficiary'
  >,
  kindId: string,
  now: number,
): Promise<Wish> {
  const kind = kindOf(kindId);
  if (!kind) throw new Refusal('WISH_KIND_UNKNOWN', { field: 'kind' });
  const home = await area(ticket.orgPath);
  const key = `ticket:${ticket._id}`;
  const id = wishIdOf(ticket.reporter.id, key);
  const { beneficiary, reporter } = ticket;
  return wishes.insert(
    postWish(
      {
        _id: id,
        no: wishNo(id, now),
        kind,
        text: withoutNumbers(ticket.text) || kind.name,
        orgPath: ticket.orgPath,
        place: { id: ticket.place.id, name: ticket.place.name },
        address: ticket.address,
        poster: { ...reporter, staff: false },
        wisher: beneficiary
          ? { sort: 'adult', name: beneficiary.name, phone: beneficiary.phone, guardian: null }
          : { sort: 'self', name: reporter.name, phone: reporter.phone, guardian: null },
        unit: postAt(home, 'grid-worker', ticket.orgPath)?.unit ?? '',
        desk: whoMay(home, 'reviewWishes', ticket.orgPath),
        from: { kind: 'ticket', id: ticket._id, no: ticket.no },
        teams: teamsFor(home.teams, ticket.service.id).map(({ id: team, name }) => ({ id: team, name })),
        key,
        sent: digest(ticket._id),
      },
      now,
    ),
  );
}
