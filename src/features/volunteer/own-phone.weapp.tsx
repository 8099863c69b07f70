import { PhoneButton } from '@/src/ui/phone-button';
import type { OwnPhoneProps } from './own-phone';

/** The number by WeChat's own button. */
export const OwnPhone = ({ onPhone }: OwnPhoneProps) => <PhoneButton onPhone={onPhone} />;
