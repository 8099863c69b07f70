/** The parts of a wish's page, for whoever reads it: what they hold is what the cloud gave them to see. */
import type { WishView } from '@/contract';
import { dial } from '@/src/platform';
import {
  Banner,
  Card,
  ListRow,
  Person,
  PhotoGrid,
  Rule,
  Seal,
  Section,
  Slip,
  Stack,
  Text,
  Timeline,
} from '@/src/ui';
import { WISH } from './words';

/** The slip: what is wished, whose it is, where it stands. */
export function WishSlip({ wish, stamped }: { wish: WishView; stamped?: boolean }) {
  const { no, title, wisher, where, near, text, say, waited, queue, inLine, fit, team, byStaff, state } =
    wish;
  const seal = SEALS[state];
  const line = inLine > 0 ? WISH.inLine(inLine) : queue > 0 ? WISH.inQueue(queue) : '';
  return (
    <Slip
      no={no}
      sort={WISH.sort}
      title={title}
      line={WISH.whoseWish(wisher, near || where, byStaff ? WISH.byStaff : '')}
      corner={seal && <Seal words={seal.words} tone={seal.tone} lands={stamped} />}
    >
      <Text kept>{text}</Text>
      <Rule />
      <Stack gap={4}>
        <Text strong>{say}</Text>
        {team && <Text kind="note">{WISH.team(team)}</Text>}
        {fit && state === 'open' && <Text tone="pine">{fit}</Text>}
        {line && <Text tone="amber">{line}</Text>}
        {!seal && <Text kind="note">{waited}</Text>}
      </Stack>
    </Slip>
  );
}

const SEALS: Partial<Record<WishView['state'], { words: string; tone: 'seal' | 'plain' }>> = {
  confirmed: { words: '已实现', tone: 'seal' },
  thanked: { words: '已实现', tone: 'seal' },
  unconfirmed: { words: '未确认', tone: 'plain' },
  refused: { words: '未通过', tone: 'plain' },
  withdrawn: { words: '已撤回', tone: 'plain' },
  became: { words: '已转办', tone: 'plain' },
};

/** Why it did not go up, what was said in thanks, and what it came from or became. */
export function WishWords({
  wish,
  onThread,
}: {
  wish: WishView;
  onThread: (kind: string, id: string) => void;
}) {
  const { refusal, thanks, thread, guarded, advice, contact, state } = wish;
  return (
    <>
      {state === 'refused' && refusal && (
        <Banner tone="today">
          {WISH.refusal}：{refusal}
        </Banner>
      )}
      {advice && <Banner icon="people">{advice}</Banner>}
      {guarded && contact && <Banner icon="shield">{WISH.guarded}</Banner>}
      {thanks && (
        <Section title={WISH.thanks}>
          <Card>
            <Text kept>{thanks}</Text>
          </Card>
        </Section>
      )}
      {thread.length > 0 && (
        <Card flush>
          {thread.map(({ words, kind, id }) => (
            <ListRow
              key={words}
              icon="slip"
              title={words}
              onPress={id ? () => onThread(kind, id) : undefined}
            />
          ))}
        </Card>
      )}
    </>
  );
}

/** Whom to call and where to go, while that is the reader's business; and who has claimed it. */
export function WishPeople({ wish }: { wish: WishView }) {
  const { contact, claimer, mine, desk } = wish;
  return (
    <>
      {contact && !mine && (
        <Section title={WISH.contact}>
          <Card>
            <Stack gap={8}>
              <Person
                name={contact.name}
                role={contact.role || undefined}
                line={contact.address}
                onCall={contact.phone ? () => dial(contact.phone) : undefined}
              />
              <Text kind="note">
                {!desk || claimer?.mine ? WISH.contactNote : claimer ? WISH.askNote : WISH.reviewNote}
              </Text>
            </Stack>
          </Card>
        </Section>
      )}
      {claimer && !claimer.mine && (mine || desk) && (
        <Section title={WISH.claimer}>
          <Card>
            <Person name={claimer.name} onCall={claimer.phone ? () => dial(claimer.phone) : undefined} />
          </Card>
        </Section>
      )}
    </>
  );
}

/** What happened, newest first. */
export function WishStory({ wish }: { wish: WishView }) {
  const entries = wish.story.map(({ at, move, title, text, when, photos }) => ({
    id: `${at}.${move}.${title}`,
    title,
    text: text || undefined,
    when,
    more: photos.length > 0 ? <PhotoGrid photos={photos} /> : undefined,
  }));
  return (
    <Section title={WISH.story}>
      <Card>
        <Timeline entries={entries} />
      </Card>
    </Section>
  );
}
