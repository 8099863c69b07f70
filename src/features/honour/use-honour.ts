/** Honours on screen: the list, one of them, a new one. */
import type { Input } from '@/contract';
import type { HonourRow, HonourView } from '@/contract/honour';
import { ask, call, type Screen, say, useList, useLoaded } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { ANNOUNCE, HONOUR } from './words';

/** Those around a scanned place; where the reader works or helps when none is known. */
export const useHonours = (scene: string | null) =>
  useList<HonourRow>(
    (after) => call('honour.list', { ...(scene && { scene }), ...(after !== undefined && { after }) }),
    [scene],
  );

export type HonourSaid = Omit<Input<'honour.move'>, 'id' | 'key' | 'move'>;

export interface HonourOnScreen {
  readonly screen: Screen<HonourView>;
  readonly doing: boolean;
  readonly move: (move: Input<'honour.move'>['move'], said: HonourSaid, words: string) => Promise<boolean>;
  /** Asks first: a ballot is never changed. */
  readonly vote: (choices: string[]) => Promise<boolean>;
}

export function useHonour(id: string): HonourOnScreen {
  const { screen, replace } = useLoaded(() => call('honour.read', { id }), [id]);
  const { doing, send } = useSubmit();
  return {
    screen,
    doing: doing !== null,
    move: async (move, said, words) => {
      const done = await send(move, said, (key) =>
        replace(() => call('honour.move', { ...said, id, key, move })),
      );
      if (done) say(words);
      return done;
    },
    vote: async (choices) => {
      if (!(await ask(HONOUR.voteSure, HONOUR.voteLine, HONOUR.voteYes))) return false;
      const done = await send('vote', choices, () => replace(() => call('honour.vote', { id, choices })));
      if (done) say(HONOUR.thanks);
      return done;
    },
  };
}

export function useAnnounce() {
  const { doing, send } = useSubmit();
  return {
    doing: doing !== null,
    announce: async (honour: Omit<Input<'honour.announce'>, 'key'>) => {
      const done = await send('announce', honour, async (key) => {
        await call('honour.announce', { ...honour, key });
      });
      if (done) say(ANNOUNCE.sent);
      return done;
    },
  };
}

export const useJurors = () => useLoaded(() => call('honour.jurors', {}), []).screen;
