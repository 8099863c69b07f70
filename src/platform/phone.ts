import Taro, { useShareAppMessage } from '@tarojs/taro';
import { say } from './feedback';

/** Opens the dialler with this number. */
export function dial(number: string): void {
  if (number === '') say('没有留电话');
  // refused means the person closed the dialler
  else void Promise.resolve(Taro.makePhoneCall({ phoneNumber: number })).catch(() => undefined);
}

/** What a card shared from this page says and opens. Call it in the page's own component. */
export function useShare(title: string, path: string): void {
  useShareAppMessage(() => ({ title, path }));
}

/** Puts words on the clipboard: a number to read out to somebody. */
export async function copy(words: string): Promise<void> {
  await Taro.setClipboardData({ data: words });
  say('已复制');
}
