/** What a person was told. */
import { useEffect } from 'react';
import type { NoticeRow } from '@/contract';
import { call, keep, recall, serverNow, store, useList, useStore } from '@/src/platform';

const SLOT = 'notices.seen';
/** How long the last look at the bell counts. Milliseconds. */
const FRESH = 2 * 60_000;

const newest = store(0);
let lookedAt = 0;

/** The list; opening it makes everything in it seen. */
export function useNotices() {
  const list = useList<NoticeRow>((after) => call('notice.list', after === undefined ? {} : { after }), []);
  const first = list.screen.state === 'ready' ? (list.screen.data.rows[0]?.at ?? 0) : 0;
  useEffect(() => {
    if (first === 0) return;
    keep(SLOT, first);
    newest.set(0);
  }, [first]);
  return list;
}

/** Is there something not yet seen? Looks at most every two minutes; a failure is silence. */
export function useNews(): boolean {
  useEffect(() => {
    if (serverNow() - lookedAt < FRESH) return;
    lookedAt = serverNow();
    call('notice.list', {}).then(
      ({ rows }) => newest.set(rows[0]?.at ?? 0),
      () => undefined,
    );
  }, []);
  return useStore(newest) > (recall<number>(SLOT) ?? 0);
}

/** Somebody else looks now. */
export function forgetNews(): void {
  lookedAt = 0;
  newest.set(0);
}
