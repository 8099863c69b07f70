import type { StoryEntry, TicketView } from '@/contract';
import { Card, PhotoGrid, Section, Timeline } from '@/src/ui';
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
  // counted from the first: two things may happen in one moment, and the newest stands on top
  const entries = story.map((entry, nth) => ({
    id: String(story.length - nth),
    title: entry.title,
    text: entry.text || undefined,
    when: entry.when,
    link: entry === chosen && onWhy ? { words: TICKET.whyHim, onPress: onWhy } : undefined,
    more: shown(entry),
  }));
  return (
    <Section title={TICKET.story}>
      <Card>
        <Timeline entries={entries} />
      </Card>
    </Section>
  );
}

const HANDED_OVER = ['dispatch', 'transfer', 'rule', 'file'];

function shown({ photos }: StoryEntry) {
  if (photos.length === 0) return undefined;
  return <PhotoGrid photos={photos} />;
}
