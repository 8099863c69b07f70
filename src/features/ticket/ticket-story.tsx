import type { StoryEntry, TicketView } from '@/contract';
import { Button, Card, PhotoGrid, Section, Stack, Timeline } from '@/src/ui';
import { TICKET } from './words';

export interface TicketStoryProps {
  ticket: TicketView;
  /** Opens the reasons for the choice of the handler, beside the entry that made it. */
  onWhy?: () => void;
}

/** What happened, newest first. */
export function TicketStory({ ticket, onWhy }: TicketStoryProps) {
  const { story, handler } = ticket;
  const chosen = handler && onWhy ? story.find((entry) => HANDED_OVER.includes(entry.move)) : undefined;
  const entries = story.map((entry) => ({
    id: `${entry.at}.${entry.move}`,
    title: entry.title,
    text: entry.text || undefined,
    when: entry.when,
    more: <More entry={entry} onWhy={entry === chosen ? onWhy : undefined} />,
  }));
  return (
    <Section title={TICKET.story}>
      <Card>
        <Timeline entries={entries} />
      </Card>
    </Section>
  );
}

const HANDED_OVER = ['dispatch', 'transfer', 'file'];

function More({ entry, onWhy }: { entry: StoryEntry; onWhy: (() => void) | undefined }) {
  if (entry.photos.length === 0 && !onWhy) return null;
  return (
    <Stack>
      {entry.photos.length > 0 && (
        <PhotoGrid photos={entry.photos.map(({ id, url }) => ({ id, src: url }))} />
      )}
      {onWhy && (
        <Button kind="quiet" small icon="info" onPress={onWhy}>
          {TICKET.whyHim}
        </Button>
      )}
    </Stack>
  );
}
