import type { TicketRow } from '@/contract';
import type { Rows, Screen } from '@/src/platform';
import { Button, Card, Section, Text, WhenReady } from '@/src/ui';
import { isForYou, isOpenRow } from './for-you';
import { TicketCard } from './ticket-card';
import { LISTS } from './words';

export interface MyOpenProps {
  screen: Screen<Rows<TicketRow>>;
  onOpen: (id: string) => void;
  onAll: () => void;
}

const SHOWN = 3;

/** The newest of my open requests; those that wait for me come first. */
export function MyOpen({ screen, onOpen, onAll }: MyOpenProps) {
  return (
    <WhenReady screen={screen}>
      {({ rows }) => {
        const open = rows.filter(isOpenRow);
        const first = [...open.filter(isForYou), ...open.filter((ticket) => !isForYou(ticket))];
        return (
          <Section
            title={LISTS.mine}
            count={open.length || undefined}
            aside={
              rows.length > 0 ? (
                <Button kind="quiet" small onPress={onAll}>
                  {LISTS.all}
                </Button>
              ) : undefined
            }
          >
            {first.slice(0, SHOWN).map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} onPress={() => onOpen(ticket.id)} />
            ))}
            {open.length === 0 && (
              <Card>
                <Text tone="soft">{LISTS.nothing}</Text>
              </Card>
            )}
          </Section>
        );
      }}
    </WhenReady>
  );
}
