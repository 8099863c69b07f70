import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { KIND_WORDS, MOVE_LABELS } from '@/domain/ticket/words';
import { OUTBOX } from '@/src/features/ticket';
import { Button, Card, Chip, Row, Stack, Text, Touch } from '@/src/ui';

export interface WorkCardProps {
  ticket: TicketRow;
  onOpen: () => void;
  /** Reads where it stands and with whom as well, for those who do not have it in hand. */
  overseen?: boolean;
  /** How far it is to there. */
  where?: string | undefined;
  /** Offered on the card when the table allows the last of them, which is the usual one. */
  moves?: readonly TicketMove[];
  /** Under way on this card. */
  doing?: TicketMove | null;
  onMove?: (move: TicketMove) => void;
}

/** A ticket in a worker's list: an edge in the colour of its clock, the same said in the chip. */
export function WorkCard({
  ticket,
  onOpen,
  overseen = false,
  where,
  moves = [],
  doing = null,
  onMove,
}: WorkCardProps) {
  const { title, chip } = ticket;
  const facts = factsOf(ticket, overseen);
  const offered = offeredOf(ticket, moves);
  return (
    <Card tone={edgeOf(ticket)}>
      <Stack gap={12}>
        <Touch onPress={onOpen}>
          <Row fill="first" gap={12} top>
            <Text kind="head">{title}</Text>
            <Chip tone={chip.tone}>{chip.words}</Chip>
          </Row>
          <Text tone="soft">{where ? `${where} · ${facts}` : facts}</Text>
          {ticket.gist && <Text lines={2}>{ticket.gist}</Text>}
          {overseen && ticket.say && (
            <Text tone="soft" lines={2}>
              {ticket.say}
            </Text>
          )}
        </Touch>
        {offered.length > 0 && onMove && (
          <Row fill="even" gap={12}>
            {offered.map((move) => (
              <Button
                key={move}
                kind={move === moves.at(-1) ? 'yes' : 'outline'}
                busy={doing === move}
                disabled={doing !== null && doing !== move}
                label={`${MOVE_LABELS[move]}：${title}`}
                onPress={() => onMove(move)}
              >
                {MOVE_LABELS[move]}
              </Button>
            ))}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

/** Where, how pressing, what sort, and how far; what the chip or the line says already is not said twice. */
function factsOf(ticket: TicketRow, overseen: boolean): string {
  const { place, urgency, urgencyWords, kind, stateWords, chip } = ticket;
  const pressing = urgency === 'L1' || urgency === 'L2' ? `${urgency} ${urgencyWords}` : '';
  // what waits on this phone has gone further than the cloud's word for it
  const state = overseen || stateWords === chip.words || chip.words === OUTBOX.waiting ? '' : stateWords;
  return [place, pressing, KIND_WORDS[kind], state].filter(Boolean).join(' · ');
}

/** Only a running clock colours the edge. */
function edgeOf({ group }: TicketRow) {
  return group === 'late' || group === 'today' ? group : 'plain';
}

function offeredOf({ allowed }: TicketRow, moves: readonly TicketMove[]): TicketMove[] {
  const usual = moves.at(-1);
  return usual && allowed.includes(usual) ? moves.filter((move) => allowed.includes(move)) : [];
}
