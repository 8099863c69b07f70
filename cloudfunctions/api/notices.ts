/** What a person was told, newest first: as a resident and at work, one list. */
import { pageOf } from '@/domain/budget/page';
import { sayWhen } from '@/domain/time/words';
import { noticesFor, wordsOf } from '../runtime/notices';
import { signed } from '../runtime/serve';

export const listNotices = signed<'notice.list'>(async ({ after }, { actor, now }) => {
  const { rows, next } = await noticesFor(actor.staff ? [actor.id, actor.staff.id] : [actor.id], after);
  return {
    rows: rows.map(({ _id, to, at, kind, about }) => ({
      id: _id,
      page: pageOf(kind, String(about.id), to !== actor.id),
      ticket: String(about.id),
      words: wordsOf({ kind, about }),
      at,
      when: sayWhen(at, now),
      forStaff: to !== actor.id,
    })),
    next,
  };
});
