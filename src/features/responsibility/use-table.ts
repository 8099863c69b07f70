/** The table of responsibility: read, tried, saved. */
import type { DryRunView, TableView } from '@/contract/desk';
import { call, type Screen, say, useDoing, useLoaded } from '@/src/platform';
import { changed, type Edit } from './change';
import { RULE } from './words';

export interface TableActs {
  readonly screen: Screen<TableView>;
  readonly doing: boolean;
  /** What the change would move; null when the cloud did not answer, and that has been said. */
  tryOut: (id: string, edit: Edit) => Promise<DryRunView | null>;
  /** True once it is in force. */
  save: (id: string, edit: Edit) => Promise<boolean>;
}

export function useTable(): TableActs {
  const { screen, replace } = useLoaded(() => call('desk.faults', {}), []);
  const { doing, act } = useDoing();
  const table = screen.state === 'ready' ? screen.data : null;
  const edited = (id: string, edit: Edit) =>
    changed(
      (table?.rules ?? []).map(({ rule }) => rule),
      id,
      edit,
    );
  return {
    screen,
    doing,
    tryOut: async (id, edit) => {
      let answer: DryRunView | null = null;
      await act(async () => {
        answer = await call('desk.dryrun', { responsibility: edited(id, edit) });
      });
      return answer;
    },
    save: async (id, edit) => {
      const input = { responsibility: edited(id, edit), rev: table?.rev ?? 0 };
      const done = await act(() => replace(() => call('desk.save', input)));
      if (done) say(RULE.saved);
      return done;
    },
  };
}
