import type { TicketView } from '@/contract';
import { LEVEL_WORDS, RATING_REASON_WORDS } from '@/domain/ticket/words';
import { TicketResult } from '@/src/features/ticket';
import { Card, Chip, Rule, Section, Stack, Text } from '@/src/ui';
import { IN_HAND } from './words';

/** What was done, and what the resident said about it. Null before there is either. */
export function TicketVerdict({ ticket }: { ticket: TicketView }) {
  const { result, rating } = ticket;
  if (!result && !rating) return null;
  return (
    <Section title={IN_HAND.result}>
      <Card>
        <TicketResult ticket={ticket} />
        {result && rating && <Rule />}
        {rating && <Rated rating={rating} />}
      </Card>
    </Section>
  );
}

function Rated({ rating }: { rating: NonNullable<TicketView['rating']> }) {
  const { level, solved, reasons, text } = rating;
  const unhappy = solved === 'no' || (level !== null && level <= 2);
  const words = level ? LEVEL_WORDS[level] : IN_HAND.unsolved;
  const why = reasons.map((reason) => RATING_REASON_WORDS[reason]).join('、');
  return (
    <Stack gap={4}>
      <Text kind="note">{IN_HAND.rated}</Text>
      <Chip tone={unhappy ? 'late' : 'ok'}>{why ? `${words} · ${why}` : words}</Chip>
      {text && <Text kept>{text}</Text>}
    </Stack>
  );
}
