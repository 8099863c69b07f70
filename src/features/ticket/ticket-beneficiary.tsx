import type { TicketView } from '@/contract';
import { Card, Person, Section } from '@/src/ui';
import { TICKET } from './words';

export interface TicketBeneficiaryProps {
  ticket: Pick<TicketView, 'beneficiary'>;
  /** Offers to call them, for those who do the work; a masked number cannot be called. */
  onCall?: (phone: string) => void;
}

/** For whom it was filed and how they will be asked, when not for the reporter; null otherwise. */
export function TicketBeneficiary({ ticket: { beneficiary }, onCall }: TicketBeneficiaryProps) {
  if (!beneficiary) return null;
  const { name, phone, words } = beneficiary;
  const whole = phone !== '' && !phone.includes('*');
  return (
    <Section title={TICKET.forWhom}>
      <Card>
        <Person
          name={name}
          line={phone ? `${words}，${phone}` : words}
          onCall={onCall && whole ? () => onCall(phone) : undefined}
        />
      </Card>
    </Section>
  );
}
