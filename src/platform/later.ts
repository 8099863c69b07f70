/** What waits to be sent, as pages draw it, and the way to the machinery behind it, which is fetched when it is needed. */

import { useEffect, useRef } from 'react';
import { matterOf } from './local';
import type { Queue } from './offline/queue';
import { store, useStore } from './store';

export const outbox = store<Queue>([]);

let fetched: Promise<typeof import('./offline')> | null = null;

/** Rejects when it could not be fetched; the next asking tries again. */
export function offline(): Promise<typeof import('./offline')> {
  fetched ??= import('./offline').catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

/** What waits about one matter, oldest first. */
export const useWaiting = (matter: string): Queue =>
  useStore(outbox).filter((one) => matterOf(one) === matter);

/** Calls `work` when something that waited has arrived or was given up: what is drawn is of before. */
export function useWhenSent(work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  const count = useRef(outbox.get().length);
  useEffect(
    () =>
      outbox.watch((queue) => {
        const fewer = queue.length < count.current;
        count.current = queue.length;
        if (fewer) latest.current();
      }),
    [],
  );
}
