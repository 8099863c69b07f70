export interface PhoneButtonProps {
  /** The number, when the person agreed. */
  onPhone: (phone: string) => void;
}

/** WeChat's own number by one tap; a browser has none, and it is typed. */
export const PhoneButton = (_: PhoneButtonProps) => null;
