/** A request filed for somebody else, who has no phone at hand and judges the work themselves. */
import type { Input } from '@/contract';
import { BEHALF } from './words';

type Sent = NonNullable<Input<'ticket.file'>['onBehalf']>;

/** As it stands on the form, complete or not. */
export interface Behalf extends Omit<Sent, 'callback' | 'consent'> {
  /** How the person is asked once it is done; null while nobody has said. */
  readonly callback: Sent['callback'] | null;
  readonly consent: boolean;
}

export const UNNAMED: Behalf = { name: '', phone: '', callback: null, consent: false };

/** All that is still missing, one Chinese sentence per field, in the order of the form. The cloud asks the same. */
export function lackOfBehalf({ name, phone, callback, consent }: Behalf): Record<string, string> {
  return {
    ...(name.trim() === '' && { 'onBehalf.name': BEHALF.missing.name }),
    ...(callback === null && { 'onBehalf.callback': BEHALF.missing.callback }),
    ...(callback === 'phone' && phone.trim() === '' && { 'onBehalf.phone': BEHALF.missing.phone }),
    ...(!consent && { 'onBehalf.consent': BEHALF.missing.consent }),
  };
}

/** What is sent; undefined while it is incomplete. */
export function behalfSent({ name, phone, callback, consent }: Behalf): Sent | undefined {
  if (!callback || !consent) return undefined;
  return { name: name.trim(), phone: phone.trim(), callback, consent };
}
