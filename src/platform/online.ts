/** Hearing that the network is back. */
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Calls `work` each time the network comes back while the page lives. */
export function useBackOnline(work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const listener = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) latest.current();
    };
    Taro.onNetworkStatusChange(listener);
    return () => Taro.offNetworkStatusChange(listener);
  }, []);
}
