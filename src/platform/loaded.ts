import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from '@/contract';
import { asOf, sentenceOf, Unreachable } from './call';
import { say } from './feedback';

/** What a screen that loads can be. */
export type Screen<T> =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'ready';
      readonly data: T;
      /** There is no network: this is how it was then (ms of this phone). */
      readonly asOf?: number | undefined;
    }
  | {
      readonly state: 'failed';
      /** One Chinese sentence. */
      readonly words: string;
      /** The network's fault: trying again may help. */
      readonly offline: boolean;
      readonly retry: () => void;
    };

export interface Loaded<T> {
  readonly screen: Screen<T>;
  /** Reads again; what is drawn stays until the new data is there. */
  reload: () => void;
  /** Draws what an action answers. The action's error is thrown on: let `useDoing` say it. */
  replace: (act: () => Promise<T>) => Promise<void>;
}

/**
 * Reads when the page opens, when `deps` (plain values) change, and quietly when the page is shown again. A late answer to an
 * older question is dropped. A failed quiet reading keeps what is drawn. What is `known` already is drawn at once.
 */
export function useLoaded<T>(
  read: () => Promise<T>,
  deps: readonly unknown[],
  known?: () => T | undefined,
): Loaded<T> {
  const [screen, setScreen] = useState<Screen<T>>(() => {
    const data = known?.();
    return data === undefined ? { state: 'waiting' } : { state: 'ready', data };
  });
  const drawn = useRef(screen.state === 'ready');
  const asked = useRef(0);
  const flying = useRef(false);
  const latest = useRef(read);
  latest.current = read;

  const load = useCallback(async (quiet: boolean) => {
    const mine = ++asked.current;
    flying.current = true;
    if (!quiet) setScreen({ state: 'waiting' });
    try {
      const data = await latest.current();
      if (mine === asked.current) setScreen({ state: 'ready', data, asOf: asOf(data) });
    } catch (error) {
      if (mine !== asked.current) return;
      const words = sentenceOf(error);
      const offline = error instanceof Unreachable;
      const retry = () => void load(false);
      setScreen((before) =>
        quiet && before.state === 'ready' ? before : { state: 'failed', words, offline, retry },
      );
    } finally {
      if (mine === asked.current) flying.current = false;
    }
  }, []);

  const question = JSON.stringify(deps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what a new question is
  useEffect(() => {
    void load(drawn.current);
    drawn.current = false;
    return () => void asked.current++;
  }, [question]);

  useDidShow(() => {
    // the first showing meets the first reading on its way
    if (asked.current > 0 && !flying.current) void load(true);
  });

  const replace = useCallback(async (act: () => Promise<T>) => {
    const data = await act();
    asked.current++;
    flying.current = false;
    setScreen({ state: 'ready', data });
  }, []);
  const reload = useCallback(() => void load(true), [load]);
  return { screen, reload, replace };
}

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** There are older ones. */
  readonly more: boolean;
}

/** A list read page by page: the next page comes when the reader reaches the bottom. */
export function useList<Row>(
  read: (after: string | undefined) => Promise<Page<Row>>,
  deps: readonly unknown[],
): { screen: Screen<Rows<Row>>; reload: () => void; readMore: () => void } {
  const [older, setOlder] = useState<readonly Row[]>([]);
  const next = useRef<string | null>(null);
  const reading = useRef(false);
  const first = useLoaded(async () => {
    const page = await read(undefined);
    next.current = page.next;
    setOlder([]);
    return page;
  }, deps);

  const readMore = useCallback(async () => {
    const after = next.current;
    if (after === null || reading.current) return;
    reading.current = true;
    try {
      const page = await read(after);
      // the list may have been read anew meanwhile
      if (next.current !== after) return;
      next.current = page.next;
      setOlder((before) => [...before, ...page.rows]);
    } catch (error) {
      say(sentenceOf(error));
    } finally {
      reading.current = false;
    }
  }, [read]);
  useReachBottom(() => void readMore());

  const screen: Screen<Rows<Row>> =
    first.screen.state === 'ready'
      ? {
          ...first.screen,
          data: { rows: [...first.screen.data.rows, ...older], more: next.current !== null },
        }
      : first.screen;
  return { screen, reload: first.reload, readMore: () => void readMore() };
}

/**
 * Runs what a button does: once at a time, with its error said as one sentence.
 * `act` answers true when it succeeded.
 */
export function useDoing(): { doing: boolean; act: (work: () => Promise<void>) => Promise<boolean> } {
  const [doing, setDoing] = useState(false);
  const running = useRef(false);
  const act = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setDoing(true);
    try {
      await work();
      return true;
    } catch (error) {
      say(sentenceOf(error));
      return false;
    } finally {
      running.current = false;
      setDoing(false);
    }
  }, []);
  return { doing, act };
}
