/** A resident sends a request: it is dispatched in the same write, or waits in the pool. */
import type { Input, TicketView } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import type { Thread } from '@/domain/flow/thread';
import { type Area, placeWords } from '@/domain/org/org';
import { deskOf } from '@/domain/ticket/desk';
import { requireComplete } from '@/domain/ticket/filing';
import { type Filing, follow, openTicket } from '@/domain/ticket/open';
import { shieldedFrom, UNNAMED } from '@/domain/ticket/shield';
import type { Ticket } from '@/domain/ticket/ticket';
import { isSampled } from '@/domain/ticket/verdict';
import { ticketIdOf, ticketNo } from '../../runtime/digest';
import { area, calendarOf, place } from '../../runtime/directory';
import { choose } from '../../runtime/dispatch';
import { namesOf, requireOwnPhotos, requireOwnVoices, withVoices } from '../../runtime/files';
import { drawLot } from '../../runtime/lot';
import { service } from '../../runtime/menu';
import { FILING, spendFor } from '../../runtime/permits';
import { readScene } from '../../runtime/scene';
import { type Signed, signed } from '../../runtime/serve';
import { requireSame } from '../../runtime/submit';
import { calendarFor, listsAbove, tickets } from '../../runtime/tickets';
import { viewOf } from './view';

export const fileTicket = signed<'ticket.file'>(async (input, call) => {
  try {
    return await filed(input, call);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'PHOTO_STALE') throw error;
    // A request that has arrived may be sent again when its photos are too old for another.
    const first = await tickets.read(ticketIdOf(call.actor.id, input.key));
    if (first?.sent !== call.sent) throw error;
    return viewOf(first, { ...call, calendar: await calendarFor(first) });
  }
});

async function filed(input: Input<'ticket.file'>, { actor, now, sent }: Signed): Promise<TicketView> {
  const where = await place(readScene(input.scene), now);
  const [what, home] = [await service(input.service, where.orgPath), await area(where.orgPath)];
  const sender = { person: actor.id, of: FILING, now };
  const voices = requireOwnVoices(sender, input.voices);
  const text = withVoices(input.text, voices);
  const answers = requireComplete(what, { ...input, text, phone: input.contact.phone });
  const photos = [...requireOwnPhotos(sender, input.photos), ...voices];

  const against = accused(home, input.against);
  // Neither the reporter's own work identity nor anybody it is about.
  const around = shieldedFrom(against, home);
  const placed = { orgPath: where.orgPath, against };
  const { desk, leaders } = deskOf(placed, home, await listsAbove(placed, home));
  const id = ticketIdOf(actor.id, input.key);
  const filing: Filing = {
    _id: id,
    no: ticketNo(id, now),
    service: what,
    orgPath: where.orgPath,
    place: { id: where._id, name: placeWords(home, where.orgPath), ...(where.at && { at: where.at }) },
    address: input.address || where.name,
    text,
    answers,
    photos,
    reporter: {
      id: actor.id,
      // as it was typed: a name that was cleared stays cleared
      name: input.contact.name || UNNAMED,
      phone: input.contact.phone,
      ...(actor.staff && { staff: actor.staff.id }),
    },
    beneficiary: forWhom(input.onBehalf),
    desk,
    leaders,
    sampled: isSampled(drawLot(), home.checkShare),
    against,
    sealed: input.sealed ?? against !== null,
    from: input.after ? await takenUp(input.after, actor) : null,
    key: input.key,
    sent,
  };
  const parent = input.sameAs ? await tickets.read(input.sameAs) : null;
  const follower = parent && follow(filing, parent, { calendar: await calendarOf(null), now });
  const except = [...around, ...(actor.staff ? [actor.staff.id] : [])];
  const assignment = follower ? null : await choose(home, what, where.orgPath, now, except);
  const calendar = await calendarOf(assignment?.unit);
  await spendFor(id, actor.id, namesOf(photos));
  const ticket = await tickets.insert(follower ?? openTicket(filing, { assignment, calendar, now }));
  requireSame(ticket, sent);
  return viewOf(ticket, { actor, now, calendar });
}

/** The report that this one takes up again: the same person's, and over. Refuses any other as one that is not there. */
async function takenUp(id: string, actor: Actor): Promise<Thread> {
  const before = await tickets.read(id);
  if (!before || before.reporter.id !== actor.id || before.closedAt === null)
    throw new Refusal('NOT_FOUND', { field: 'after' });
  return { kind: 'ticket', id, no: before.no };
}

/** The unit or person it is about, as their town knows them; refuses one that is not of this area. */
function accused(home: Area, given: Input<'ticket.file'>['against']): Ticket['against'] {
  if (!given) return null;
  const unit = home.units.find(({ id }) => id === given.unit);
  const person = home.persons.find(({ id }) => id === given.person);
  const known = (given.unit === null || unit) && (given.person === null || person) && (unit || person);
  if (!known) throw new Refusal('AGAINST_UNKNOWN', { field: 'against' });
  const whom = {
    unit: unit?.id ?? null,
    person: person?.id ?? null,
    name: [unit?.name, person?.name].filter(Boolean).join(' '),
  };
  return { ...whom, people: shieldedFrom(whom, home) };
}

/** The person it is for. A name is needed to ask for them, and a phone to call them. */
function forWhom(given: Input<'ticket.file'>['onBehalf']): Ticket['beneficiary'] {
  if (!given) return null;
  const { name, phone, callback } = given;
  if (!name) throw new Refusal('BENEFICIARY_REQUIRED', { field: 'onBehalf.name' });
  if (callback === 'phone' && !phone) throw new Refusal('PHONE_REQUIRED', { field: 'onBehalf.phone' });
  return { name, phone, callback };
}
