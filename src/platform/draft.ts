import { useDidHide, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { clientKey } from './client-key';
import { type Kept, slotOf } from './hand-draft';
import { forget, keep, recall } from './storage';

/** Typing is written down when it pauses so long. Milliseconds. */
const PAUSE = 400;
/** A draft that has lain longer is of another day. Milliseconds. */
const LIFE = 14 * 24 * 3600_000;

export interface Draft<T> {
  readonly body: T;
  readonly key: string;
  /** There was one from before: say so. */
  readonly found: boolean;
  change: (patch: Partial<T>) => void;
  /** Writes it to the phone now; call it on every blur. A pause in typing does it, and leaving the page. */
  save: () => void;
  /** Done or thrown away: starts blank, under a new key. */
  clear: () => void;
}

/** A form that survives leaving, closing and a lost connection. `name` tells forms apart; each person has their own. */
export function useDraft<T extends object>(name: string, blank: T): Draft<T> {
  const slot = slotOf(name);
  const [start] = useState<{ kept: Kept<T>; found: boolean }>(() => {
    const kept = recall<Kept<T>>(slot);
    const usable = kept?.body && kept.savedAt > Date.now() - LIFE;
    if (usable) {
      const { handed, ...own } = kept;
      return { kept: { ...own, body: { ...blank, ...kept.body } }, found: !handed };
    }
    return { kept: { key: clientKey(), body: blank, savedAt: Date.now() }, found: false };
  });
  const [now, setNow] = useState(start.kept);
  const latest = useRef(now);
  const touched = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const saving = useRef<() => void>(() => undefined);
  const set = useCallback((next: Kept<T>) => {
    latest.current = next;
    setNow(next);
  }, []);

  const change = useCallback(
    (patch: Partial<T>) => {
      touched.current = true;
      clearTimeout(pause.current);
      pause.current = setTimeout(() => saving.current(), PAUSE);
      set({ ...latest.current, body: { ...latest.current.body, ...patch } });
    },
    [set],
  );
  const save = useCallback(() => {
    clearTimeout(pause.current);
    if (touched.current) keep(slot, { ...latest.current, savedAt: Date.now() });
  }, [slot]);
  saving.current = save;
  const clear = useCallback(() => {
    clearTimeout(pause.current);
    forget(slot);
    touched.current = false;
    set({ key: clientKey(), body: blank, savedAt: Date.now() });
  }, [slot, blank, set]);

  useDidHide(save);
  useUnload(save);
  useEffect(() => save, [save]);
  return { body: now.body, key: now.key, found: start.found, change, save, clear };
}
