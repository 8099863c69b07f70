import type { PhotoTicket } from '@/contract';
import { VOICE_SECONDS_MAX } from '@/contract/limits';
import type { Deaf, Recorded, Recording } from './recorder';

/** What the cloud can read, the smallest first. */
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4'];

export async function record(onEnd: () => void): Promise<Recording | Deaf> {
  const kind = 'MediaRecorder' in window && KINDS.find((each) => MediaRecorder.isTypeSupported(each));
  if (!kind || !navigator.mediaDevices) return 'none';
  let ear: MediaStream;
  try {
    ear = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return (error as DOMException).name === 'NotFoundError' ? 'none' : 'denied';
  }
  const machine = new MediaRecorder(ear, { mimeType: kind, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  machine.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<void>((resolve) => {
    machine.onstop = () => resolve();
  });
  machine.start();
  const end = () => {
    if (machine.state !== 'inactive') machine.stop();
    for (const track of ear.getTracks()) track.stop();
  };
  const timer = setTimeout(onEnd, VOICE_SECONDS_MAX * 1000);
  return {
    async stop() {
      clearTimeout(timer);
      end();
      await ended;
      const content = new Blob(parts, { type: kind });
      if (content.size === 0) return null;
      return { src: URL.createObjectURL(content), bytes: content.size, content, words: '' };
    },
  };
}

export async function sendRecorded(said: Pick<Recorded, 'content'>, to: PhotoTicket): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(to.fields)) form.append(name, value);
  // object storage wants the file last
  form.append('file', said.content as Blob, 'note.voice');
  const answer = await fetch(to.url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`upload ended with ${answer.status}`);
  return to.fileId;
}

let playing: HTMLAudioElement | null = null;

export function play(url: string, onEnd: (failed: boolean) => void): () => void {
  playing?.pause();
  const machine = new Audio(url);
  playing = machine;
  machine.onended = () => onEnd(false);
  machine.onpause = () => onEnd(false);
  machine.onerror = () => onEnd(true);
  machine.play().catch(() => onEnd(true));
  return () => machine.pause();
}
