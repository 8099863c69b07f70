/** Somebody does the next thing with a ticket: read, decide, one conditional write. Holds no rule of its own. */

import { Refusal } from '@/domain/flow/refusal';
import type { Area } from '@/domain/org/org';
import type { Chosen } from '@/domain/ticket/command';
import { asOfToday } from '@/domain/ticket/desk';
import { type TicketCommand, ticketFlow, visibleTo } from '@/domain/ticket/flow';
import { solversOf } from '@/domain/ticket/judge';
import { shieldedFrom } from '@/domain/ticket/shield';
import type { Ticket } from '@/domain/ticket/ticket';
import { needsSuccessor } from '@/domain/ticket/verdict';
import { DAY, MINUTE } from '@/domain/time/day';
import { area, calendarOf } from '../../runtime/directory';
import { choose, named } from '../../runtime/dispatch';
import { requireOwnPhotos, requireOwnVoices, withVoices } from '../../runtime/files';
import { signed } from '../../runtime/serve';
import { entryOf, isRepeat, once, type Submit } from '../../runtime/submit';
import { calendarFor, listsAbove, openedTo, tickets, today } from '../../runtime/tickets';
import { keepTicketThread, wishThread } from '../../runtime/wish-thread';
import { viewOf } from './view';

export const moveTicket = signed<'ticket.move'>(
  async (
    { id, post, person, parent: parentId, helpers, measures, voices, ...said },
    { actor, now, sent },
  ) => {
    const evidence = { ...spoken(said, voices), sent };
    const stored = await tickets.read(id);
    const found = await today(stored);
    if (found && isAnswered(found, { ...evidence, actor }, now)) {
      const calendar = await calendarFor(found);
      return viewOf(found, { actor, now, calendar, unsealed: lookedWith(found, evidence, now) });
    }

    const ticket = openedTo(found, actor);
    const sender = { person: actor.id, of: id, now };
    const photos = [...requireOwnPhotos(sender, evidence.photos), ...requireOwnVoices(sender, voices)];
    const home = await area(ticket.orgPath);
    const chosen = (wanted: { post: string; person: string }) => named(home, ticket.orgPath, wanted, now);
    const parent = parentId ? ((await tickets.read(parentId)) ?? undefined) : undefined;
    const assignment =
      post && person ? chosen({ post, person }) : await successor(ticket, evidence.move, home, now);
    // whoever gets it works by their own hours
    const calendar = assignment ? await calendarOf(assignment.unit) : await calendarFor(ticket);
    const command: TicketCommand = {
      ...evidence,
      ...(parent && { parent }),
      ...(evidence.kind && { thread: wishThread(ticket, evidence.kind, now) }),
      photos,
      assignment,
      assignments: helpers?.map(chosen) ?? [],
      measures: measures?.map(({ text, until, ...to }) => ({ assignment: chosen(to), text, until })) ?? [],
      actor,
      calendar,
      now,
    };
    const above = await listsAbove(ticket, home);
    const saved = await once(
      tickets,
      stored ?? ticket,
      command,
      (current) => ticketFlow.decide(asOfToday(current, home, above), command).next,
    );
    await keepTicketThread(saved);
    return viewOf(saved, {
      actor,
      now,
      calendar: await calendarFor(saved),
      unsealed: evidence.move === 'look',
    });
  },
);

/** A voice note goes with a note or an answer alone: it is no evidence of work. Its words are its length. */
function spoken<S extends { readonly move: string; readonly text?: string | undefined }>(
  said: S,
  voices: readonly string[] = [],
): S {
  if (voices.length === 0) return said;
  if (said.move !== 'note' && said.move !== 'answer') throw new Refusal('BAD_INPUT', { field: 'voices' });
  return { ...said, text: withVoices(said.text ?? '', voices) };
}

/**
 * The same submit once more: the answer is what it has already become. Who has given the matter away with it (returned,
 * transferred) hears so for a day, as the first answer may have been lost; then it is as any other that is not theirs.
 */
function isAnswered(ticket: Ticket, submit: Submit, now: number): boolean {
  const first = entryOf(ticket, submit);
  return first !== undefined && (now <= first.at + DAY || visibleTo(ticket, submit.actor))
    ? isRepeat(ticket, submit)
    : false;
}

/** A look whose answer was lost: it stands in the story already, and is answered once more for a minute. */
function lookedWith({ history }: Ticket, { move, key }: Pick<Submit, 'move' | 'key'>, now: number): boolean {
  const entry = history.find((each) => each.key === key);
  return move === 'look' && entry?.move === 'look' && now <= entry.at + MINUTE;
}

/** Who takes up a result that may be refused: somebody who has not given one for this ticket. */
async function successor(ticket: Ticket, move: string, home: Area, now: number): Promise<Chosen | null> {
  if (!needsSuccessor(ticket, move)) return null;
  const except = [...solversOf(ticket), ...shieldedFrom(ticket.against, home)];
  return choose(home, ticket.service, ticket.orgPath, now, except);
}
