/** Sheets of those who answer for others' work: refusing, consenting not, another hurry, a ruling, a callback. */
import { useState } from 'react';
import type { Assignee } from '@/contract';
import type { Urgency } from '@/domain/catalogue/catalogue';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { CALL_OUTCOMES, type CallOutcome, DECLINE_CODES, type DeclineCode } from '@/domain/ticket/ticket';
import { CALL_WORDS, DECLINE_WORDS, URGENCY_WORDS } from '@/domain/ticket/words';
import { useReplies } from '@/src/features/templates';
import { MoveSheet } from '@/src/features/ticket';
import { dial } from '@/src/platform';
import { ActionBar, Button, Choice, Person, Sheet, Stack, Text } from '@/src/ui';
import { AssigneePicker } from './assignee-picker';
import { DESK_SHEETS, READY_DENIALS, READY_RULINGS, READY_URGENCIES } from './desk-words';
import { PlainSheet } from './plain-sheet';
import { Precedents } from './precedents';
import { draftOf, type SheetProps, targetOf } from './sheet-props';
import { useChosen } from './use-chosen';

/** The sheet of one move, with exactly what the table says it needs; null for a move that is not the desk's. */
export function DeskSheets({ move, ...props }: SheetProps & { move: TicketMove }) {
  switch (move) {
    case 'dispatch':
      return <DispatchSheet {...props} />;
    case 'transfer':
    case 'rule':
      return <HandOverSheet {...props} move={move} />;
    case 'decline':
      return <DeclineSheet {...props} />;
    case 'urgency':
      return <UrgencySheet {...props} />;
    case 'call':
      return <CallSheet {...props} />;
    case 'deny':
      return (
        <PlainSheet {...props} move="deny" words={DESK_SHEETS.deny} ready={READY_DENIALS} photos="off" />
      );
    case 'cancelSlip':
      return <PlainSheet {...props} move="cancelSlip" words={DESK_SHEETS.cancelSlip} photos="off" />;
    default:
      return null;
  }
}

/** Hands it to somebody with a reason: the desk's own change of mind, or a ruling that is final. */
function HandOverSheet({ move, ...props }: SheetProps & { move: 'transfer' | 'rule' }) {
  const [to, choose] = useState<Assignee | null>(null);
  const { who, lacking, ...words } = DESK_SHEETS[move];
  const transfers = useReplies('transfer', props.ticket);
  return (
    <MoveSheet
      open
      {...words}
      name={draftOf(move, props)}
      ready={move === 'rule' ? READY_RULINGS : transfers}
      photos="off"
      busy={props.busy}
      lacking={to ? null : lacking}
      onClose={props.onClose}
      onSend={(evidence) => props.onSend(move, { ...evidence, ...targetOf(to) })}
    >
      {move === 'rule' && props.ticket.title && <Precedents service={props.ticket.title} />}
      <AssigneePicker ticket={props.ticket.id} ask={who} chosen={to} onChoose={choose} />
    </MoveSheet>
  );
}

const NO_CODE: { code: DeclineCode | null } = { code: null };

/** Once a reason is chosen, the others step aside and what the resident will read stands there. */
function DeclineSheet(props: SheetProps) {
  const name = draftOf('decline', props);
  const { chosen, choose, clear } = useChosen(name, NO_CODE);
  const { why, another, path, lacking, ...words } = DESK_SHEETS.decline;
  const ready = useReplies('decline', props.ticket);
  const { code } = chosen;
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={code ? ready : undefined}
      photos="off"
      busy={props.busy}
      lacking={code ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!code || !(await props.onSend('decline', { ...evidence, code }))) return false;
        clear();
        return true;
      }}
    >
      <Stack gap={8}>
        <Choice
          label={why}
          options={(code ? [code] : DECLINE_CODES).map((value) => ({
            value,
            label: DECLINE_WORDS[value].why,
          }))}
          chosen={code ? [code] : []}
          onChange={([value]) => choose({ code: value ?? null })}
        />
        {code && (
          <>
            <Text strong>{path(DECLINE_WORDS[code].path)}</Text>
            <Button kind="quiet" small icon="swap" onPress={() => choose({ code: null })}>
              {another}
            </Button>
          </>
        )}
      </Stack>
    </MoveSheet>
  );
}

const URGENCIES: readonly Urgency[] = ['L1', 'L2', 'L3', 'L4', 'Q'];
const NO_URGENCY: { urgency: Urgency | null } = { urgency: null };
const sayUrgency = (urgency: Urgency) =>
  urgency === 'Q' ? URGENCY_WORDS.Q : `${urgency} ${URGENCY_WORDS[urgency]}`;

function UrgencySheet(props: SheetProps) {
  const name = draftOf('urgency', props);
  const { chosen, choose, clear } = useChosen(name, NO_URGENCY);
  const { how, lacking, ...words } = DESK_SHEETS.urgency;
  const now = props.ticket.urgency;
  const urgency = chosen.urgency === now ? null : chosen.urgency;
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={READY_URGENCIES}
      photos="off"
      busy={props.busy}
      lacking={urgency ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!urgency || !(await props.onSend('urgency', { ...evidence, urgency }))) return false;
        clear();
        return true;
      }}
    >
      <Choice
        label={how(now ? sayUrgency(now) : '')}
        options={URGENCIES.filter((value) => value !== now).map((value) => ({
          value,
          label: sayUrgency(value),
        }))}
        chosen={urgency ? [urgency] : []}
        onChange={([value]) => choose({ urgency: value ?? null })}
      />
    </MoveSheet>
  );
}

const NO_OUTCOME: { outcome: CallOutcome | null } = { outcome: null };

/** Who is asked: the person it was filed for, or the reporter. A masked number cannot be called from here. */
function CallSheet(props: SheetProps) {
  const name = draftOf('call', props);
  const { chosen, choose, clear } = useChosen(name, NO_OUTCOME);
  const { said, saidAtDoor, notMet, lacking, times, noPhone, ...words } = DESK_SHEETS.call;
  const { outcome } = chosen;
  const { reporter, beneficiary, calls = [] } = props.ticket;
  const asked = beneficiary ?? reporter;
  const phone = asked?.phone ?? '';
  const atDoor = beneficiary !== null && beneficiary !== undefined && phone === '';
  return (
    <MoveSheet
      open
      {...words}
      hint={calls.length > 0 ? times(calls.length) : words.hint}
      name={name}
      photos="off"
      needs="nothing"
      busy={props.busy}
      lacking={outcome ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!outcome || !(await props.onSend('call', { ...evidence, outcome }))) return false;
        clear();
        return true;
      }}
    >
      {asked && (
        <Person
          name={asked.name}
          line={phone || (beneficiary?.words ?? noPhone)}
          onCall={phone && !phone.includes('*') ? () => dial(phone) : undefined}
        />
      )}
      <Choice
        label={atDoor ? saidAtDoor : said}
        options={CALL_OUTCOMES.map((value) => ({
          value,
          label: atDoor && value === 'unreached' ? notMet : CALL_WORDS[value],
          unhappy: value === 'unsolved',
        }))}
        chosen={outcome ? [outcome] : []}
        onChange={([value]) => choose({ outcome: value ?? null })}
      />
    </MoveSheet>
  );
}

function DispatchSheet({ ticket, busy, onClose, onSend }: SheetProps) {
  const [to, choose] = useState<Assignee | null>(null);
  const { title, who, send, sendNobody } = DESK_SHEETS.dispatch;
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
