import Taro from '@tarojs/taro';
import type { Point } from '@/domain/org/point';

// WeChat gives the place itself to few kinds of services; every one may let the person point at the map
export async function whereNow(): Promise<Point | null> {
  try {
    const { longitude, latitude } = await Taro.chooseLocation({});
    return { longitude: Number(longitude), latitude: Number(latitude) };
  } catch {
    return null;
  }
}
