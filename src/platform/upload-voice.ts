import type { CheckedVoice } from '@/contract';
import { call } from './call';
import { type Recorded, sendRecorded } from './recorder';

/** Sends a voice note and has the cloud look at it. `of` is the id of the case that it belongs to. */
export async function uploadVoice(
  said: Pick<Recorded, 'bytes' | 'content'>,
  of?: string,
): Promise<CheckedVoice> {
  const to = await call('voice.prepare', { bytes: said.bytes });
  const arrived = await sendRecorded(said, to);
  return call('voice.check', { fileId: arrived, ...(of && { of }) });
}
