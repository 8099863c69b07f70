import Taro from '@tarojs/taro';
import type { PhotoTicket } from '@/contract';
import { VOICE_SECONDS_MAX } from '@/contract/limits';
import type { Deaf, Recorded, Recording } from './recorder';

/** 同声传译, where the app declares it (`YIMA_SPEECH=on` at the build): it writes what it hears. */
interface Speech {
  getRecordRecognitionManager(): SpeechManager;
}
interface SpeechManager {
  onStop: (heard: { result?: string; tempFilePath?: string; fileSize?: number }) => void;
  onError: (error: { retcode?: number }) => void;
  start(options: { duration: number; lang: string }): void;
  stop(): void;
}
declare const requirePlugin: ((name: string) => Speech) | undefined;

const MS = VOICE_SECONDS_MAX * 1000;

export async function record(onEnd: () => void): Promise<Recording | Deaf> {
  if (!(await allowed())) return 'denied';
  const speech = plugin();
  return speech ? withWords(speech, onEnd) : plain(onEnd);
}

/** WeChat asks once; a no is kept, and its settings change it. */
async function allowed(): Promise<boolean> {
  try {
    await Taro.authorize({ scope: 'scope.record' });
    return true;
  } catch {
    return false;
  }
}

function plugin(): Speech | null {
  if (typeof requirePlugin !== 'function') return null;
  try {
    return requirePlugin('WechatSI');
  } catch {
    return null;
  }
}

function plain(onEnd: () => void): Recording {
  const machine = Taro.getRecorderManager();
  const heard = new Promise<Recorded | null>((resolve) => {
    machine.onStop(({ tempFilePath, fileSize }) => {
      resolve(tempFilePath ? { ...fileOf(tempFilePath, fileSize), words: '' } : null);
      onEnd();
    });
    machine.onError(() => {
      resolve(null);
      onEnd();
    });
  });
  // small, and every phone can play it
  machine.start({
    duration: MS,
    format: 'mp3',
    sampleRate: 16_000,
    numberOfChannels: 1,
    encodeBitRate: 48_000,
  });
  return {
    stop() {
      machine.stop();
      return heard;
    },
  };
}

function withWords(speech: Speech, onEnd: () => void): Recording {
  const machine = speech.getRecordRecognitionManager();
  const heard = new Promise<Recorded | null>((resolve) => {
    machine.onStop = ({ result = '', tempFilePath, fileSize = 0 }) => {
      resolve(tempFilePath ? { ...fileOf(tempFilePath, fileSize), words: result } : null);
      onEnd();
    };
    // the day's quota, two at once: whatever it is, the keyboard is there
    machine.onError = () => {
      resolve(null);
      onEnd();
    };
  });
  machine.start({ duration: MS, lang: 'zh_CN' });
  return {
    stop() {
      machine.stop();
      return heard;
    },
  };
}

const fileOf = (path: string, bytes: number) => ({ src: path, bytes: bytes || 1, content: path });

export async function sendRecorded(said: Pick<Recorded, 'content'>, to: PhotoTicket): Promise<string> {
  const sent = await Taro.cloud.uploadFile({ cloudPath: to.cloudPath, filePath: String(said.content) });
  return sent.fileID ?? to.fileId;
}

let playing: Taro.InnerAudioContext | null = null;

export function play(url: string, onEnd: (failed: boolean) => void): () => void {
  playing?.destroy();
  const machine = Taro.createInnerAudioContext();
  playing = machine;
  machine.src = url;
  machine.onEnded(() => onEnd(false));
  machine.onStop(() => onEnd(false));
  machine.onError(() => onEnd(true));
  machine.play();
  return () => machine.stop();
}
