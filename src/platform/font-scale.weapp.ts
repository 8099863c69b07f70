import Taro from '@tarojs/taro';

/** WeChat's own font size; older clients give points of which 17 is usual. Absent from Taro's types. */
interface FontInfo {
  readonly fontSizeScaleFactor?: number;
  readonly fontSizeSetting?: number;
}

export function fontScale(): number {
  const info: object = Taro.getAppBaseInfo();
  const { fontSizeScaleFactor, fontSizeSetting = 17 }: FontInfo = info;
  return fontSizeScaleFactor ?? fontSizeSetting / 17;
}
