import { useDidHide, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { clientKey } from './client-key';
import { forget, keep, personal, recall } from './storage';

interface Kept<T> {
  /** The client key of its submit: sent again after no answer, it is still the same submit. */
  key: string;
  /** Changed since the key was first sent? */
  body: T;
  savedAt: number;
  /** Laid there by another form a moment ago: nothing that the person would have to be told of. */
  handed?: true;
}

/** Typing is written down when it pauses so long. Milliseconds. */
const PAUSE = 400;
/** A draft that has lain longer is of another day. Milliseconds. */
const LIFE = 14 * 24 * 3600_000;

const slotOf = (name: string): string => personal(`draft.${name}`);

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

/**
 * Lays what another form has into the form `name`, before it is opened: over what lay there, under a new key. False,
 * and nothing is changed, when `mustStay` says so of what lies there.
 */
export function handDraft<T extends object>(
  name: string,
  body: Partial<T>,
  mustStay: (there: Partial<T>) => boolean,
): boolean {
  const there = recall<Kept<Partial<T>>>(slotOf(name))?.body;
  if (there && mustStay(there)) return false;
  const handed: Kept<Partial<T>> = {
    key: clientKey(),
    body: { ...there, ...body },
    savedAt: Date.now(),
    handed: true,
  };
  return keep(slotOf(name), handed);
}
