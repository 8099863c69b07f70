/** The rules about points: read by all staff, changed as a whole by leaders. */
import type { PointRulesView } from '@/contract/points';
import type { PointRules } from '@/domain/points/rules';
import { call, type Screen, say, useDoing, useLoaded } from '@/src/platform';
import { RULES } from './rules-words';

export interface RulesOnScreen {
  readonly screen: Screen<PointRulesView>;
  readonly doing: boolean;
  /** True once they are in force. */
  readonly change: (over: Partial<PointRules>) => Promise<boolean>;
}

export function usePointRules(): RulesOnScreen {
  const { screen, replace, reload } = useLoaded(() => call('points.rules', {}), []);
  const { doing, act } = useDoing();
  return {
    screen,
    doing,
    change: async (over) => {
      if (screen.state !== 'ready') return false;
      const { rev, rules, grounds, returns } = screen.data;
      const next = { rules, grounds, returns, ...over };
      const done = await act(() =>
        replace(() =>
          call('points.saveRules', {
            rev,
            rules: next.rules.map((rule) => ({ ...rule })),
            grounds: next.grounds.map((ground) => ({ ...ground })),
            returns: { ...next.returns },
          }),
        ),
      );
      if (done) say(RULES.saved);
      // somebody was faster: what is in force now is shown
      else reload();
      return done;
    },
  };
}

/** A name that none of these has. */
export function freshId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (let count = 1; ; count++) if (!ids.has(`${prefix}-${count}`)) return `${prefix}-${count}`;
}
