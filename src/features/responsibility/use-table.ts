/** The table of responsibility: read, tried, saved. */
import type { DryRunView, TableView } from '@/contract/desk';
import type { Responsibility } from '@/domain/org/org';
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
  /** The same for a line that the table does not have yet. */
  tryAdopting: (rule: Responsibility) => Promise<DryRunView | null>;
  adopt: (rule: Responsibility) => Promise<boolean>;
}

export function useTable(): TableActs {
  const { screen, replace } = useLoaded(() => call('desk.faults', {}), []);
  const { doing, act } = useDoing();
  const table = screen.state === 'ready' ? screen.data : null;
  const rules = (table?.rules ?? []).map(({ rule }) => rule);
  const tryTable = async (responsibility: Responsibility[]) => {
    let answer: DryRunView | null = null;
    await act(async () => {
      answer = await call('desk.dryrun', { responsibility });
    });
    return answer;
  };
  const saveTable = async (responsibility: Responsibility[]) => {
    const input = { responsibility, rev: table?.rev ?? 0 };
    const done = await act(() => replace(() => call('desk.save', input)));
    if (done) say(RULE.saved);
    return done;
  };
  return {
    screen,
    doing,
    tryOut: (id, edit) => tryTable(changed(rules, id, edit)),
    save: (id, edit) => saveTable(changed(rules, id, edit)),
    tryAdopting: (rule) => tryTable([...rules, rule]),
    adopt: (rule) => saveTable([...rules, rule]),
  };
}
