import { useState } from 'react';
import type { PostView, RosterView } from '@/contract/roster';
import { Button, Card, Chip, ListRow, Section, Stack, Text } from '@/src/ui';
import { ROSTER } from './words';

export interface PostListProps {
  roster: RosterView;
  onOpen: (post: PostView) => void;
}

/** So many are drawn at first; a unit of a large village has more. */
const SHOWN = 12;

/** The posts of one unit: who holds them on which days, and who is there today. */
export function PostList({ roster, onOpen }: PostListProps) {
  const { posts } = roster;
  const [whole, showWhole] = useState(false);
  const shown = whole ? posts : posts.slice(0, SHOWN);
  return (
    <Section title={ROSTER.posts(posts.length)}>
      <Stack gap={12}>
        <Card flush={posts.length > 0}>
          {posts.length === 0 && <Text tone="soft">{ROSTER.noPosts}</Text>}
          {shown.map((post) => (
            <ListRow
              key={post.id}
              title={post.name}
              line={lineOf(post)}
              aside={
                <Chip tone={post.today ? 'plain' : 'late'}>
                  {post.today ? ROSTER.today(post.today) : ROSTER.nobodyToday}
                </Chip>
              }
              onPress={post.mayChange ? () => onOpen(post) : undefined}
            />
          ))}
        </Card>
        {shown.length < posts.length && (
          <Button kind="outline" onPress={() => showWhole(true)}>
            {ROSTER.more(posts.length - shown.length)}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function lineOf({ holders, gap }: PostView): string {
  return [...holders.map(({ name, words }) => `${name} ${words}`), gap].filter(Boolean).join('；');
}
