/**
 * A voice note of a form: spoken, sent at once, kept by its file id; without a network it waits on this phone, under
 * `local:…`. Not part of the index: only what speaks fetches it.
 */
import { useRef, useState } from 'react';
import { VOICE_SECONDS_MAX } from '@/contract/limits';
import { Refused, sentenceOf } from './call';
import { clientKey } from './client-key';
import { say } from './feedback';
import { offline } from './later';
import { LOCAL } from './local';
import { noteOf } from './note-of';
import { type Recorded, type Recording, record } from './recorder';
import { uploadVoice } from './upload-voice';

/** A note that has arrived or waits here: what a draft keeps. */
export interface SentVoice {
  readonly fileId: string;
  readonly seconds: number;
  /** What this phone plays, while the app runs in which it was recorded. */
  readonly src: string;
}

/** What was recorded, or taken from the shelf, since the app was opened: before that, an address leads nowhere. */
const playable = new Set<string>();
export const mayPlay = (src: string): boolean => playable.has(src);

export type VoiceState = 'idle' | 'listening' | 'sending' | 'failed';

const DEAF = {
  denied: '没有打开麦克风，也不要紧，打字或拍照都行',
  none: '这台手机录不了音，打字或拍照都行',
} as const;

export interface Voice {
  readonly state: VoiceState;
  start(): void;
  stop(): void;
  /** Sends once more what did not arrive. */
  retry(): void;
}

/** A note that waits here as this phone can play it, or null when it is gone. */
export const heard = (note: SentVoice): Promise<SentVoice | null> =>
  shelved(note.fileId).then((kept) => {
    if (!kept) return null;
    playable.add(kept.src);
    return { ...note, src: kept.src };
  });

/** Sends a note that waits here; null while that is not possible. */
export const arrive = (note: SentVoice, of?: string): Promise<SentVoice | null> =>
  shelved(note.fileId)
    .then((kept) => kept && uploadVoice(kept, of))
    .then((sent) => {
      if (!sent) return null;
      forgetNote(note.fileId);
      return { ...sent, src: note.src };
    })
    .catch(nothing);

const nothing = (): null => null;
const shelved = (ref: string) => offline().then(({ shelf }) => shelf.take(ref), nothing);
/** It was taken away, or has arrived: it need not lie here. */
export const forgetNote = (ref: string): void => void offline().then(({ shelf }) => shelf.drop(ref), nothing);

/** `onSent` gets each note that arrived or is kept, and its words where WeChat understood them. `of`: the case it is for. */
export function useVoice(onSent: (note: SentVoice, words: string) => void, of?: string): Voice {
  const [state, setState] = useState<VoiceState>('idle');
  const now = useRef<VoiceState>('idle');
  const machine = useRef<Recording | null>(null);
  const wanted = useRef(false);
  const since = useRef(0);
  const seconds = useRef(1);
  const unsent = useRef<Recorded | null>(null);
  const sent = useRef(onSent);
  sent.current = onSent;
  const turn = (next: VoiceState) => {
    now.current = next;
    setState(next);
  };

  const send = async (said: Recorded) => {
    turn('sending');
    playable.add(said.src);
    try {
      done({ ...(await uploadVoice(said, of)), src: said.src }, said);
    } catch (error) {
      if (error instanceof Refused) {
        say(sentenceOf(error));
        turn('idle');
        return;
      }
      const ref = `${LOCAL}${clientKey()}-${seconds.current}`;
      const kept = await offline().then(({ shelf }) => shelf.put(ref, { ...said, thumb: '' }), nothing);
      if (kept) return done({ ...noteOf(ref), src: said.src }, said);
      unsent.current = said;
      turn('failed');
    }
  };
  const done = (note: SentVoice, { words }: Recorded) => {
    unsent.current = null;
    turn('idle');
    sent.current(note, words);
  };
  const stop = async () => {
    const listening = machine.current;
    if (!listening) return;
    machine.current = null;
    const span = Math.round((Date.now() - since.current) / 1000);
    seconds.current = Math.min(VOICE_SECONDS_MAX, Math.max(1, span));
    turn('sending');
    const said = await listening.stop();
    if (said) await send(said);
    else turn('idle');
  };
  const start = async () => {
    if (now.current === 'listening' || now.current === 'sending') return;
    wanted.current = true;
    turn('listening');
    const begun = await record(() => void stop());
    if (typeof begun === 'string') {
      say(DEAF[begun]);
      turn('idle');
      return;
    }
    // the thumb has left already, while the phone was asking: nothing was said
    if (!wanted.current) {
      turn('idle');
      await begun.stop();
      return;
    }
    machine.current = begun;
    since.current = Date.now();
  };
  return {
    state,
    start: () => void start(),
    stop: () => {
      wanted.current = false;
      if (machine.current) void stop();
    },
    retry: () => {
      if (unsent.current) void send(unsent.current);
    },
  };
}
