import { useState } from 'react';
import type { Assignee } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import type { Contact, ResultKind } from '@/domain/ticket/ticket';
import { CONTACT_WORDS, RESULT_WORDS } from '@/domain/ticket/words';
import { type Evidence, MoveSheet, type PhotoRule } from '@/src/features/ticket';
import { ActionBar, Button, Choice, Sheet } from '@/src/ui';
import { AssigneePicker } from './assignee-picker';
import { CONTACT_ORDER, READY_REASONS, READY_RESULTS, READY_TRANSFERS, RESULT_ORDER, SHEETS } from './words';

export interface MoveSheetsProps {
  /** The move being made; null for none. */
  move: TicketMove | null;
  ticket: { readonly id: string; readonly evidence?: PhotoRule };
  busy: boolean;
  onClose: () => void;
  /** Answers true when it went through. */
  onSend: (move: TicketMove, evidence: Evidence) => Promise<boolean>;
}

/** Moves that need no sheet: one tap. */
export const ONE_TAP: readonly TicketMove[] = ['sign'];

/** The sheet of one move, with exactly what the table says it needs. */
export function MoveSheets({ move, ...props }: MoveSheetsProps) {
  switch (move) {
    case 'contact':
      return <ContactSheet {...props} />;
    case 'resolve':
      return <ResolveSheet {...props} />;
    case 'transfer':
      return <TransferSheet {...props} />;
    case 'dispatch':
      return <DispatchSheet {...props} />;
    case 'return':
      return <PlainSheet {...props} move="return" ready={READY_REASONS} photos="off" needs="text" />;
    case 'ask':
      return <PlainSheet {...props} move="ask" photos="off" needs="text" />;
    case 'note':
      return <PlainSheet {...props} move="note" photos="optional" needs="either" />;
    default:
      return null;
  }
}

type SheetProps = Omit<MoveSheetsProps, 'move'>;

/** Each ticket and move has a draft of its own. */
const draftOf = (move: TicketMove, { ticket }: SheetProps) => `move.${ticket.id}.${move}`;

function PlainSheet({
  move,
  ...props
}: SheetProps & {
  move: 'return' | 'ask' | 'note';
  ready?: readonly string[];
  photos: PhotoRule;
  needs: 'text' | 'either';
}) {
  const { busy, onClose, onSend, ready, photos, needs } = props;
  return (
    <MoveSheet
      open
      {...SHEETS[move]}
      name={draftOf(move, props)}
      ready={ready}
      photos={photos}
      needs={needs}
      busy={busy}
      onClose={onClose}
      onSend={(evidence) => onSend(move, evidence)}
    />
  );
}

function ContactSheet(props: SheetProps) {
  const [contact, choose] = useState<Contact | null>(null);
  const { how, lacking, ...words } = SHEETS.contact;
  return (
    <MoveSheet
      open
      {...words}
      name={draftOf('contact', props)}
      photos="off"
      needs="nothing"
      busy={props.busy}
      lacking={contact ? null : lacking}
      onClose={props.onClose}
      onSend={(evidence) => props.onSend('contact', { ...evidence, ...(contact && { contact }) })}
    >
      <Choice
        label={how}
        options={CONTACT_ORDER.map((value) => ({ value, label: CONTACT_WORDS[value] }))}
        chosen={contact ? [contact] : []}
        onChange={([value]) => choose(value ?? null)}
      />
    </MoveSheet>
  );
}

function ResolveSheet(props: SheetProps) {
  const [result, choose] = useState<ResultKind | null>(null);
  const { kind, lacking, ...words } = SHEETS.resolve;
  return (
    <MoveSheet
      open
      {...words}
      name={draftOf('resolve', props)}
      ready={result ? READY_RESULTS[result] : undefined}
      photos={props.ticket.evidence}
      busy={props.busy}
      lacking={result ? null : lacking}
      onClose={props.onClose}
      onSend={(evidence) => props.onSend('resolve', { ...evidence, ...(result && { result }) })}
    >
      <Choice
        label={kind}
        options={RESULT_ORDER.map((value) => ({ value, label: RESULT_WORDS[value] }))}
        chosen={result ? [result] : []}
        onChange={([value]) => choose(value ?? null)}
      />
    </MoveSheet>
  );
}

function TransferSheet(props: SheetProps) {
  const [to, choose] = useState<Assignee | null>(null);
  const { who, lacking, ...words } = SHEETS.transfer;
  return (
    <MoveSheet
      open
      {...words}
      name={draftOf('transfer', props)}
      ready={READY_TRANSFERS}
      photos="off"
      busy={props.busy}
      lacking={to ? null : lacking}
      onClose={props.onClose}
      onSend={(evidence) => props.onSend('transfer', { ...evidence, ...targetOf(to) })}
    >
      <AssigneePicker ticket={props.ticket.id} ask={who} chosen={to} onChoose={choose} />
    </MoveSheet>
  );
}

function DispatchSheet({ ticket, busy, onClose, onSend }: SheetProps) {
  const [to, choose] = useState<Assignee | null>(null);
  const { title, who, send, sendNobody } = SHEETS.dispatch;
  const press = async () => {
    if (await onSend('dispatch', targetOf(to))) onClose();
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} disabled={!to} onPress={() => void press()}>
            {to ? send(to.name) : sendNobody}
          </Button>
        </ActionBar>
      }
    >
      <AssigneePicker ticket={ticket.id} ask={who} chosen={to} onChoose={choose} />
    </Sheet>
  );
}

const targetOf = (to: Assignee | null): Evidence => (to ? { post: to.post, person: to.person } : {});
