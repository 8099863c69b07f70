/**
 * What a request still lacks before it becomes a ticket: the service's own questions, a word or a picture, a phone if
 * needed. Without the sentences of refusals, so that a phone can ask the same and stay small.
 */
import type { Question, Service } from '../catalogue/catalogue';

export interface Said {
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly answer: string }[];
  readonly photos: readonly string[];
  readonly phone: string;
}

export const LACKS = [
  'ANSWER_MISSING',
  'ANSWER_INVALID',
  'CALL_EMERGENCY',
  'PHONE_REQUIRED',
  'WORDS_REQUIRED',
] as const;

export interface Lack {
  readonly code: (typeof LACKS)[number];
  readonly field: string;
}

/**
 * The first thing that is wrong, or null: a missing or invented answer, an answer that stops the form (call 110, 119
 * or 120 first), a request that says and shows nothing, and a missing phone where one is needed.
 */
export function lackOf(service: Service, said: Said): Lack | null {
  const known = new Set(service.questions.map((question) => question.id));
  if (said.answers.some((entry) => !known.has(entry.id))) return { code: 'ANSWER_INVALID', field: 'answers' };
  for (const question of service.questions) {
    const code = wrongWith(question, answerTo(question, said));
    if (code) return { code, field: `answers.${question.id}` };
  }
  if (service.phone === 'required' && !said.phone) return { code: 'PHONE_REQUIRED', field: 'contact.phone' };
  // An order says enough by its name; a problem or a question does not.
  const silent = !said.text && said.photos.length === 0 && said.answers.every(({ answer }) => answer === '');
  return service.kind !== 'order' && silent ? { code: 'WORDS_REQUIRED', field: 'text' } : null;
}

/** What was said to a question; '' for nothing. */
export function answerTo({ id }: Question, { answers }: Pick<Said, 'answers'>): string {
  return answers.find((entry) => entry.id === id)?.answer ?? '';
}

function wrongWith({ type, options, required, stops }: Question, answer: string): Lack['code'] | null {
  if (!answer && required) return 'ANSWER_MISSING';
  if (answer && type === 'choice' && !options?.includes(answer)) return 'ANSWER_INVALID';
  return stops?.includes(answer) ? 'CALL_EMERGENCY' : null;
}
