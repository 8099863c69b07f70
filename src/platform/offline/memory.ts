/**
 * The last answers of what is read every day, for when there is no network. Bounded in number, size and age; forgotten
 * when another person takes the phone. In WeChat storage belongs to the person already.
 */
import { forget, keep, personal, recall } from '../storage';
import { bounded, type Note, OLDEST } from './notes';

/** Answers that are kept: what a person looks at, never what was shown once for a reason. */
const KEPT: readonly string[] = [
  'session.open',
  'place.read',
  'ticket.list',
  'ticket.read',
  'notice.list',
  'desk.replies',
];

const INDEX = 'seen';
const index = (): string => personal(INDEX);
const slot = (question: string): string => personal(`${INDEX}.${question}`);
const notes = (): readonly Note[] => recall<Note[]>(index()) ?? [];

/** What would answer this question next time, or null for what is not kept: a move answers the reading of its ticket. */
function questionOf(action: string, input: object): string | null {
  if (action === 'ticket.move' && 'id' in input && 'move' in input && input.move !== 'look')
    return questionOf('ticket.read', { id: input.id });
  if (!KEPT.includes(action) || 'after' in input) return null;
  return `${action}${JSON.stringify(input)}`;
}

export function note(action: string, input: object, data: unknown): void {
  const question = questionOf(action, input);
  if (!question) return;
  const size = JSON.stringify(data).length;
  const { stay, go } = bounded(notes(), { question, at: Date.now(), size });
  for (const old of go) forget(slot(old.question));
  keep(index(), keep(slot(question), data) ? stay : stay.slice(1));
}

/** The last answer and when it was given, or null. */
export function last(action: string, input: object): { data: unknown; at: number } | null {
  const question = action === 'ticket.move' ? null : questionOf(action, input);
  const found = notes().find((each) => each.question === question);
  const data = found && found.at > Date.now() - OLDEST ? recall(slot(found.question)) : null;
  return found && data !== null ? { data, at: found.at } : null;
}

export function forgetAnswers(): void {
  for (const { question } of notes()) forget(slot(question));
  forget(index());
}
