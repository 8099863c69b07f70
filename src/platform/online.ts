/** Hearing that the network may be back. */
import { useEffect, useRef } from 'react';
import { onAwake } from './awake';

/** Calls `work` each time the network comes back or the app is shown again, while the page lives. */
export function useBackOnline(work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => onAwake(() => latest.current()), []);
}
