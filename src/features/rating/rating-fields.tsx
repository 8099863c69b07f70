import { SAID_MAX } from '@/contract/limits';
import { RATING_REASONS } from '@/domain/ticket/ticket';
import { RATING_REASON_WORDS } from '@/domain/ticket/words';
import { Card, Choice, Faces, Field, Stack, Text } from '@/src/ui';
import { AgreeButtons } from './agree-buttons';
import type { RatingForm } from './use-rating';
import { RATING } from './words';

export interface RatingFieldsProps {
  form: RatingForm;
  /** Who takes it up after an unhappy verdict, as words. */
  rework: string;
}

/** 真的好了吗, five faces, and for an unhappy verdict what was wrong. */
export function RatingFields({ form, rework }: RatingFieldsProps) {
  const { solved, setSolved, level, setLevel, reasons, setReasons, text, setText, unhappy } = form;
  return (
    <Card>
      <Stack gap={20}>
        <Stack gap={12}>
          <Text kind="head">{RATING.solved}</Text>
          <AgreeButtons solved={solved} onChange={setSolved} />
        </Stack>
        <Stack gap={12}>
          <Text kind="head">{RATING.level}</Text>
          <Faces level={level} onChange={setLevel} />
        </Stack>
        {unhappy && (
          <Stack gap={4}>
            <Choice
              many
              label={RATING.reasons}
              options={RATING_REASONS.map((value) => ({ value, label: RATING_REASON_WORDS[value] }))}
              chosen={reasons}
              onChange={setReasons}
            />
            <Field
              area
              optional
              label={RATING.text}
              value={text}
              onInput={setText}
              hint={RATING.textHint}
              max={SAID_MAX}
            />
            <Text tone="seal">{RATING.rework(rework)}</Text>
          </Stack>
        )}
        <Text kind="note">{RATING.voluntary}</Text>
      </Stack>
    </Card>
  );
}
