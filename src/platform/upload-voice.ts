import type { CheckedVoice } from '@/contract';
import { call } from './call';
import { type Recorded, sendRecorded } from './recorder';

/** Sends a voice note and has the cloud look at it. `of` is the id of the case that it belongs to. */
export const uploadVoice = (said: Pick<Recorded, 'bytes' | 'content'>, of?: string): Promise<CheckedVoice> =>
  call('voice.prepare', { bytes: said.bytes })
    .then((to) => sendRecorded(said, to))
    .then((fileId) => call('voice.check', { fileId, ...(of && { of }) }));
