import { useEffect, useRef } from 'react';
import { VOICES_MAX } from '@/contract/limits';
import { isLocal, useBackOnline } from '@/src/platform';
import { arrive, forgetNote, heard, mayPlay, type SentVoice, useVoice } from '@/src/platform/voice';
import { Banner, Stack, Text } from '@/src/ui';
import { NoteList } from '@/src/ui/note-list';
import { SpeakButton } from '@/src/ui/speak-button';
import { VOICE } from './words';

export interface VoiceNotesProps {
  notes: readonly SentVoice[];
  /** All of them, after one arrived, was kept or was taken away; and the words that WeChat understood. */
  onChange: (notes: readonly SentVoice[], words: string) => void;
  /** The case that they are for; a request that is being written has none yet. */
  of?: string | undefined;
}

/**
 * Speaking in a form: what is said is a note that a person listens to. One that cannot be sent waits on this phone and goes
 * along with the rest; one that fails holds nothing up.
 */
export function VoiceNotes({ notes, onChange, of }: VoiceNotesProps) {
  const latest = useRef(notes);
  latest.current = notes;
  const change = (next: readonly SentVoice[], words = '') => {
    // the next one may come before this is drawn
    latest.current = next;
    onChange(next, words);
  };
  const voice = useVoice((note, words) => change([...latest.current, note], words), of);
  /** In place of what it was, unless that was taken away meanwhile. */
  const put = (was: string, note: SentVoice | null) => {
    if (note) change(latest.current.map((each) => (each.fileId === was ? note : each)));
  };
  const waiting = () => latest.current.filter(({ fileId }) => isLocal(fileId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the form began with
  useEffect(() => {
    for (const note of waiting())
      if (!mayPlay(note.src)) void heard(note).then((found) => put(note.fileId, found));
  }, []);
  useBackOnline(() => {
    // one after the other: a village's uplink is narrow
    let before: Promise<void> = Promise.resolve();
    for (const note of waiting())
      before = before.then(() => arrive(note, of)).then((sent) => put(note.fileId, sent));
  });
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
        notes={notes.map(({ fileId, seconds, src }) => ({
          id: fileId,
          url: mayPlay(src) ? src : '',
          seconds,
          ...(isLocal(fileId) && { words: VOICE.waits }),
        }))}
        onRemove={(id) => {
          if (isLocal(id)) forgetNote(id);
          change(latest.current.filter(({ fileId }) => fileId !== id));
        }}
      />
      {notes.length > 0 && <Text kind="note">{VOICE.whole}</Text>}
    </Stack>
  );
}
