/** A voice note of a form: spoken, sent at once, kept by its file id. Not part of the index: only what speaks fetches it. */
import { useRef, useState } from 'react';
import { call, Refused, sentenceOf } from './call';
import { say } from './feedback';
import { type Recorded, type Recording, record, sendRecorded } from './recorder';

/** A note that has arrived: what a draft keeps. */
export interface SentVoice {
  readonly fileId: string;
  readonly seconds: number;
  /** What this phone plays; '' after the page was left. */
  readonly src: string;
}

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

/** `onSent` gets each note that arrived, and its words where WeChat understood them. `of`: the case that it is for. */
export function useVoice(onSent: (note: SentVoice, words: string) => void, of?: string): Voice {
  const [state, setState] = useState<VoiceState>('idle');
  const now = useRef<VoiceState>('idle');
  const machine = useRef<Recording | null>(null);
  const wanted = useRef(false);
  const unsent = useRef<Recorded | null>(null);
  const sent = useRef(onSent);
  sent.current = onSent;
  const turn = (next: VoiceState) => {
    now.current = next;
    setState(next);
  };

  const send = async (said: Recorded) => {
    turn('sending');
    try {
      const to = await call('voice.prepare', { bytes: said.bytes });
      const arrived = await sendRecorded(said, to);
      const note = await call('voice.check', { fileId: arrived, ...(of && { of }) });
      unsent.current = null;
      turn('idle');
      sent.current({ ...note, src: said.src }, said.words);
    } catch (error) {
      if (error instanceof Refused) {
        say(sentenceOf(error));
        turn('idle');
        return;
      }
      unsent.current = said;
      turn('failed');
    }
  };
  const stop = async () => {
    const listening = machine.current;
    if (!listening) return;
    machine.current = null;
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
