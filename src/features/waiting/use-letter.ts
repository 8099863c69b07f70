/** What a person may do with one letter that waits. */
import { ask, isLocal, offline, say } from '@/src/platform';
import type { Waiting } from '@/src/platform/offline/queue';
import { WAITING } from './words';

export interface LetterOnScreen {
  /** Photos that have not arrived. */
  readonly missing: number;
  /** They may be left behind: it cannot have arrived as it is. */
  readonly mayGoWithout: boolean;
  readonly now: () => void;
  readonly wordsFirst: () => void;
  readonly giveUp: () => void;
}

export function letterOf({ letter, asked, refused }: Waiting): LetterOnScreen {
  const { key, photos = [] } = letter.input;
  const missing = photos.filter(isLocal).length;
  const post = () => offline().then((parts) => parts.post);
  const failed = () => say(WAITING.say);
  const asking = async (what: { title: string; words: string; yes: string }, yes: () => Promise<void>) => {
    if (await ask(what.title, what.words, what.yes)) await yes();
  };
  return {
    missing,
    mayGoWithout: missing > 0 && !asked,
    now: () => void post().then((box) => box.retry(key), failed),
    wordsFirst: () =>
      void asking(WAITING.wordsFirstAsk, () => post().then((box) => box.wordsFirst(key), failed)),
    giveUp: () =>
      void (refused?.code === 'KEY_REUSED'
        ? post().then((box) => box.giveUp(key), failed)
        : asking(WAITING.giveUpAsk, () => post().then((box) => box.giveUp(key), failed))),
  };
}
