import type { TicketMove } from '@/domain/ticket/lifecycle';
import { MOVE_LABELS } from '@/domain/ticket/words';
import { ActionBar, Button, Card, ListRow, Section } from '@/src/ui';
import { layOut } from './staff-moves';
import { IN_HAND, MOVE_LINES } from './words';

export interface TicketMovesProps {
  allowed: readonly TicketMove[];
  doing: TicketMove | null;
  onMove: (move: TicketMove) => void;
}

/** Whether the bottom of the page has a button. */
export function hasBar(allowed: readonly TicketMove[]): boolean {
  const { main, other } = layOut(allowed);
  return main !== null || other !== null;
}

/** The bottom of the page: the usual way forward, and one aside. Null when nothing is mine to do. */
export function TicketBar({ allowed, doing, onMove }: TicketMovesProps) {
  const { main, other } = layOut(allowed);
  if (!main && !other) return null;
  return (
    <ActionBar>
      {other && (
        <Button
          kind="outline"
          busy={doing === other}
          disabled={doing !== null && doing !== other}
          onPress={() => onMove(other)}
        >
          {MOVE_LABELS[other]}
        </Button>
      )}
      {main && (
        <Button
          busy={doing === main}
          disabled={doing !== null && doing !== main}
          onPress={() => onMove(main)}
        >
          {MOVE_LABELS[main]}
        </Button>
      )}
    </ActionBar>
  );
}

/** What else may be done, as rows. */
export function TicketAsides({
  allowed,
  mine,
  onMove,
  onAsResident,
}: Omit<TicketMovesProps, 'doing'> & { mine: boolean; onAsResident: () => void }) {
  const { rest, asResident } = layOut(allowed, mine);
  if (rest.length === 0 && !asResident) return null;
  return (
    <Section title={IN_HAND.more}>
      <Card flush>
        {rest.map((move) => (
          <ListRow
            key={move}
            icon={ICONS[move]}
            title={move === 'reopen' ? IN_HAND.reopen : (MOVE_LABELS[move] ?? '')}
            line={MOVE_LINES[move]}
            onPress={() => onMove(move)}
          />
        ))}
        {asResident && (
          <ListRow
            icon="person"
            title={IN_HAND.asResident}
            line={IN_HAND.asResidentLine}
            onPress={onAsResident}
          />
        )}
      </Card>
    </Section>
  );
}

const ICONS: Readonly<Partial<Record<TicketMove, string>>> = {
  ask: 'talk',
  return: 'swap',
  transfer: 'swap',
  note: 'edit',
  dispatch: 'send',
  resolve: 'check',
  sign: 'check',
  call: 'phone',
  hold: 'clock',
  extend: 'calendar',
  refute: 'check',
  retract: 'refresh',
  urgency: 'flag',
  decline: 'cross',
  reply: 'doc',
  cancelSlip: 'trash',
  part: 'swap',
  merge: 'slip',
  look: 'shield',
  convene: 'people',
  meet: 'talk',
  shelve: 'calendar',
  reopen: 'refresh',
  become: 'heart',
  check: 'check',
  measure: 'check',
};
