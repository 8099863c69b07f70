/** Builds a world into a data directory: loads it through the SDK and lets its week happen. */
import tcb from '@cloudbase/node-sdk';
import { parseArea, parseCatalogue } from '@/contract/catalogue';
import menu from '@/domain/catalogue/default.json';
import { findFaults, leavesNobody } from '@/domain/org/faults';
import type { RunningEmulator } from '@/emulator';
import { Phone } from '../local';
import { type Database, loadArea, loadCatalogue, loadHouseholds, loadInvitations, loadPlaces } from './load';
import { Play, type Played } from './play';
import { playStandingAfter, playStandingBefore, STANDING_BEFORE } from './standing';
import { RESIDENTS, WEEK } from './week';
import { playWishesAfter, playWishesBefore } from './wishes';
import type { World } from './world';

/** The database of a running emulator, through the real SDK. One process can open one only. */
export function databaseOf(cloud: Pick<RunningEmulator, 'env'>): Database {
  Object.assign(process.env, cloud.env);
  return tcb.init({ env: cloud.env.TCB_ENV ?? '' }).database();
}

/** Loads everything a world is made of, with the default menu. Refuses a table of responsibility with faults. */
export async function loadWorld(db: Database, world: World): Promise<void> {
  const catalogue = parseCatalogue(menu);
  const faults = findFaults(parseArea(world.area), catalogue.services, Date.now()).filter(leavesNobody);
  if (faults.length > 0) throw new Error(`the table of responsibility has ${faults.length} faults`);
  await loadCatalogue(db, catalogue);
  await loadArea(db, world.area);
  await loadPlaces(db, world.places);
  await loadHouseholds(db, world.households);
  await loadInvitations(db, world.invitations);
}

/** Binds the personas and plays the week up to `now` (ms). */
export async function playWeek(
  cloud: RunningEmulator,
  world: World,
  now: number,
  told?: (share: number) => void,
): Promise<Played> {
  const phone = new Phone(cloud.url);
  const play = new Play(phone, world, RESIDENTS, now);
  await phone.clockTo(now - STANDING_BEFORE, false);
  for (const { person } of world.personas) if (person) await play.bind(person);
  await phone.users(world.personas.map(({ person: _, ...persona }) => persona));
  await playStandingBefore(phone, world, now);
  await playWishesBefore(phone, world, now);
  const played = await play.run(WEEK, told);
  await playWishesAfter(phone, world, now);
  await playStandingAfter(phone, world, now);
  return played;
}
