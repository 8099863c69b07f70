/** The server's clock, so that a phone set wrong still counts right. Milliseconds throughout. */
import { useEffect, useState } from 'react';
import { store, useStore } from './store';

const ahead = store(0);

/** Remembers how far the server is ahead of this phone; every answer carries its `now`. */
export function noteServerTime(now: number): void {
  const next = now - Date.now();
  // Answers arrive with some delay: less than a second is noise and would redraw for nothing.
  if (Math.abs(next - ahead.get()) > 1000) ahead.set(next);
}

export const serverNow = (): number => Date.now() + ahead.get();

/** The server's time, redrawn every so often (a minute if not said) and when the server's clock is learnt. */
export function useNow(everyMs = 60_000): number {
  const offset = useStore(ahead);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now() + offset;
}
