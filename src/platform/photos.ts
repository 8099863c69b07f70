import { useCallback, useRef, useState } from 'react';
import { call, Refused } from './call';
import { clientKey } from './client-key';
import { say } from './feedback';
import { choosePictures, type Picture, sendPicture } from './pictures';

/** A photo that has arrived: what a draft keeps. */
export interface SentPhoto {
  readonly fileId: string;
  readonly thumb: string;
}

interface Held {
  readonly id: string;
  readonly src: string;
  readonly thumb: string;
  readonly fileId: string | null;
  readonly state: 'sending' | 'failed' | undefined;
  readonly picture: Picture | null;
}

export interface Photos {
  /** For PhotoGrid, with `onAdd`, `onRemove` and `onRetry`. */
  readonly photos: readonly { id: string; src: string; state: 'sending' | 'failed' | undefined }[];
  readonly onAdd: () => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
  /** Those that have arrived, in order: for the action and for the draft. */
  readonly sent: readonly SentPhoto[];
  readonly fileIds: string[];
  /** Some are under way or have failed: submitting now would lose them. */
  readonly unfinished: boolean;
  readonly clear: () => void;
}

/**
 * Photos of one form: chosen, compressed, sent at once in the background, looked at by the cloud, kept by their file
 * ids. `of` is the id of the case that they belong to; a request that is being written has none yet.
 */
export function usePhotos(before: readonly SentPhoto[] = [], max = 9, of?: string): Photos {
  const [held, setHeld] = useState<readonly Held[]>(() =>
    before.map(({ fileId, thumb }) => ({
      id: fileId,
      src: thumb,
      thumb,
      fileId,
      state: undefined,
      picture: null,
    })),
  );
  const latest = useRef(held);
  latest.current = held;
  const patch = (id: string, change: Partial<Held>) =>
    setHeld((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));

  const send = async (id: string, picture: Picture) => {
    patch(id, { state: 'sending' });
    try {
      const to = await call('photo.prepare', { bytes: picture.bytes });
      const arrived = await sendPicture(picture, to);
      const { fileId } = await call('photo.check', { fileId: arrived, ...(of && { of }) });
      patch(id, { fileId, state: undefined });
    } catch (error) {
      if (error instanceof Refused) say(error.message);
      patch(id, { state: 'failed' });
    }
  };
  const onAdd = async () => {
    const pictures = await choosePictures(max - latest.current.length);
    const fresh = pictures.map((picture): Held => {
      const { src, thumb } = picture;
      return { id: clientKey(), src, thumb, fileId: null, state: 'sending', picture };
    });
    setHeld((all) => [...all, ...fresh]);
    // one after the other: a village's uplink is narrow
    for (const { id, picture } of fresh) if (picture) await send(id, picture);
  };

  const sent = held.flatMap(({ fileId, thumb }) => (fileId ? [{ fileId, thumb }] : []));
  return {
    photos: held.map(({ id, src, state }) => ({ id, src, state })),
    onAdd: () => void onAdd(),
    onRemove: (id) => setHeld((all) => all.filter((one) => one.id !== id)),
    onRetry: (id) => {
      const picture = latest.current.find((one) => one.id === id)?.picture;
      if (picture) void send(id, picture);
    },
    sent,
    fileIds: sent.map((photo) => photo.fileId),
    unfinished: held.some((one) => one.fileId === null),
    clear: useCallback(() => setHeld([]), []),
  };
}
