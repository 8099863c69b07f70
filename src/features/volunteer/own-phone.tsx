import { call, say, useDoing } from '@/src/platform';
import { Button } from '@/src/ui';
import { REPORT } from './words';

export interface OwnPhoneProps {
  /** What stands in the field. */
  phone: string;
  onPhone: (phone: string) => void;
}

/**
 * The number by WeChat's button. A browser has no WeChat: on a laptop its stand-in gives the number that is written in the
 * field, and nothing else takes that code.
 */
export function OwnPhone({ phone, onPhone }: OwnPhoneProps) {
  const { doing, act } = useDoing();
  const give = () => {
    if (!/^1\d{10}$/.test(phone.trim())) return say(REPORT.phoneFirst);
    void act(async () => {
      onPhone((await call('profile.phone', { code: `phone-${phone.trim()}` })).phone);
      say(REPORT.byWeChatDone);
    });
  };
  return (
    <Button kind="outline" small busy={doing} onPress={give}>
      {REPORT.byWeChat}
    </Button>
  );
}
