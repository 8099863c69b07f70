import Taro from '@tarojs/taro';

export function preview(current: string, all: readonly string[]): void {
  void Taro.previewImage({ current, urls: [...all] });
}
