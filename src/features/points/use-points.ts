/** A person's own points, and an appeal against an entry. */
import type { EntryView, PointsView } from '@/contract/points';
import { call, type Loaded, say, useLoaded } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { ENTRY } from './words';

export interface PointsOnScreen extends Pick<Loaded<PointsView>, 'screen' | 'reload'> {
  readonly doing: boolean;
  /** True once it is on its way. */
  readonly appeal: (area: string, entry: EntryView, text: string) => Promise<boolean>;
}

export function usePoints(): PointsOnScreen {
  const { screen, reload } = useLoaded(() => call('points.mine', {}), []);
  const { doing, send } = useSubmit();
  return {
    screen,
    reload,
    doing: doing !== null,
    appeal: async (area, { id }, text) => {
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
