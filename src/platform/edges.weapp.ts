import Taro from '@tarojs/taro';
import type { Edges } from './edges';

export function windowEdges(): Edges {
  return { top: Taro.getWindowInfo().statusBarHeight ?? 20, capsule: true };
}
