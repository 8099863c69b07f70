/** Sheets of those who look at others' work: the check, the long-term list, taking up again, what is sealed. */
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { LONG_TERM_MAX } from '@/domain/ticket/limits';
import { HOLD_CODES, type HoldCode } from '@/domain/ticket/ticket';
import { HOLD_WORDS } from '@/domain/ticket/words';
import { MoveSheet } from '@/src/features/ticket';
import { serverNow } from '@/src/platform';
import { Choice } from '@/src/ui';
import { DayChooser } from './day-chooser';
import { isWithin } from './hold-days';
import { JUDGE, READY_CHECKS, READY_LOOKS, READY_REOPENS, SHELVE_DAYS } from './judge-words';
import { PlainSheet } from './plain-sheet';
import { draftOf, type SheetProps } from './sheet-props';
import { SPANS } from './sheet-words';
import { useChosen } from './use-chosen';

/** The sheet of one move, with exactly what the table says it needs; null for a move that is not theirs. */
export function JudgeSheets({ move, ...props }: SheetProps & { move: TicketMove }) {
  switch (move) {
    case 'check':
      return <CheckSheet {...props} />;
    case 'shelve':
      return <ShelveSheet {...props} />;
    case 'look':
      return <PlainSheet {...props} move="look" words={JUDGE.look} ready={READY_LOOKS} photos="off" />;
    case 'reopen':
      return <PlainSheet {...props} move="reopen" words={JUDGE.reopen} ready={READY_REOPENS} />;
    default:
      return null;
  }
}

const UNCHECKED: { passed: 'yes' | 'no' | null } = { passed: null };

/** Passed needs no words; not passed says what is missing. */
function CheckSheet(props: SheetProps) {
  const name = draftOf('check', props);
  const { chosen, choose, clear } = useChosen(name, UNCHECKED);
  const { title, how, yes, no, ask, hint, askNot, hintNot, send, lacking } = JUDGE.check;
  const { passed } = chosen;
  return (
    <MoveSheet
      open
      title={title}
      ask={passed === 'no' ? askNot : ask}
      hint={passed === 'no' ? hintNot : hint}
      ready={passed ? READY_CHECKS[passed] : undefined}
      send={send}
      name={name}
      photos="off"
      needs={passed === 'no' ? 'text' : 'nothing'}
      busy={props.busy}
      lacking={passed ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!passed || !(await props.onSend('check', { ...evidence, passed: passed === 'yes' })))
          return false;
        clear();
        return true;
      }}
    >
      <Choice
        even
        label={how}
        options={[
          { value: 'no', label: no, icon: 'cross', unhappy: true },
          { value: 'yes', label: yes, icon: 'check' },
        ]}
        chosen={passed ? [passed] : []}
        onChange={([next]) => choose({ passed: next ?? null })}
      />
    </MoveSheet>
  );
}

const NO_DATE: { code: HoldCode | null; until: number | null } = { code: null, until: null };

/** A wait of months, with a definite date. */
function ShelveSheet(props: SheetProps) {
  const name = draftOf('shelve', props);
  const { chosen, choose, clear } = useChosen(name, NO_DATE);
  const { why, when, lackingWhy, lackingDay, ...words } = JUDGE.shelve;
  const { code } = chosen;
  const kept = chosen.until;
  const until = kept !== null && isWithin(kept, serverNow(), LONG_TERM_MAX) ? kept : null;
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      photos="off"
      busy={props.busy}
      lacking={!code ? lackingWhy : until === null ? lackingDay : null}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!code || until === null || !(await props.onSend('shelve', { ...evidence, code, until })))
          return false;
        clear();
        return true;
      }}
    >
      <Choice
        label={why}
        options={HOLD_CODES.map((value) => ({ value, label: HOLD_WORDS[value] }))}
        chosen={code ? [code] : []}
        onChange={([value]) => choose({ code: value ?? null })}
      />
      <DayChooser
        ask={when}
        spans={SPANS.longTerm}
        words={SHELVE_DAYS}
        until={until}
        onChange={(day) => choose({ until: day })}
      />
    </MoveSheet>
  );
}
