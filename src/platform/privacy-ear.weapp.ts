import Taro from '@tarojs/taro';
import { type AnswerPrivacy, askPrivacy } from './privacy';

/** Absent from Taro's types and from clients of before 2023. */
interface Ear {
  onNeedPrivacyAuthorization?(hear: (answer: AnswerPrivacy) => void): void;
  openPrivacyContract?(options: object): void;
}

export function listenToPrivacy(): void {
  (Taro as unknown as Ear).onNeedPrivacyAuthorization?.(askPrivacy);
}

/** WeChat's own page with the whole guideline. */
export function openGuideline(): void {
  (Taro as unknown as Ear).openPrivacyContract?.({});
}
