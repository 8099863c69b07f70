/** Voice notes to listen to. Not part of the index: few pages have any. */
import { useState } from 'react';
import { say } from '@/src/platform/feedback';
import { play } from '@/src/platform/recorder';
import { Button } from './button';
import { Row, Stack } from './layout';
import { Text } from './text';

const VOICE = {
  listen: (seconds: number) => `听一听（${seconds} 秒）`,
  stop: '停下',
  kept: (seconds: number) => `语音 ${seconds} 秒，已经存好`,
  remove: '删掉',
  removeLabel: (seconds: number) => `删掉 ${seconds} 秒的语音`,
  mute: '这段语音现在放不出来，请稍后再试',
} as const;

export interface Note {
  readonly id: string;
  /** What can be played; '' when this phone cannot. */
  readonly url: string;
  readonly seconds: number;
  readonly words?: string;
}

/** One at a time; to be taken away where `onRemove` is given. */
export function NoteList({ notes, onRemove }: { notes: readonly Note[]; onRemove?: (id: string) => void }) {
  const [playing, setPlaying] = useState<{ id: string; stop: () => void } | null>(null);
  const toggle = ({ id, url }: Note) => {
    if (playing?.id === id) return playing.stop();
    playing?.stop();
    const stop = play(url, (failed) => {
      setPlaying((now) => (now?.id === id ? null : now));
      if (failed) say(VOICE.mute);
    });
    setPlaying({ id, stop });
  };
  return (
    <Stack gap={8}>
      {notes.map((note) => (
        <Row key={note.id} gap={8} fill="first" top={Boolean(note.url && note.words)}>
          <Stack gap={4}>
            {note.url ? (
              <Button kind="outline" icon="volume" onPress={() => toggle(note)}>
                {playing?.id === note.id ? VOICE.stop : VOICE.listen(note.seconds)}
              </Button>
            ) : (
              <Text>{VOICE.kept(note.seconds)}</Text>
            )}
            {note.words && <Text kind="note">{note.words}</Text>}
          </Stack>
          {onRemove && (
            <Button kind="quiet" label={VOICE.removeLabel(note.seconds)} onPress={() => onRemove(note.id)}>
              {VOICE.remove}
            </Button>
          )}
        </Row>
      ))}
    </Stack>
  );
}
