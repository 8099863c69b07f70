/** The working calendar: read, changed. */
import type { ActionName, Actions } from '@/contract';
import type { CalendarView } from '@/contract/calendar';
import { call, type Screen, say, useDoing, useLoaded } from '@/src/platform';
import { CALENDAR } from './words';

type Input = Actions[Extract<ActionName, 'desk.closures'>]['in'];
export type Change = Omit<Input, 'rev' | 'unit'>;

export interface CalendarActs {
  readonly screen: Screen<CalendarView>;
  readonly doing: boolean;
  /** True once it is in force. */
  save: (unit: string, change: Change) => Promise<boolean>;
}

export function useCalendar(unit: string | null): CalendarActs {
  const { screen, replace, reload } = useLoaded(
    () => call('desk.calendar', unit === null ? {} : { unit }),
    [unit],
  );
  const { doing, act } = useDoing();
  const view = screen.state === 'ready' ? screen.data : null;
  return {
    screen,
    doing,
    save: async (where, change) => {
      let recounting = 0;
      const done = await act(() =>
        replace(async () => {
          const saved = await call('desk.closures', { unit: where, rev: view?.rev ?? 0, ...change });
          recounting = saved.recounting ?? 0;
          // a change of all units is answered with the first
          return view && saved.unit !== view.unit ? call('desk.calendar', { unit: view.unit }) : saved;
        }),
      );
      if (done) say(CALENDAR.saved(recounting));
      else reload();
      return done;
    },
  };
}
