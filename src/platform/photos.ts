import { useCallback, useEffect, useRef, useState } from 'react';
import { Refused } from './call';
import { clientKey } from './client-key';
import { say } from './feedback';
import { offline } from './later';
import { isLocal, LOCAL } from './local';
import { useBackOnline } from './online';
import { choosePictures, type Picture } from './pictures';
import { upload } from './upload';

/** A photo of a draft: arrived, under its file id, or waiting on this phone, under `local:…`. */
export interface SentPhoto {
  readonly fileId: string;
  readonly thumb: string;
}

type PhotoState = 'sending' | 'failed' | 'kept' | undefined;

interface Held {
  readonly id: string;
  readonly src: string;
  readonly small?: string;
  readonly thumb: string;
  /** Null while only this page holds it. */
  readonly fileId: string | null;
  readonly state: PhotoState;
  readonly picture: Picture | null;
}

export interface Photos {
  /** For PhotoGrid, with `onAdd`, `onRemove` and `onRetry`. */
  readonly photos: readonly { id: string; url: string; small?: string; state: PhotoState }[];
  readonly onAdd: () => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
  /** Those that have arrived or wait on this phone, in order: for the action and for the draft. */
  readonly sent: readonly SentPhoto[];
  readonly fileIds: string[];
  /** Some are under way or have failed: submitting now would lose them. */
  readonly unfinished: boolean;
  /** Of these, some are under way. */
  readonly sending: boolean;
  /** The form is blank; what waits on this phone goes along with what was sent. */
  readonly clear: () => void;
  /** The same, and nothing of it waits any longer. */
  readonly throwAway: () => void;
}

/**
 * Photos of one form: chosen, compressed, sent at once in the background, looked at by the cloud, kept by their file
 * ids. `of` is the id of the case that they belong to; a request that is being written has none yet. With `later`, what
 * has not arrived waits on this phone and goes along with what is sent later: for those who send by `sendLater`.
 */
export function usePhotos(before: readonly SentPhoto[] = [], max = 9, of?: string, later = false): Photos {
  const [held, setHeld] = useState<readonly Held[]>(() =>
    before.map(({ fileId, thumb }) => ({
      id: fileId,
      src: thumb,
      thumb,
      fileId,
      state: isLocal(fileId) ? 'kept' : undefined,
      picture: null,
    })),
  );
  const latest = useRef(held);
  latest.current = held;
  const patch = (id: string, change: Partial<Held>) =>
    setHeld((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const drop = (id: string) => {
    if (isLocal(id)) void offline().then(({ shelf }) => shelf.drop(id), ignore);
  };

  const keep = async (id: string, picture: Picture): Promise<boolean> => {
    if (!later) return false;
    const kept = await offline().then(
      ({ shelf }) => shelf.put(id, picture),
      () => false,
    );
    if (kept) patch(id, { fileId: id });
    return kept;
  };
  const send = async (id: string, picture: Picture, kept: boolean) => {
    patch(id, { state: 'sending' });
    try {
      patch(id, { fileId: await upload(picture, of), state: undefined });
      drop(id);
    } catch (error) {
      const refused = error instanceof Refused;
      if (refused) say(error.message);
      // what the cloud will not have needs no waiting
      patch(id, refused || !kept ? { state: 'failed', fileId: null } : { state: 'kept' });
    }
  };
  const onAdd = async () => {
    const pictures = await choosePictures(max - latest.current.length);
    const fresh = pictures.map((picture) => ({ id: `${LOCAL}${clientKey()}`, picture }));
    setHeld((all) => [
      ...all,
      ...fresh.map(({ id, picture }): Held => {
        const { src, thumb } = picture;
        return { id, src, thumb, fileId: null, state: 'sending', picture };
      }),
    ]);
    const kept = new Set<string>();
    for (const { id, picture } of fresh) if (await keep(id, picture)) kept.add(id);
    // one after the other: a village's uplink is narrow
    for (const { id, picture } of fresh) await send(id, picture, kept.has(id));
  };
  const again = async (id: string) => {
    const one = latest.current.find((each) => each.id === id);
    if (!one || one.state === 'sending') return;
    const picture = one.picture ?? (await offline().then(({ shelf }) => shelf.take(id), ignore));
    if (picture) await send(id, picture, isLocal(one.fileId));
    else patch(id, { state: 'failed', fileId: null });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the form began with
  useEffect(() => {
    if (before.length === 0) return;
    void offline()
      .then(({ redrawn }) => redrawn(before, of))
      .then((all) => {
        for (const { fileId, src, small } of all) patch(fileId, { src, small, thumb: small });
      }, ignore);
  }, []);
  useBackOnline(() => {
    for (const { id, state } of latest.current) if (state === 'kept') void again(id);
  });

  const sent = held.flatMap(({ fileId, thumb }) => (fileId ? [{ fileId, thumb }] : []));
  return {
    photos: held.map(({ id, src, small, state }) => ({ id, url: src, ...(small && { small }), state })),
    onAdd: () => void onAdd(),
    onRemove: (id) => {
      setHeld((all) => all.filter((one) => one.id !== id));
      drop(id);
    },
    onRetry: (id) => void again(id),
    sent,
    fileIds: sent.map((photo) => photo.fileId),
    unfinished: held.some((one) => one.fileId === null),
    sending: held.some((one) => one.fileId === null && one.state === 'sending'),
    clear: useCallback(() => setHeld([]), []),
    throwAway: () => {
      setHeld([]);
      for (const { id } of latest.current) drop(id);
    },
  };
}

const ignore = (): null => null;
