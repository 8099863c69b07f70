/** Sheets in which a handler asks for a wait or for more time; somebody else must consent. */
import { EXTENSION_MAX, HOLD_MAX } from '@/domain/ticket/limits';
import { HOLD_CODES, type HoldCode } from '@/domain/ticket/ticket';
import { HOLD_WORDS } from '@/domain/ticket/words';
import { sayDate } from '@/domain/time/words';
import { useReplies } from '@/src/features/templates';
import { MoveSheet } from '@/src/features/ticket';
import { serverNow } from '@/src/platform';
import { Choice } from '@/src/ui';
import { DayChooser } from './day-chooser';
import { isWithin } from './hold-days';
import { draftOf, type SheetProps } from './sheet-props';
import { DAYS, SHEETS, SPANS } from './sheet-words';
import { useChosen } from './use-chosen';

const NO_HOLD: { code: HoldCode | null; until: number | null } = { code: null, until: null };

export function HoldSheet(props: SheetProps) {
  const name = draftOf('hold', props);
  const { chosen, choose, clear } = useChosen(name, NO_HOLD);
  const { why, when, lackingWhy, lackingDay, ...words } = SHEETS.hold;
  const { code } = chosen;
  const until = chosen.until !== null && isWithin(chosen.until, serverNow(), HOLD_MAX) ? chosen.until : null;
  const day = until === null ? null : sayDate(until, serverNow());
  const ready = useReplies(code && `hold:${code}`, props.ticket, day);
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={ready}
      photos="off"
      busy={props.busy}
      lacking={!code ? lackingWhy : until === null ? lackingDay : null}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!code || until === null || !(await props.onSend('hold', { ...evidence, code, until })))
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
        spans={SPANS.hold}
        words={DAYS}
        until={until}
        onChange={(day) => choose({ until: day })}
      />
    </MoveSheet>
  );
}

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
