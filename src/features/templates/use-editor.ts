/** The township's own templates: added and taken away one at a time, saved as a whole. */
import type { RepliesView } from '@/contract/templates';
import type { Reply, ReplyUse } from '@/domain/reply/reply';
import { call, type Screen, say, serverNow, useDoing, useLoaded } from '@/src/platform';
import { forgetReplies } from './use-replies';
import { REPLIES } from './words';

export interface RepliesEditor {
  readonly screen: Screen<RepliesView>;
  readonly doing: boolean;
  /** Each answers true once it is in force. */
  add: (use: ReplyUse, text: string) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
}

export function useEditor(): RepliesEditor {
  const { screen, replace, reload } = useLoaded(() => call('desk.replies', {}), []);
  const { doing, act } = useDoing();
  const view = screen.state === 'ready' ? screen.data : null;
  const save = async (own: readonly Reply[], words: string) => {
    const sent = own.map(({ services, ...reply }) => ({
      ...reply,
      ...(services && { services: [...services] }),
    }));
    const input = { replies: sent, rev: view?.rev ?? 0 };
    const done = await act(() => replace(() => call('desk.saveReplies', input)));
    forgetReplies();
    if (done) say(words);
    // somebody was faster: what is there now is shown
    else reload();
    return done;
  };
  return {
    screen,
    doing,
    add: (use, text) => {
      const id = `own-${serverNow().toString(36)}`;
      return save([...(view?.own ?? []), { id, use, text }], REPLIES.saved);
    },
    remove: (id) =>
      save(
        (view?.own ?? []).filter((reply) => reply.id !== id),
        REPLIES.removed,
      ),
  };
}
