/** A request that is complete becomes a ticket; one that is not is refused. */
import type { Service } from '../catalogue/catalogue';
import { Refusal } from '../flow/refusal';
import { answerTo, lackOf, type Said } from './complete';
import type { Ticket } from './ticket';

export type { Said } from './complete';

/** The answers in the order of the questions. Refuses what `lackOf` finds. */
export function requireComplete(service: Service, said: Said): Ticket['answers'] {
  const lack = lackOf(service, said);
  if (lack) throw new Refusal(lack.code, { field: lack.field });
  return service.questions.flatMap((question) => {
    const answer = answerTo(question, said);
    return answer ? [{ id: question.id, ask: question.ask, answer }] : [];
  });
}
