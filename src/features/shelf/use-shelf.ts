/** The menu on the desk: one service put up, changed or taken down, each saved at once. */
import type { MenuView } from '@/contract/menu';
import type { Service } from '@/domain/catalogue/catalogue';
import { call, type Screen, say, useDoing, useLoaded } from '@/src/platform';
import { SHELF } from './words';

export interface Shelf {
  readonly screen: Screen<MenuView>;
  readonly doing: boolean;
  /** Each answers true once residents see it. */
  put: (service: Service) => Promise<boolean>;
  drop: (id: string) => Promise<boolean>;
}

export function useShelf(): Shelf {
  const { screen, replace, reload } = useLoaded(() => call('desk.menu', {}), []);
  const { doing, act } = useDoing();
  const rev = screen.state === 'ready' ? screen.data.rev : 0;
  const save = async (send: () => Promise<MenuView>, words: string) => {
    const done = await act(() => replace(send));
    if (done) say(words);
    // somebody was faster: what is there now is shown
    else reload();
    return done;
  };
  return {
    screen,
    doing,
    put: (service) => save(() => call('desk.putService', { service: sendable(service), rev }), SHELF.saved),
    drop: (id) => save(() => call('desk.dropService', { id, rev }), SHELF.dropped),
  };
}

/** The same with lists of its own, as the wire wants them. */
function sendable(service: Service) {
  return {
    ...service,
    keywords: [...service.keywords],
    questions: service.questions.map(({ options, stops, ...question }) => ({
      ...question,
      ...(options && { options: [...options] }),
      ...(stops && { stops: [...stops] }),
    })),
  };
}
