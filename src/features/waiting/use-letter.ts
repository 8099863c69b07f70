/** What a person may do with one letter that waits. */
import { ask, isLocal, offline, say } from '@/src/platform';
import type { Waiting } from '@/src/platform/offline/queue';
import { WAITING } from './words';

export interface LetterOnScreen {
  /** Photos and voice notes that have not arrived, in words; '' when all have. */
  readonly missing: string;
  /** They may be left behind: it cannot have arrived as it is. */
  readonly mayGoWithout: boolean;
  readonly now: () => void;
  readonly wordsFirst: () => void;
  readonly giveUp: () => void;
}

export function letterOf({ letter, asked, refused }: Waiting): LetterOnScreen {
  const { key, text, photos = [], voices = [] } = letter.input;
  const [unseen, unheard] = [photos, voices].map((files) => files.filter(isLocal).length) as [number, number];
  // what was said stands for the words, where there are none
  const without = unheard === 0 || text || unseen + unheard < photos.length + voices.length;
  const post = () => offline().then((parts) => parts.post);
  const failed = () => say(WAITING.say);
  const asking = async (what: { title: string; words: string; yes: string }, yes: () => Promise<void>) => {
    if (await ask(what.title, what.words, what.yes)) await yes();
  };
  return {
    missing: unseen + unheard > 0 ? WAITING.missing(unseen, unheard) : '',
    mayGoWithout: unseen + unheard > 0 && !asked && Boolean(without),
    now: () => void post().then((box) => box.retry(key), failed),
    wordsFirst: () =>
      void asking(WAITING.wordsFirstAsk, () => post().then((box) => box.wordsFirst(key), failed)),
    giveUp: () =>
      void (refused?.code === 'KEY_REUSED'
        ? post().then((box) => box.giveUp(key), failed)
        : asking(WAITING.giveUpAsk, () => post().then((box) => box.giveUp(key), failed))),
  };
}
