/** Where the person is: read from a scanned code, remembered on this phone until another is scanned. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlaceView } from '@/contract';
import {
  call,
  forget,
  keep,
  Refused,
  recall,
  say,
  scan,
  sceneIn,
  sentenceOf,
  store,
  useStore,
} from '@/src/platform';
import { PLACE } from './words';

const SLOT = 'place';
const known = store<PlaceView | null | undefined>(undefined);

/** The place this phone knows, for what depends on it and is no screen. */
export function remembered(): PlaceView | null {
  const value = known.get();
  if (value !== undefined) return value;
  const kept = recall<PlaceView>(SLOT);
  known.set(kept);
  return kept;
}

export interface Here {
  /** Where the person is, as far as this phone knows; may be from an earlier scan. */
  readonly place: PlaceView | null;
  /** A code is being read and nothing is known yet. */
  readonly reading: boolean;
  /** Why the code leads nowhere, as one sentence. `place` is then the one before, if it still holds. */
  readonly problem: string | null;
  /** Reads a code that was scanned or pasted; says so when it is not ours. */
  readonly open: (code: string) => void;
  /** Opens the camera. */
  readonly scanNow: () => void;
}

/** The place without reading anything: for screens that only need to know. */
export function usePlaceKnown(): PlaceView | null {
  return useStore(known) ?? remembered();
}

/**
 * The place of a page that can be opened by a code. `opened` is the page's raw `scene` (or `q`), if it had one.
 * A remembered place is drawn at once and read again quietly: its worker may have changed.
 */
export function usePlace(opened: string | undefined): Here {
  const place = usePlaceKnown();
  const [reading, setReading] = useState(() => sceneIn(opened ?? remembered()?.scene) !== null);
  const [problem, setProblem] = useState<string | null>(() =>
    opened && !sceneIn(opened) ? PLACE.unknown : null,
  );
  const asked = useRef(0);

  const read = useCallback(async (scene: string) => {
    const mine = ++asked.current;
    setReading(true);
    try {
      const found = await call('place.read', { scene });
      if (mine !== asked.current) return;
      setProblem(null);
      keep(SLOT, found);
      known.set(found);
    } catch (error) {
      if (mine !== asked.current) return;
      if (error instanceof Refused) {
        setProblem(error.message);
        if (remembered()?.scene === scene) {
          forget(SLOT);
          known.set(null);
        }
      } else if (remembered() === null) setProblem(sentenceOf(error));
      // without a network the remembered place serves as it is
    } finally {
      if (mine === asked.current) setReading(false);
    }
  }, []);

  const open = useCallback(
    (code: string) => {
      const scene = sceneIn(code);
      if (scene) void read(scene);
      else say(PLACE.noCode);
    },
    [read],
  );

  useEffect(() => {
    const scene = opened ? sceneIn(opened) : remembered()?.scene;
    if (scene) void read(scene);
  }, [opened, read]);

  const scanNow = useCallback(() => {
    void scan().then((code) => code !== null && open(code));
  }, [open]);

  return { place, reading: reading && place === null, problem, open, scanNow };
}
