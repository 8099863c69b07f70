import Taro from '@tarojs/taro';

export function onAwake(work: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) work();
  };
  const shown = () => work();
  Taro.onNetworkStatusChange(changed);
  Taro.onAppShow(shown);
  return () => {
    Taro.offNetworkStatusChange(changed);
    Taro.offAppShow(shown);
  };
}
