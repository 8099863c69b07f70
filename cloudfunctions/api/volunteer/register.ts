/** Becoming a volunteer, changing what one offers, and no longer being one. */
import { recordName } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { type Area, areaPathOf } from '@/domain/org/org';
import type { Participation } from '@/domain/record/participation';
import { isSkill } from '@/domain/volunteer/skills';
import { activities, change, hear, participations } from '../../runtime/activities';
import { volunteerNo } from '../../runtime/digest';
import { area, place } from '../../runtime/directory';
import { takeBackNotices } from '../../runtime/notices';
import { actorOf, patchPerson, personOf, writeContact } from '../../runtime/people';
import { readScene } from '../../runtime/scene';
import { type Signed, signed } from '../../runtime/serve';
import { giveBackWishes } from '../../runtime/wishes';
import { meOf } from '../person/open-session';

export const registerVolunteer = signed<'volunteer.register'>(
  async ({ name, phone, consent, guardian, ...offer }, { actor, openid, now }) => {
    if (!consent) throw new Refusal('CONSENT_REQUIRED');
    if (!offer.skills.every(isSkill)) throw new Refusal('SKILL_UNKNOWN', { field: 'skills' });
    if (!name) throw new Refusal('BAD_INPUT', { field: 'name' });
    if (!phone) throw new Refusal('BAD_INPUT', { field: 'phone' });
    const [first] = offer.places;
    const home = first ? await area(first) : null;
    if (!home || !offer.places.every((path) => isKnown(home, path)))
      throw new Refusal('BAD_INPUT', { field: 'places' });
    const teams = offer.teams.filter((id) => home.teams?.some((team) => team.id === id));
    const minor = offer.minor || offer.under16 === true;
    if (minor && !(guardian?.name && guardian.phone))
      throw new Refusal('GUARDIAN_MISSING', { field: 'guardian' });
    const volunteer = {
      ...offer,
      minor,
      teams,
      since: actor.volunteer?.since ?? now,
      no: actor.volunteer?.no ?? volunteerNo(actor.id),
      area: home.path,
      name: actor.staff ? actor.name : name,
      // what the desk has seen was seen for that name
      ...(actor.volunteer?.name === name && actor.volunteer.names && { names: actor.volunteer.names }),
      guardian: minor ? guardian : null,
    };
    await writeContact(await personOf(openid), { name, phone, volunteer });
    return meOf(await actorOf(openid));
  },
);

export const leaveVolunteers = signed<'volunteer.leave'>(async (_, call) => {
  await stopVolunteering(call);
  return meOf(await actorOf(call.openid));
});

/**
 * Somebody is no volunteer any more: claims and offers go to the next in line, places to whoever waits for them, and what
 * was offered to them stands in their list no longer. The one way out, by whichever button.
 */
export async function stopVolunteering({ actor, openid, now }: Signed): Promise<void> {
  if (!actor.volunteer) return;
  await giveBackWishes(actor, now);
  await giveBackPlaces(actor, now);
  await patchPerson(await personOf(openid), { volunteer: null });
  // What was claimed on another phone meanwhile.
  await giveBackWishes(actor, now);
  await takeBackNotices(actor.id, ['wish-fit', 'wish-fits', 'wish-offered']);
}

async function giveBackPlaces(actor: Signed['actor'], now: number): Promise<void> {
  const places: Participation[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await participations.list({
      is: { person: actor.id },
      oneOf: { state: ['seated', 'waiting'] },
      sort: 'startsAt',
      direction: 'desc',
      after,
    });
    places.push(...rows);
    if (next === null) break;
    after = next;
  }
  for (const { source } of places) {
    const activity = await activities.read(source.id);
    if (!activity || activity.closedAt !== null) continue;
    try {
      const left = await change(activity, { move: 'leave', actor, now });
      await hear(left, { person: actor.id, name: recordName(actor), phone: actor.phone }, now);
    } catch (error) {
      // What has just begun or ended is no obstacle to leaving.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

export const listChoices = signed<'volunteer.choices'>(async ({ scene }, { actor, now }) => {
  const path = scene
    ? (await place(readScene(scene), now)).orgPath
    : (actor.volunteer?.area ?? actor.volunteer?.places[0] ?? actor.staff?.area);
  if (!path) throw new Refusal('PLACE_UNKNOWN');
  const home = await area(areaPathOf(path));
  return {
    area: home.path,
    areaName: home.name,
    villages: home.nodes
      .filter(({ kind }) => kind === 'village')
      .map((node) => ({ path: node.path, name: node.name })),
    teams: (home.teams ?? []).map(({ id, name, line, services = [] }) => ({ id, name, line, services })),
    mine: actor.volunteer ?? null,
  };
});

const isKnown = (home: Area, path: string): boolean => home.nodes.some((node) => node.path === path);
