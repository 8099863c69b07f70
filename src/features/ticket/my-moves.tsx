/** What the reporter may do with a request now: drawn from `allowed`, never from the state. */
import { useState } from 'react';
import type { TicketView } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { MOVE_LABELS } from '@/domain/ticket/words';
import { ask, dial, say as tell } from '@/src/platform';
import { ActionBar, Button, Card, ListRow, Section } from '@/src/ui';
import type { TicketOnScreen } from './use-ticket';
import { SAY, TICKET, WITHDRAW } from './words';

export type Spoken = keyof typeof SAY;

export interface MyMoves {
  /** The sheet that is open, or null. */
  readonly speaking: Spoken | null;
  readonly speak: (move: Spoken | null) => void;
  /** Opens the sheet of this move, where it has one. */
  readonly speakOf: (move: TicketMove) => void;
  readonly withdraw: () => void;
  /** 催一催, once after the promise has passed. */
  readonly urge: () => void;
}

export function useMyMoves({
  ticket,
  move,
}: Pick<TicketOnScreen, 'move'> & { ticket: Pick<TicketView, 'urgency'> }): MyMoves {
  const [speaking, speak] = useState<Spoken | null>(null);
  const withdraw = async () => {
    const danger = ticket.urgency === 'L1' || ticket.urgency === 'L2';
    if (await ask(WITHDRAW.title, danger ? WITHDRAW.danger : WITHDRAW.words, WITHDRAW.yes))
      await move('withdraw');
  };
  const speakOf = (name: TicketMove) => {
    if (name in SAY) speak(name as Spoken);
  };
  const urge = async () => {
    if (await move('urge')) tell(TICKET.urged);
  };
  return { speaking, speak, speakOf, withdraw: () => void withdraw(), urge: () => void urge() };
}

export interface MyMovesProps {
  ticket: TicketView;
  moves: MyMoves;
}

/** Whether the bottom of the page has something to offer while there is nothing to rate. */
export const offersBar = ({ allowed }: Pick<TicketView, 'allowed'>): boolean =>
  allowed.some((name) => name === 'answer' || name === 'reopen' || name === 'object' || name === 'note');

/** The bottom of the page while there is nothing to rate. */
export function MyBar({ ticket, moves }: MyMovesProps) {
  const { handler, allowed } = ticket;
  const may = (name: TicketMove) => allowed.includes(name);
  const phone = handler?.phone;
  if (may('answer'))
    return (
      <ActionBar>
        {phone && <Call name={handler.name} phone={phone} />}
        <Button onPress={() => moves.speak('answer')}>{MOVE_LABELS.answer}</Button>
      </ActionBar>
    );
  // while it waits, the slip offers the objection; the bar is for calling and adding
  const last = may('reopen') ? 'reopen' : may('object') && !may('note') ? 'object' : null;
  if (last)
    return (
      <ActionBar>
        <Button kind="outline" onPress={() => moves.speak(last)}>
          {MOVE_LABELS[last]}
        </Button>
      </ActionBar>
    );
  return (
    <ActionBar>
      <Button kind="outline" onPress={() => moves.speak('note')}>
        {MOVE_LABELS.note}
      </Button>
      {phone && <Call name={handler.name} phone={phone} main />}
    </ActionBar>
  );
}

function Call({ name, phone, main }: { name: string; phone: string; main?: boolean }) {
  return (
    <Button
      kind={main ? 'main' : 'outline'}
      onPress={() => dial(phone)}
      label={TICKET.callHim(name)}
      icon={main ? 'phone' : undefined}
    >
      {main ? TICKET.callHim(name) : TICKET.call}
    </Button>
  );
}

/** What else is allowed, below the story: the moves that the bar does not offer. */
export function MyOther({ ticket, moves, onAgain }: MyMovesProps & { onAgain: () => void }) {
  const { allowed } = ticket;
  const may = (name: TicketMove) => allowed.includes(name);
  const note = may('note') && (may('rate') || may('answer'));
  // too late to be reopened: another one takes it up and names it
  const again = ticket.state === 'closed' && !may('reopen');
  if (!note && !again && !may('withdraw') && !may('urge')) return null;
  return (
    <Section title={TICKET.moreToDo}>
      <Card flush>
        {note && <ListRow icon="edit" title={MOVE_LABELS.note ?? ''} onPress={() => moves.speak('note')} />}
        {again && <ListRow icon="refresh" title={TICKET.again} line={TICKET.againLine} onPress={onAgain} />}
        {may('urge') && (
          <ListRow icon="bell" title={MOVE_LABELS.urge ?? ''} line={TICKET.urgeLine} onPress={moves.urge} />
        )}
        {may('withdraw') && (
          <ListRow
            icon="cross"
            title={MOVE_LABELS.withdraw ?? ''}
            line={TICKET.withdrawLine}
            onPress={moves.withdraw}
          />
        )}
      </Card>
    </Section>
  );
}
