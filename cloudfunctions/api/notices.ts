/** What a person was told, newest first: as a resident and at work, one list. */
import { sayNotice } from '@/domain/ticket/words';
import { sayWhen } from '@/domain/time/words';
import { noticesFor } from '../runtime/notices';
import { signed } from '../runtime/serve';

export const listNotices = signed<'notice.list'>(async ({ after }, { actor, now }) => {
  const { rows, next } = await noticesFor(actor.staff ? [actor.id, actor.staff.id] : [actor.id], after);
  return {
    rows: rows.map(({ _id, to, at, kind, about }) => ({
      id: _id,
      ticket: String(about.id),
      words: sayNotice(kind, String(about.service)),
      at,
      when: sayWhen(at, now),
      forStaff: to !== actor.id,
    })),
    next,
  };
});
