/** A record under review: read and moved; raised by staff. */
import { useState } from 'react';
import type { ConductRow, ConductView, RecordView } from '@/contract/points';
import type { ConductMove } from '@/domain/points/conduct';
import { call, type Screen, say, useList, useLoaded } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { RAISE } from './words';

export interface ConductOnScreen {
  readonly screen: Screen<ConductView>;
  readonly doing: boolean;
  readonly move: (move: ConductMove, text: string) => Promise<boolean>;
}

export function useConduct(id: string): ConductOnScreen {
  const { screen, replace } = useLoaded(() => call('conduct.read', { id }), [id]);
  const { doing, send } = useSubmit();
  return {
    screen,
    doing: doing !== null,
    move: (move, text) =>
      send(move, text, (key) => replace(() => call('conduct.move', { id, key, move, text }))),
  };
}

export const useConducts = (box: 'mine' | 'desk') =>
  useList<ConductRow>((after) => call('conduct.list', after === undefined ? { box } : { box, after }), [box]);

/** What is said about a record: a ground, or an entry that is wrong. */
export interface Raised {
  readonly ground?: string;
  readonly entry?: string;
  readonly text: string;
}

export function useRaise() {
  const [found, setFound] = useState<RecordView | null>(null);
  const { doing, send } = useSubmit();
  return {
    found,
    doing: doing !== null,
    find: (phone: string) =>
      send('find', phone, async () => {
        setFound(null);
        setFound(await call('conduct.person', { phone }));
      }),
    raise: async (person: string, said: Raised) => {
      const done = await send('raise', [person, said], async (key) => {
        await call('conduct.raise', { ...said, key, person });
      });
      if (done) say(RAISE.sent);
      return done;
    },
  };
}
