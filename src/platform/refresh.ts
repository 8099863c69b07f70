/** Looking for news. */
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Calls `look` every `everyMs` while the page is in front; a hidden page costs nothing. */
export function useWhileShown(look: () => void, everyMs: number): void {
  const latest = useRef(look);
  latest.current = look;
  const timer = useRef<ReturnType<typeof setInterval>>();
  const stop = () => clearInterval(timer.current);
  useDidShow(() => {
    stop();
    timer.current = setInterval(() => latest.current(), everyMs);
  });
  useDidHide(stop);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page goes
  useEffect(() => stop, []);
}

/** Pulling the page down looks at once; the page's config says `enablePullDownRefresh`. */
export function usePulled(look: () => void): void {
  usePullDownRefresh(() => {
    look();
    // what comes is drawn when it comes; the page need not stay pulled
    setTimeout(() => Taro.stopPullDownRefresh(), 400);
  });
}
