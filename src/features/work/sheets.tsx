/** The sheets of a worker's moves. Loaded when a page that has them is open: a resident never needs them. */
import { useState } from 'react';
import type { Assignee } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import type { Contact, ResultKind } from '@/domain/ticket/ticket';
import { CONTACT_WORDS, RESULT_WORDS } from '@/domain/ticket/words';
import { MoveSheet, type PhotoRule } from '@/src/features/ticket';
import { ActionBar, Button, Choice, Sheet } from '@/src/ui';
import { AssigneePicker } from './assignee-picker';
import { CallSheet, DeclineSheet, HandOverSheet, UrgencySheet } from './desk-sheets';
import { draftOf, type SheetProps, targetOf } from './sheet-props';
import {
  CONTACT_ORDER,
  READY_DENIALS,
  READY_REASONS,
  READY_RESULTS,
  RESULT_ORDER,
  SHEETS,
} from './sheet-words';
import { ExtendSheet, HoldSheet } from './wait-sheets';

/** The sheet of one move, with exactly what the table says it needs. */
export function Sheets({ move, ...props }: SheetProps & { move: TicketMove }) {
  switch (move) {
    case 'contact':
      return <ContactSheet {...props} />;
    case 'resolve':
      return <ResolveSheet {...props} />;
    case 'transfer':
    case 'rule':
      return <HandOverSheet {...props} move={move} />;
    case 'decline':
      return <DeclineSheet {...props} />;
    case 'hold':
      return <HoldSheet {...props} />;
    case 'extend':
      return <ExtendSheet {...props} />;
    case 'urgency':
      return <UrgencySheet {...props} />;
    case 'call':
      return <CallSheet {...props} />;
    case 'deny':
      return <PlainSheet {...props} move="deny" ready={READY_DENIALS} photos="off" needs="text" />;
    case 'dispatch':
      return <DispatchSheet {...props} />;
    case 'return':
      return <PlainSheet {...props} move="return" ready={READY_REASONS} photos="off" needs="text" />;
    case 'reply':
    case 'cancelSlip':
      return <PlainSheet {...props} move={move} photos="off" needs="text" />;
    case 'ask':
      return <PlainSheet {...props} move="ask" photos="off" needs="text" />;
    case 'note':
      return <PlainSheet {...props} move="note" photos="optional" needs="either" />;
    default:
      return null;
  }
}

function PlainSheet({
  move,
  ...props
}: SheetProps & {
  move: 'return' | 'ask' | 'note' | 'deny' | 'reply' | 'cancelSlip';
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
