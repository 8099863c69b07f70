import { VOICES_MAX } from '@/contract/limits';
import { type SentVoice, useVoice } from '@/src/platform/voice';
import { Banner, Stack, Text } from '@/src/ui';
import { NoteList } from '@/src/ui/note-list';
import { SpeakButton } from '@/src/ui/speak-button';
import { VOICE } from './words';

export interface VoiceNotesProps {
  notes: readonly SentVoice[];
  /** All of them, after one arrived or was taken away; and the words that WeChat understood. */
  onChange: (notes: readonly SentVoice[], words: string) => void;
  /** The case that they are for; a request that is being written has none yet. */
  of?: string;
}

/** Speaking in a form: what is said is a note that a person listens to. A note that fails holds nothing up. */
export function VoiceNotes({ notes, onChange, of }: VoiceNotesProps) {
  const voice = useVoice((note, words) => onChange([...notes, note], words), of);
  return (
    <Stack gap={8}>
      {notes.length < VOICES_MAX && (
        <SpeakButton
          listening={voice.state === 'listening'}
          busy={voice.state === 'sending'}
          onStart={voice.start}
          onStop={voice.stop}
        />
      )}
      {voice.state === 'failed' && (
        <Banner tone="today" action={{ label: VOICE.retry, onPress: voice.retry }}>
          {VOICE.failed}
        </Banner>
      )}
      <NoteList
        notes={notes.map(({ fileId, seconds, src }) => ({ id: fileId, url: src, seconds }))}
        onRemove={(id) =>
          onChange(
            notes.filter(({ fileId }) => fileId !== id),
            '',
          )
        }
      />
      {notes.length > 0 && <Text kind="note">{VOICE.whole}</Text>}
    </Stack>
  );
}
