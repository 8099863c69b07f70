import { useState } from 'react';
import type { AwayView, RosterView } from '@/contract/roster';
import { ActionBar, Button, Card, Chip, Facts, ListRow, Section, Sheet, Text } from '@/src/ui';
import type { RosterActs } from './use-roster';
import { AWAY, LEAVE, ROSTER } from './words';

export interface AwayListProps {
  roster: RosterView;
  acts: RosterActs;
  onInHand: (away: AwayView) => void;
}

/** Who is away or soon will be, and what each still has in hand. */
export function AwayList({ roster, acts, onInHand }: AwayListProps) {
  const [open, show] = useState<AwayView | null>(null);
  return (
    <Section title={ROSTER.away}>
      <Card flush={roster.away.length > 0}>
        {roster.away.length === 0 && <Text tone="soft">{ROSTER.nobodyAway}</Text>}
        {roster.away.map((away) => (
          <ListRow
            key={`${away.person}${away.from}`}
            title={`${away.name} ${away.words}`}
            line={away.inHand === null ? undefined : sayInHand(away.inHand)}
            aside={
              <Chip tone={away.begun && away.inHand ? 'today' : 'plain'}>
                {away.begun ? ROSTER.begun : ROSTER.soon}
              </Chip>
            }
            onPress={away.mayChange ? () => show(away) : undefined}
          />
        ))}
      </Card>
      {open && <AwaySheet away={open} acts={acts} onInHand={onInHand} onClose={() => show(null)} />}
    </Section>
  );
}

const sayInHand = (count: number): string => (count > 0 ? ROSTER.inHand(count) : ROSTER.nothing);

function AwaySheet({
  away,
  acts,
  onInHand,
  onClose,
}: {
  away: AwayView;
  acts: RosterActs;
  onInHand: (away: AwayView) => void;
  onClose: () => void;
}) {
  const { person, name, words, begun, inHand } = away;
  const end = async () => {
    if (await acts.takeBack(person, away)) onClose();
  };
  return (
    <Sheet
      open
      title={LEAVE.titleFor(name)}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button kind="outline" busy={acts.doing} onPress={() => void end()}>
            {begun ? AWAY.end : AWAY.cancel}
          </Button>
          {inHand !== null && inHand > 0 && (
            <Button onPress={() => onInHand(away)}>{AWAY.list(inHand)}</Button>
          )}
        </ActionBar>
      }
    >
      <Facts
        facts={[
          { label: AWAY.when, words },
          { label: AWAY.hand, words: inHand ? AWAY.pieces(inHand) : ROSTER.nothing },
        ]}
      />
    </Sheet>
  );
}
