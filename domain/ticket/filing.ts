/** What a request must say before it becomes a ticket: the service's own questions, a word or a picture, a phone if needed. */
import type { Question, Service } from '../catalogue/catalogue';
import { Refusal } from '../flow/refusal';
import type { Ticket } from './ticket';

export interface Said {
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly answer: string }[];
  readonly photos: readonly string[];
  readonly phone: string;
}

/**
 * The answers in the order of the questions. Refuses a missing or invented answer, an answer that stops the form
 * (call 110, 119 or 120 first), a request that says and shows nothing, and a missing phone where one is needed.
 */
export function requireComplete(service: Service, said: Said): Ticket['answers'] {
  const known = new Set(service.questions.map((question) => question.id));
  if (said.answers.some((entry) => !known.has(entry.id)))
    throw new Refusal('ANSWER_INVALID', { field: 'answers' });
  const answers = service.questions.flatMap((question) => {
    const answer = said.answers.find((entry) => entry.id === question.id)?.answer ?? '';
    check(question, answer);
    return answer ? [{ id: question.id, ask: question.ask, answer }] : [];
  });
  if (service.phone === 'required' && !said.phone)
    throw new Refusal('PHONE_REQUIRED', { field: 'contact.phone' });
  // An order says enough by its name; a problem or a question does not.
  if (service.kind !== 'order' && !said.text && said.photos.length === 0 && answers.length === 0) {
    throw new Refusal('WORDS_REQUIRED', { field: 'text' });
  }
  return answers;
}

function check({ id, type, options, required, stops }: Question, answer: string): void {
  const field = `answers.${id}`;
  if (!answer && required) throw new Refusal('ANSWER_MISSING', { field });
  if (answer && type === 'choice' && !options?.includes(answer))
    throw new Refusal('ANSWER_INVALID', { field });
  if (stops?.includes(answer)) throw new Refusal('CALL_EMERGENCY', { field });
}
