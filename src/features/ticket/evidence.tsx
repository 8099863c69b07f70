/** What a person says and shows with a move: text, voice and photos, kept as a draft until it has arrived. */
import { useEffect, useMemo, useRef } from 'react';
import { PHOTOS_MAX, SAID_MAX } from '@/contract/limits';
import { VoiceNotes } from '@/src/features/voice/apart';
import { type SentPhoto, useDraft, usePhotos } from '@/src/platform';
import type { SentVoice } from '@/src/platform/voice';
import { Choice, Field, PhotoGrid, Stack, Text } from '@/src/ui';
import type { Evidence } from './use-ticket';
import { EVIDENCE } from './words';

interface Kept {
  text: string;
  photos: readonly SentPhoto[];
  voices: readonly SentVoice[];
}
const BLANK: Kept = { text: '', photos: [], voices: [] };

export type PhotoRule = 'off' | 'optional' | 'required';

export interface EvidenceNeeds {
  /** Names the draft: ticket and move; photos are bound to the ticket whose id stands in it. */
  name: string;
  photos?: PhotoRule;
  /** text: words are needed. either: words or a photo. */
  needs?: 'text' | 'either' | 'nothing';
  /** Offers to speak instead: for a note or an answer of a resident. */
  spoken?: boolean;
}

/** The state of such a form. `missing` is one Chinese sentence while it cannot be sent, else null. */
export function useEvidence({ name, photos: rule = 'optional', needs = 'text', spoken }: EvidenceNeeds) {
  const draft = useDraft<Kept>(name, BLANK);
  const of = /[a-z]+[0-9a-f]{24}/.exec(name)?.[0];
  const photos = usePhotos(draft.body.photos, PHOTOS_MAX, of, true);
  const { change, save, clear: clearDraft } = draft;
  const arrived = photos.fileIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an arrival or a removal is worth keeping
  useEffect(() => {
    if (arrived === draft.body.photos.map((photo) => photo.fileId).join()) return;
    change({ photos: photos.sent });
    save();
  }, [arrived]);

  const text = draft.body.text.trim();
  const latest = useRef(draft.body.text);
  latest.current = draft.body.text;
  const said = draft.body.voices.map(({ fileId }) => fileId).join();
  const evidence: Evidence = useMemo(
    () => ({
      ...(text && { text }),
      ...(arrived && { photos: arrived.split(',') }),
      ...(said && { voices: said.split(',') }),
    }),
    [text, arrived, said],
  );
  const clear = () => {
    clearDraft();
    photos.clear();
  };
  return {
    rule,
    of,
    photos,
    text: draft.body.text,
    voices: spoken ? draft.body.voices : null,
    write: (words: string) => change({ text: words }),
    /** What was said; the words that WeChat understood are written down. */
    speak: (voices: readonly SentVoice[], words: string) => {
      change({ voices, ...(words && { text: `${latest.current}${words}` }) });
      save();
    },
    save,
    clear,
    evidence,
    missing: lack(),
  };

  function lack(): string | null {
    const shown = photos.photos.length > 0;
    if (needs === 'text' && !text) return EVIDENCE.write;
    if (needs === 'either' && !text && !shown && !said) return EVIDENCE.write;
    if (rule === 'required' && !shown) return EVIDENCE.photo;
    if (photos.sending) return EVIDENCE.wait;
    return rule === 'required' && photos.fileIds.length === 0 ? EVIDENCE.failed : null;
  }
}

export interface EvidenceFieldsProps {
  form: ReturnType<typeof useEvidence>;
  ask: string;
  hint?: string;
  /** Ready sentences: one tap writes them, and they can be changed. */
  ready?: readonly string[];
  placeholder?: string;
}

export function EvidenceFields({ form, ask, hint, ready, placeholder }: EvidenceFieldsProps) {
  const { rule, of, photos, text, voices, write, speak, save } = form;
  return (
    <Stack gap={12}>
      {ready && (
        <Choice
          options={ready.map((words) => ({ value: words, label: words }))}
          chosen={ready.filter((words) => words === text)}
          onChange={([words = '']) => {
            write(words);
            save();
          }}
        />
      )}
      <Field
        area
        label={ask}
        value={text}
        onInput={write}
        onBlur={save}
        hint={hint}
        placeholder={placeholder}
        max={SAID_MAX}
      />
      {voices && <VoiceNotes notes={voices} onChange={speak} of={of} />}
      {rule !== 'off' && (
        <Stack gap={8}>
          <Text strong>{rule === 'required' ? EVIDENCE.photosRequired : EVIDENCE.photosOptional}</Text>
          <PhotoGrid
            photos={photos.photos}
            onAdd={photos.onAdd}
            onRemove={photos.onRemove}
            onRetry={photos.onRetry}
            max={PHOTOS_MAX}
          />
        </Stack>
      )}
    </Stack>
  );
}
