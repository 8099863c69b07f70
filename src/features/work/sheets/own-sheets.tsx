/** The sheets of a handler's moves. Loaded when a page that has them is open: a resident never needs them. */
import type { TicketMove } from '@/domain/ticket/lifecycle';
import type { Contact, ResultKind } from '@/domain/ticket/ticket';
import { CONTACT_WORDS, RESULT_WORDS } from '@/domain/ticket/words';
import { useReplies } from '@/src/features/templates';
import { MoveSheet } from '@/src/features/ticket';
import { Choice } from '@/src/ui';
import { PlainSheet } from './plain-sheet';
import { draftOf, type SheetProps } from './sheet-props';
import { CONTACT_ORDER, DAYS, READY_REASONS, RESULT_ORDER, SHEETS } from './sheet-words';
import { UntilSheet } from './until-sheet';
import { useChosen } from './use-chosen';
import { ExtendSheet } from './wait-sheets';

/** The sheet of one move, with exactly what the table says it needs; null for a move that is not a handler's. */
export function Sheets({ move, ...props }: SheetProps & { move: TicketMove }) {
  switch (move) {
    case 'contact':
      return <ContactSheet {...props} />;
    case 'resolve':
      return <ResolveSheet {...props} />;
    case 'hold':
      return <UntilSheet {...props} move="hold" words={SHEETS.hold} span="hold" days={DAYS} />;
    case 'extend':
      return <ExtendSheet {...props} />;
    case 'return':
      return (
        <PlainSheet
          {...props}
          move="return"
          words={SHEETS.return}
          use="return"
          ready={READY_REASONS}
          photos="off"
          needs="text"
        />
      );
    case 'reply':
      return (
        <PlainSheet {...props} move="reply" use="reply" words={SHEETS.reply} photos="off" needs="text" />
      );
    case 'refute':
      return <PlainSheet {...props} move="refute" words={SHEETS.refute} photos="off" needs="text" />;
    case 'ask':
      return <PlainSheet {...props} move="ask" use="ask" words={SHEETS.ask} photos="off" needs="text" />;
    case 'note':
      return (
        <PlainSheet {...props} move="note" use="note" words={SHEETS.note} photos="optional" needs="either" />
      );
    default:
      return null;
  }
}

const NO_CONTACT: { contact: Contact | null } = { contact: null };

function ContactSheet(props: SheetProps) {
  const name = draftOf('contact', props);
  const { chosen, choose, clear } = useChosen(name, NO_CONTACT);
  const { contact } = chosen;
  const { how, lacking, ...words } = SHEETS.contact;
  const ready = useReplies('contact', props.ticket);
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={ready}
      photos="off"
      needs="nothing"
      busy={props.busy}
      lacking={contact ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        const sent = contact && (await props.onSend('contact', { ...evidence, contact }));
        if (sent) clear();
        return sent ?? false;
      }}
    >
      <Choice
        label={how}
        options={CONTACT_ORDER.map((value) => ({ value, label: CONTACT_WORDS[value] }))}
        chosen={contact ? [contact] : []}
        onChange={([value]) => choose({ contact: value ?? null })}
      />
    </MoveSheet>
  );
}

const NO_RESULT: { result: ResultKind | null } = { result: null };

function ResolveSheet(props: SheetProps) {
  const name = draftOf('resolve', props);
  const { chosen, choose, clear } = useChosen(name, NO_RESULT);
  const { result } = chosen;
  const { kind, lacking, ...words } = SHEETS.resolve;
  const ready = useReplies(result && `resolve:${result}`, props.ticket);
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={ready}
      photos={props.ticket.evidence}
      busy={props.busy}
      lacking={result ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        const sent = result && (await props.onSend('resolve', { ...evidence, result }));
        if (sent) clear();
        return sent ?? false;
      }}
    >
      <Choice
        label={kind}
        options={RESULT_ORDER.map((value) => ({ value, label: RESULT_WORDS[value] }))}
        chosen={result ? [result] : []}
        onChange={([value]) => choose({ result: value ?? null })}
      />
    </MoveSheet>
  );
}
