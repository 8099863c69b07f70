import { useState } from 'react';
import type { PostView, RosterView } from '@/contract/roster';
import { ActionBar, Banner, Button, Choice, Sheet, Stack, Text } from '@/src/ui';
import type { RosterActs } from './use-roster';
import { POST } from './words';

export interface PostSheetProps {
  roster: RosterView;
  post: PostView;
  acts: RosterActs;
  onClose: () => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
type Days = Readonly<Record<string, readonly number[]>>;

/** Who holds a post on which weekdays: a row of days for each, and the others of the unit to be added. */
export function PostSheet({ roster, post, acts, onClose }: PostSheetProps) {
  const before = daysOf(post);
  const [days, change] = useState(before);
  const nameOf = (id: string) =>
    post.holders.find(({ person }) => person === id)?.name ??
    roster.people.find((person) => person.id === id)?.name ??
    '';
  const held = Object.keys(days);
  const heldByOthers = held.filter((person) => person !== roster.me);
  const others = roster.people.filter(({ id }) => !held.includes(id) && id !== roster.me);
  const holders = held
    .map((person) => ({ person, days: days[person] ?? [] }))
    .filter((holder) => holder.days.length > 0)
    .map(({ person, days }) => (days.length === WEEK.length ? { person } : { person, days }));
  const same = JSON.stringify(days) === JSON.stringify(before);
  const save = async () => {
    if (await acts.hold(post.id, holders)) onClose();
  };
  return (
    <Sheet
      open
      title={post.name}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={acts.doing} disabled={same} onPress={() => void save()}>
            {same ? POST.same : POST.save}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Text tone="soft">{POST.hint}</Text>
        {held.includes(roster.me) && <Text>{POST.own(wordsOf(post, roster.me))}</Text>}
        {heldByOthers.map((person) => (
          <Choice
            key={person}
            many
            label={nameOf(person)}
            options={WEEK.map((day) => ({ value: String(day), label: POST.week[day - 1] ?? '' }))}
            chosen={(days[person] ?? []).map(String)}
            onChange={(chosen) => change({ ...days, [person]: chosen.map(Number).sort((a, b) => a - b) })}
          />
        ))}
        {holders.length === 0 && (
          <Banner tone="late" icon="alert">
            {POST.empty}
          </Banner>
        )}
        {others.length > 0 && (
          <Choice
            label={POST.add}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={[]}
            onChange={([id]) => id && change({ ...days, [id]: WEEK })}
          />
        )}
      </Stack>
    </Sheet>
  );
}

function daysOf({ holders }: PostView): Days {
  return Object.fromEntries(
    holders.map(({ person, days }) => [person, days.length === 0 ? WEEK : [...days]]),
  );
}

const wordsOf = ({ holders }: PostView, id: string): string =>
  holders.find(({ person }) => person === id)?.words ?? '';
