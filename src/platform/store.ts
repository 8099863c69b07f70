import { useEffect, useState } from 'react';

export interface Store<T> {
  get: () => T;
  set: (value: T) => void;
  /** Calls `listener` at every change; answers how to stop. */
  watch: (listener: (value: T) => void) => () => void;
}

/** One value shared by all pages in memory. */
export function store<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const tell of [...listeners]) tell(next);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value now; redraws the caller when it changes. */
export function useStore<T>(shared: Store<T>): T {
  const [seen, see] = useState(shared.get);
  useEffect(() => {
    // it may have changed between drawing and watching
    see(shared.get);
    return shared.watch((next) => see(() => next));
  }, [shared]);
  return seen;
}
