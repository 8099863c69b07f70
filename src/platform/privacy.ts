/** WeChat's privacy guideline: asked when something of the phone is first wanted, never before, and free to refuse. */
import { store, useStore } from './store';

/** WeChat waits for this answer. `button` is the id of the button that was tapped to agree. */
export type AnswerPrivacy = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void;

const asked = store<AnswerPrivacy | null>(null);

export const usePrivacyAsked = (): AnswerPrivacy | null => useStore(asked);

/** WeChat wants to know; an older question that still stands is refused. */
export function askPrivacy(answer: AnswerPrivacy): void {
  asked.get()?.({ event: 'disagree' });
  asked.set(answer);
}

export function answerPrivacy(answer: Parameters<AnswerPrivacy>[0]): void {
  const waiting = asked.get();
  asked.set(null);
  waiting?.(answer);
}
