import { Button } from '@tarojs/components';
import { call, sentenceOf } from '@/src/platform/call';
import { say } from '@/src/platform/feedback';
import type { PhoneButtonProps } from './phone-button';

/** WeChat's own number by one tap, agreed to in WeChat's window; a no leaves the field to be typed or to stay empty. */
export function PhoneButton({ onPhone }: PhoneButtonProps) {
  const exchange = async (code: string | undefined) => {
    if (!code) return;
    try {
      onPhone((await call('profile.phone', { code })).phone);
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  return (
    <Button
      className="button is-outline is-small privacy-agree"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => void exchange((detail as { code?: string }).code)}
    >
      用微信手机号
    </Button>
  );
}
