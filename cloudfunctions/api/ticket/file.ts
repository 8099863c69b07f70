/** A resident sends a request: it is dispatched in the same write, or waits in the pool. */
import type { Input } from '@/contract';
import type { Question, Service } from '@/domain/catalogue/catalogue';
import { Refusal } from '@/domain/flow/refusal';
import { answerable, assign, onDuty } from '@/domain/org/dispatch';
import { type Area, isWithin, placeWords } from '@/domain/org/org';
import { openTicket } from '@/domain/ticket/open';
import type { Ticket } from '@/domain/ticket/ticket';
import { digest, ticketIdOf, ticketNo } from '../../runtime/digest';
import { area, calendarOf, place, service } from '../../runtime/directory';
import { requireOwnPhotos } from '../../runtime/files';
import { readScene } from '../../runtime/scene';
import { type Signed, signed } from '../../runtime/serve';
import { loadsOf, tickets } from '../../runtime/tickets';
import { viewOf } from './view';

export const fileTicket = signed<'ticket.file'>(async (input, { actor, now }) => {
  const where = await place(readScene(input.scene), now);
  const [what, home] = [await service(input.service), await area(where.orgPath)];
  const answers = requireAnswers(what, input.answers);
  if (what.phone === 'required' && !input.contact.phone)
    throw new Refusal('PHONE_REQUIRED', { field: 'contact.phone' });
  const photos = requireOwnPhotos(actor.id, input.photos);

  const id = ticketIdOf(actor.id, input.key);
  const assignment = await choose(home, what, where.orgPath, { actor, now });
  const calendar = await calendarOf(assignment?.unit);
  const fresh = openTicket(
    {
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
      desk: deskOf(home, where.orgPath),
      key: input.key,
      sent: digest(JSON.stringify(input)),
    },
    { assignment, calendar, now },
  );
  const ticket = await tickets.insert(fresh);
  if (ticket.sent !== fresh.sent) throw new Refusal('KEY_REUSED', { field: 'key' });
  return viewOf(ticket, { actor, now, calendar });
});

/** The person who gets it and why, or null for the pool. Never the reporter themselves. */
async function choose(
  home: Area,
  what: Service,
  path: string,
  { actor, now }: Pick<Signed, 'actor' | 'now'>,
) {
  const target = answerable(home, what, path);
  if (!target) return null;
  const except = actor.staff ? [actor.staff.id] : [];
  const loads = await loadsOf(onDuty(home, target.post, now, except).map((person) => person.id));
  const chosen = assign(home, target, now, loads, except);
  const unit = home.units.find((candidate) => candidate.id === target.post.unit);
  return chosen && unit ? { ...chosen, unit } : null;
}

/** The dispatchers of a place: they see it when nobody else does. */
function deskOf(home: Area, path: string): string[] {
  return home.posts
    .filter((post) => post.kind === 'dispatcher' && isWithin(path, post.path))
    .flatMap((post) => post.holders.map((holder) => holder.person));
}

/** Answers in the order of the service's questions; refuses a missing or invented one, and a form that must stop. */
function requireAnswers(what: Service, given: Input<'ticket.file'>['answers']): Ticket['answers'] {
  const known = new Set(what.questions.map((question) => question.id));
  const stranger = given.find((entry) => !known.has(entry.id));
  if (stranger) throw new Refusal('ANSWER_INVALID', { field: 'answers' });
  return what.questions.flatMap((question) => {
    const answer = given.find((entry) => entry.id === question.id)?.answer ?? '';
    check(question, answer);
    return answer ? [{ id: question.id, ask: question.ask, answer }] : [];
  });
}

function check({ id, type, options, required, stops }: Question, answer: string): void {
  const field = `answers.${id}`;
  if (!answer && required) throw new Refusal('ANSWER_MISSING', { field });
  if (answer && type === 'choice' && !options?.includes(answer))
    throw new Refusal('ANSWER_INVALID', { field });
  if (stops?.includes(answer)) throw new Refusal('CALL_EMERGENCY', { field });
}
