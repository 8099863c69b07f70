/** The sheet of a wait with a reason and a date: a hold that somebody must grant, or the long-term list. */
import { HOLD_CODES, type HoldCode } from '@/domain/ticket/ticket';
import { HOLD_WORDS } from '@/domain/ticket/words';
import { sayDate } from '@/domain/time/words';
import { useReplies } from '@/src/features/templates';
import { MoveSheet, type MoveSheetProps } from '@/src/features/ticket';
import { serverNow } from '@/src/platform';
import { Choice } from '@/src/ui';
import { DayChooser, type DayChooserProps } from './day-chooser';
import { isWithin } from './hold-days';
import { draftOf, type SheetProps } from './sheet-props';
import { SPANS } from './sheet-words';
import { useChosen } from './use-chosen';

export interface UntilSheetProps extends SheetProps {
  move: 'hold' | 'shelve';
  span: keyof typeof SPANS;
  days: DayChooserProps['words'];
  words: Pick<MoveSheetProps, 'title' | 'ask' | 'hint' | 'send'> &
    Readonly<Record<'why' | 'when' | 'lackingWhy' | 'lackingDay', string>>;
}

const BLANK: { code: HoldCode | null; until: number | null } = { code: null, until: null };

export function UntilSheet({ move, span, days, words: all, ...props }: UntilSheetProps) {
  const name = draftOf(move, props);
  const { chosen, choose, clear } = useChosen(name, BLANK);
  const { why, when, lackingWhy, lackingDay, ...words } = all;
  const { code, until: kept } = chosen;
  const until = kept !== null && isWithin(kept, serverNow(), SPANS[span].max) ? kept : null;
  const day = until === null ? null : sayDate(until, serverNow());
  const ready = useReplies(move === 'hold' && code ? `hold:${code}` : null, props.ticket, day);
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
        const sent = code && until !== null && (await props.onSend(move, { ...evidence, code, until }));
        if (sent) clear();
        return sent || false;
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
        spans={SPANS[span]}
        words={days}
        until={until}
        onChange={(next) => choose({ until: next })}
      />
    </MoveSheet>
  );
}
