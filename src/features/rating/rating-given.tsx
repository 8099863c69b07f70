import type { TicketView } from '@/contract';
import { LEVEL_WORDS, RATING_REASON_WORDS } from '@/domain/ticket/words';
import { Card, Section, Stack, Text } from '@/src/ui';
import { RATING } from './words';

/** The verdict that closed a request; null says so, because silence is no consent. */
export function RatingGiven({ rating }: { rating: TicketView['rating'] }) {
  return (
    <Section title={RATING.given}>
      <Card>
        {rating ? (
          <Stack gap={4}>
            {rating.level !== null && <Text kind="head">{LEVEL_WORDS[rating.level]}</Text>}
            {rating.reasons.length > 0 && (
              <Text tone="soft">
                {rating.reasons.map((reason) => RATING_REASON_WORDS[reason]).join('、')}
              </Text>
            )}
            {rating.text && <Text kept>{rating.text}</Text>}
          </Stack>
        ) : (
          <Text tone="soft">{RATING.none}</Text>
        )}
      </Card>
    </Section>
  );
}
