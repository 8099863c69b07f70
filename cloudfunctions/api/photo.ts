/** Where a phone may put one photo or one voice note, and the look at it once it has arrived. */
import { activityFlow } from '@/domain/activity/flow';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { participationFlow } from '@/domain/record/flow';
import { wishFlow } from '@/domain/wish/flow';
import { activityFor, participations } from '../runtime/activities';
import {
  checkPhoto,
  checkVoice,
  preparePhoto,
  prepareVoice,
  readPhotos,
  requireGiven,
} from '../runtime/files';
import { FILING } from '../runtime/permits';
import { signed } from '../runtime/serve';
import { ticketFor } from '../runtime/tickets';
import { wishFor } from '../runtime/wishes';

export const preparePhotoPlace = signed<'photo.prepare'>((_, { actor, now }) => preparePhoto(actor.id, now));

export const checkPhotoSent = signed<'photo.check'>(
  async ({ fileId, of = FILING, small }, { actor, now }) => {
    requireGiven(actor.id, fileId);
    await requirePart(of, actor);
    return checkPhoto({ person: actor.id, of, now }, fileId, small);
  },
);

export const readPhotosSent = signed<'photo.read'>(({ photos, of = FILING }, { actor, now }) =>
  readPhotos({ person: actor.id, of, now }, photos),
);

export const prepareVoicePlace = signed<'voice.prepare'>((_, { actor, now }) => prepareVoice(actor.id, now));

export const checkVoiceSent = signed<'voice.check'>(async ({ fileId, of = FILING }, { actor, now }) => {
  requireGiven(actor.id, fileId);
  await requirePart(of, actor);
  return checkVoice({ person: actor.id, of, now }, fileId);
});

/** Whoever may bring photos to the case `of`; refuses NOT_FOUND for everybody else, as for a case that does not exist. */
async function requirePart(of: string, actor: Actor): Promise<void> {
  if (of !== FILING && !(await PARTS[of[0] ?? '']?.(of, actor))) throw new Refusal('NOT_FOUND');
}

const PARTS: Readonly<Record<string, (id: string, actor: Actor) => Promise<boolean>>> = {
  t: async (id, actor) => (await ticketFor(id, actor))._id === id,
  async w(id, actor) {
    const roles = wishFlow.rolesOf(await wishFor(id, actor), actor);
    return roles.includes('poster') || roles.includes('claimer');
  },
  async a(id, actor) {
    const roles = activityFlow.rolesOf(await activityFor(id, actor), actor);
    return roles.includes('organiser') || roles.includes('desk');
  },
  async h(id, actor) {
    const part = await participations.read(id);
    return part !== null && participationFlow.rolesOf(part, actor).includes('self');
  },
};
