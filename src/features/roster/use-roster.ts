/** Duty and leave: read, changed. What is changed is drawn from the answer. */

import type { RosterView } from '@/contract/roster';
import type { Holder } from '@/domain/org/org';
import type { Leave } from '@/domain/org/roster';
import { call, type Screen, say, useDoing, useLoaded } from '@/src/platform';
import { AWAY, LEAVE, POST } from './words';

export interface RosterActs {
  readonly screen: Screen<RosterView>;
  readonly doing: boolean;
  reload: () => void;
  /** Each answers true once it is in force. */
  enter: (person: string, leave: Leave) => Promise<boolean>;
  takeBack: (person: string, leave: Leave) => Promise<boolean>;
  hold: (post: string, holders: readonly Holder[]) => Promise<boolean>;
}

/** The roster of a unit; of the reader's own when none is named. */
export function useRoster(unit: string | null): RosterActs {
  const { screen, replace, reload } = useLoaded(
    () => call('desk.roster', unit === null ? {} : { unit }),
    [unit],
  );
  const { doing, act } = useDoing();
  const rev = screen.state === 'ready' ? screen.data.rev : 0;
  const leave = async (input: { person: string; gone?: true } & Leave, words: string) => {
    const done = await act(() => call('desk.leave', input).then(() => reload()));
    if (done) say(words);
    return done;
  };
  return {
    screen,
    doing,
    reload,
    enter: (person, { from, until }) => leave({ person, from, until }, LEAVE.sent),
    takeBack: (person, { from, until }) => leave({ person, from, until, gone: true }, AWAY.ended),
    hold: async (post, holders) => {
      const input = {
        post,
        holders: holders.map(({ person, days }) => ({ person, ...(days && { days: [...days] }) })),
        rev,
      };
      const done = await act(() => replace(() => call('desk.holders', input)));
      // somebody was faster: what is there now is shown
      if (!done) reload();
      else say(POST.saved);
      return done;
    },
  };
}
