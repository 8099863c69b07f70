/** Lists: activities around a place or on the desk, one's own sign-ups, the service record. */
import { useRef } from 'react';
import type { Input } from '@/contract';
import type { ActivityList, ActivityRow, PartRow, RecordList } from '@/contract/activity';
import { call, type Rows, type Screen, useList, usePulled, useWhileShown } from '@/src/platform';

export interface ListOnScreen<Row> {
  readonly screen: Screen<Rows<Row>>;
  readonly reload: () => void;
  readonly readMore: () => void;
}

const LOOK_AGAIN = 60_000;

/** Read page by page; looks again when shown, pulled, and every minute. */
export function useActivities(
  box: Input<'activity.list'>['box'],
  scene?: string,
): ListOnScreen<ActivityRow> & { readonly about: Pick<ActivityList, 'where' | 'campaign'> | null } {
  const about = useRef<ActivityList | null>(null);
  const list = useList(
    async (after) => {
      const page = await call('activity.list', { box, ...(scene && { scene }), ...(after && { after }) });
      about.current = page;
      return page;
    },
    [box, scene],
  );
  useWhileShown(list.reload, LOOK_AGAIN);
  usePulled(list.reload);
  return { ...list, about: about.current };
}

/** One's own parts; with `record`, those that count and their sum. */
export function useRecord(box: Input<'record.list'>['box']): ListOnScreen<PartRow> & {
  readonly sum: Pick<RecordList, 'hours' | 'times' | 'training' | 'honours'> | null;
} {
  const sum = useRef<RecordList | null>(null);
  const list = useList(
    async (after) => {
      const page = await call('record.list', { box, ...(after && { after }) });
      if (!after) sum.current = page;
      return page;
    },
    [box],
  );
  usePulled(list.reload);
  return { ...list, sum: sum.current };
}
