/** A person's own points, page by page, and an appeal against an entry. */
import { useRef } from 'react';
import type { EntryView, PointsView } from '@/contract/points';
import { call, type Rows, type Screen, say, useList } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { ENTRY } from './words';

export interface PointsOnScreen {
  readonly screen: Screen<Rows<EntryView>>;
  /** What came with the first page. */
  readonly sums: Pick<PointsView, 'accounts' | 'rules'>;
  readonly reload: () => void;
  readonly readMore: () => void;
  readonly doing: boolean;
  /** True once it is on its way. */
  readonly appeal: (entry: EntryView, text: string) => Promise<boolean>;
}

export function usePoints(): PointsOnScreen {
  const sums = useRef<PointsOnScreen['sums']>({ accounts: [], rules: [] });
  const { screen, reload, readMore } = useList<EntryView>(async (after) => {
    const page = await call('points.mine', after === undefined ? {} : { after });
    if (after === undefined) sums.current = page;
    return page;
  }, []);
  const { doing, send } = useSubmit();
  return {
    screen,
    sums: sums.current,
    reload,
    readMore,
    doing: doing !== null,
    appeal: async ({ area, id }, text) => {
      const input = { area, entry: id, text };
      const done = await send('appeal', input, async (key) => {
        await call('points.appeal', { ...input, key });
      });
      if (done) {
        say(ENTRY.sent);
        reload();
      }
      return done;
    },
  };
}
