/** Sheets of those who look at others' work: the check, the long-term list, taking up again, what is sealed. */
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { MoveSheet } from '@/src/features/ticket';
import { Choice } from '@/src/ui';
import { JUDGE, READY_CHECKS, READY_LOOKS, READY_REOPENS, SHELVE_DAYS } from './judge-words';
import { PlainSheet } from './plain-sheet';
import { draftOf, type SheetProps } from './sheet-props';
import { UntilSheet } from './until-sheet';
import { useChosen } from './use-chosen';

/** The sheet of one move, with exactly what the table says it needs; null for a move that is not theirs. */
export function JudgeSheets({ move, ...props }: SheetProps & { move: TicketMove }) {
  switch (move) {
    case 'check':
      return <CheckSheet {...props} />;
    case 'shelve':
      return <UntilSheet {...props} move="shelve" words={JUDGE.shelve} span="longTerm" days={SHELVE_DAYS} />;
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
