import type { TicketView } from '@/contract';
import { Card, PhotoGrid, Section, Stack, Text } from '@/src/ui';
import { apart } from '@/src/ui/apart';
import { TICKET } from './words';

const NoteList = apart(() => import('@/src/ui/note-list').then((part) => part.NoteList));

/** What the reporter wrote, answered and sent along, in their own words. */
export function TicketAsked({ ticket }: { ticket: TicketView }) {
  const { text, answers, photos, voices } = ticket;
  return (
    <Section title={TICKET.written}>
      <Card>
        <Stack gap={12}>
          {text ? (
            <Text kept>{text}</Text>
          ) : (
            answers.length === 0 && <Text tone="soft">{TICKET.noWords}</Text>
          )}
          {answers.map(({ ask, answer }) => (
            <Stack key={ask} gap={4}>
              <Text kind="note">{ask}</Text>
              <Text>{answer}</Text>
            </Stack>
          ))}
          {voices.length > 0 && <NoteList notes={voices} />}
          {photos.length > 0 && <PhotoGrid photos={photos} />}
        </Stack>
      </Card>
    </Section>
  );
}
