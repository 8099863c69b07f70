/** The sheet in which a handler asks for more time; somebody else must consent. */
import { EXTENSION_MAX } from '@/domain/ticket/limits';
import { useReplies } from '@/src/features/templates';
import { MoveSheet } from '@/src/features/ticket';
import { Choice } from '@/src/ui';
import { draftOf, type SheetProps } from './sheet-props';
import { SHEETS } from './sheet-words';
import { useChosen } from './use-chosen';

const NO_DAYS: { days: number | null } = { days: null };
const ONE_TO_MAX = Array.from({ length: EXTENSION_MAX }, (_, i) => i + 1);

export function ExtendSheet(props: SheetProps) {
  const name = draftOf('extend', props);
  const { chosen, choose, clear } = useChosen(name, NO_DAYS);
  const { howLong, day, lacking, ...words } = SHEETS.extend;
  const { days } = chosen;
  const ready = useReplies('extend', props.ticket);
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={ready}
      photos="off"
      busy={props.busy}
      lacking={days === null ? lacking : null}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (days === null || !(await props.onSend('extend', { ...evidence, days }))) return false;
        clear();
        return true;
      }}
    >
      <Choice
        label={howLong}
        options={ONE_TO_MAX.map((count) => ({ value: String(count), label: day(count) }))}
        chosen={days === null ? [] : [String(days)]}
        onChange={([value]) => choose({ days: Number(value) })}
      />
    </MoveSheet>
  );
}
