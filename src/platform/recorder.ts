/** The phone's ear. Not part of the index: only what speaks fetches it. */
import type { PhotoTicket } from '@/contract';

/** What was said: at most a minute. */
export interface Recorded {
  /** What the player plays while the page lives. */
  readonly src: string;
  readonly bytes: number;
  readonly content: unknown;
  /** The same as words, where WeChat understood them; else ''. */
  readonly words: string;
}

export interface Recording {
  /** Ends it; null when nothing was heard. */
  stop(): Promise<Recorded | null>;
}

/** Why it cannot be: the person said no, or the phone has no ear. */
export type Deaf = 'denied' | 'none';

/** Begins to listen. `onEnd` is called when it ends by itself, after a minute. */
export async function record(_onEnd: () => void): Promise<Recording | Deaf> {
  return 'none';
}

/** Sends it to where the cloud said; answers its file id. */
export async function sendRecorded(_said: Pick<Recorded, 'content'>, _to: PhotoTicket): Promise<string> {
  throw new Error('no target: the recorder is chosen by the build');
}

/** Plays a note; one at a time. `onEnd` when it is over or cannot be played. */
export function play(_url: string, _onEnd: (failed: boolean) => void): () => void {
  return () => undefined;
}
