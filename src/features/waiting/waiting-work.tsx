/** What of a worker's day waits on this phone: questions first, the rest in one line. */
import { offline, outbox, useStore } from '@/src/platform';
import { Banner, Section } from '@/src/ui';
import { WaitingMoves } from './waiting-moves';
import { WAITING } from './words';

/** Nothing where nothing waits. A question is answered on the ticket's own page. */
export function WaitingWork({ onOpen }: { onOpen: (ticket: string) => void }) {
  const moves = useStore(outbox).filter(({ letter }) => letter.action === 'ticket.move');
  const questions = moves.filter(({ refused }) => refused);
  const held = moves.length - questions.length;
  return (
    <>
      {held > 0 && (
        <Banner
          tone="today"
          icon="offline"
          action={{
            label: WAITING.now,
            onPress: () =>
              void offline().then(
                ({ post }) => post.retry(),
                () => undefined,
              ),
          }}
        >
          {WAITING.count(held)}
        </Banner>
      )}
      {questions.length > 0 && (
        <Section title={WAITING.question} count={questions.length} tone="late">
          <WaitingMoves waiting={questions} mayNow={[]} onOpen={onOpen} />
        </Section>
      )}
    </>
  );
}
