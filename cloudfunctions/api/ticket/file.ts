/** A resident sends a request: it is dispatched in the same write, or waits in the pool. */
import type { Input } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import { Refusal } from '@/domain/flow/refusal';
import { answerableNow, assign, candidatesOf } from '@/domain/org/dispatch';
import { type Area, isWithin, type PostKind, placeWords } from '@/domain/org/org';
import { requireComplete } from '@/domain/ticket/filing';
import { type Filing, follow, openTicket } from '@/domain/ticket/open';
import type { Ticket } from '@/domain/ticket/ticket';
import { digest, ticketIdOf, ticketNo } from '../../runtime/digest';
import { area, calendarOf, place, service } from '../../runtime/directory';
import { requireOwnPhotos } from '../../runtime/files';
import { readScene } from '../../runtime/scene';
import { type Signed, signed } from '../../runtime/serve';
import { standingsOf, tickets } from '../../runtime/tickets';
import { viewOf } from './view';

export const fileTicket = signed<'ticket.file'>(async (input, { actor, now }) => {
  const where = await place(readScene(input.scene), now);
  const [what, home] = [await service(input.service), await area(where.orgPath)];
  const answers = requireComplete(what, { ...input, phone: input.contact.phone });
  const photos = requireOwnPhotos(actor.id, input.photos);

  const id = ticketIdOf(actor.id, input.key);
  const filing: Filing = {
    _id: id,
    no: ticketNo(id, now),
    service: what,
    orgPath: where.orgPath,
    place: { id: where._id, name: placeWords(home, where.orgPath) },
    address: input.address || where.name,
    text: input.text,
    answers,
    photos,
    reporter: {
      id: actor.id,
      name: input.contact.name || actor.name || '居民',
      phone: input.contact.phone,
    },
    beneficiary: forWhom(input.onBehalf),
    desk: holding(home, 'dispatcher', where.orgPath),
    leaders: holding(home, 'leader', where.orgPath),
    key: input.key,
    sent: digest(JSON.stringify(input)),
  };
  const parent = input.sameAs ? await tickets.read(input.sameAs) : null;
  const follower = parent && follow(filing, parent, { calendar: await calendarOf(null), now });
  const assignment = follower ? null : await choose(home, what, where.orgPath, { actor, now });
  const calendar = await calendarOf(assignment?.unit);
  const ticket = await tickets.insert(follower ?? openTicket(filing, { assignment, calendar, now }));
  if (ticket.sent !== filing.sent) throw new Refusal('KEY_REUSED', { field: 'key' });
  return viewOf(ticket, { actor, now, calendar });
});

/** The person who gets it and why, or null for the pool. Never the reporter themselves. */
async function choose(
  home: Area,
  what: Service,
  path: string,
  { actor, now }: Pick<Signed, 'actor' | 'now'>,
) {
  const except = actor.staff ? [actor.staff.id] : [];
  const target = answerableNow(home, what, path, now, except);
  if (!target) return null;
  const candidates = candidatesOf(home, target, now, except).map((person) => person.id);
  const standings = await standingsOf(candidates, { path, now });
  const chosen = assign(home, target, now, standings, except);
  const unit = home.units.find((candidate) => candidate.id === target.post.unit);
  return chosen && unit ? { ...chosen, unit } : null;
}

/** The person it is for. A name is needed to ask for them, and a phone to call them. */
function forWhom(given: Input<'ticket.file'>['onBehalf']): Ticket['beneficiary'] {
  if (!given) return null;
  const { name, phone, callback } = given;
  if (!name) throw new Refusal('BENEFICIARY_REQUIRED', { field: 'onBehalf.name' });
  if (callback === 'phone' && !phone) throw new Refusal('PHONE_REQUIRED', { field: 'onBehalf.phone' });
  return { name, phone, callback };
}

/** Who holds this kind of post over a place: the desk that sees what nobody has, the leaders who hear of lateness. */
function holding(home: Area, kind: PostKind, path: string): string[] {
  return home.posts
    .filter((post) => post.kind === kind && isWithin(path, post.path))
    .flatMap((post) => post.holders.map((holder) => holder.person));
}
