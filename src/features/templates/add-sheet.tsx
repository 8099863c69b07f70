import { useState } from 'react';
import { fill, isReplyText, PLACEHOLDERS, REPLY_MAX, type ReplyUse } from '@/domain/reply/reply';
import { ActionBar, Button, Choice, Field, Sheet, Stack, Text } from '@/src/ui';
import { ADD, EXAMPLE, USE_WORDS } from './words';

export interface AddSheetProps {
  use: ReplyUse;
  /** The next working day, for the preview. */
  day: string;
  busy: boolean;
  onClose: () => void;
  onSave: (text: string) => void;
}

/** One more sentence for a move, with what is filled in put there by a tap, and how it will look. */
export function AddSheet({ use, day, busy, onClose, onSave }: AddSheetProps) {
  const [text, write] = useState('');
  const looks = fill(text, { ...EXAMPLE, day });
  const fits = isReplyText(text);
  return (
    <Sheet
      open
      title={ADD.title(USE_WORDS[use])}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} disabled={!fits} onPress={() => onSave(text.trim())}>
            {fits ? ADD.save : ADD.lacking}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Field area label={ADD.text} value={text} onInput={write} max={REPLY_MAX} />
        <Choice
          label={ADD.insert}
          options={PLACEHOLDERS.map((name) => ({ value: `{${name}}`, label: name }))}
          chosen={[]}
          onChange={([brace]) => write(`${text}${brace ?? ''}`)}
        />
        {looks && looks !== text && (
          <Stack gap={4}>
            <Text tone="soft">{ADD.looks}</Text>
            <Text strong>{looks}</Text>
          </Stack>
        )}
      </Stack>
    </Sheet>
  );
}
