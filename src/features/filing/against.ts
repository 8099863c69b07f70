/** Whom a complaint is about, as its reporter has chosen them. */
import type { Input } from '@/contract';

export interface Against extends NonNullable<Input<'ticket.file'>['against']> {
  /** As they were shown: the unit, and the person when one is meant. */
  readonly name: string;
}

export const AGAINST_MISSING = '请选反映的是哪个单位；不反映谁，就点“不反映谁”';

interface Complaint {
  readonly against: Against | null;
  /** Null while nobody has said: then it is sealed when it is about somebody. */
  readonly sealed: boolean | null;
}

/** Whether name and phone will be kept from those who have no reason to see them. */
export const isSealed = ({ against, sealed }: Complaint): boolean => sealed ?? against !== null;

/** What is sent of it; nothing for an ordinary request. */
export function complaintSent({
  against,
  sealed,
}: Complaint): Pick<Input<'ticket.file'>, 'against' | 'sealed'> {
  return {
    ...(against && { against: { unit: against.unit, person: against.person } }),
    ...((against || sealed !== null) && { sealed: isSealed({ against, sealed }) }),
  };
}
