/**
 * `npm run seed`: loads data through the real SDK, into the emulator that `npm start` runs or into a real environment.
 *
 *   npm run seed -- catalogue FILE          the menu
 *   npm run seed -- area FILE               a work area: {area, places?, households?}
 *   npm run seed -- calendar FILE           the nation's days off, as `npm run calendar` makes them
 *   npm run seed -- invite AREA PERSON…     new invitation codes; `all` for everybody of the area
 *   npm run seed -- yanman                  the demonstration area with its menu, people and codes
 *   npm run seed -- write FILE              the demonstration area as a file, to make your own from
 *
 *   --at URL       the emulator, http://127.0.0.1:4100 unless said
 *   --env ENV_ID   a real environment, with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set
 *
 * Everything is checked before anything is written; a file with a mistake is refused with all its mistakes.
 */
import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { parseArea, parseCatalogue } from '@/contract/catalogue';
import type { Catalogue } from '@/domain/catalogue/catalogue';
import menu from '@/domain/catalogue/default.json';
import type { Area, Place } from '@/domain/org/org';
import { isWorkday, unitCalendar } from '@/domain/time/calendar';
import { openDatabase } from './database';
import { faultsOfArea } from './worlds/check';
import {
  type Database,
  loadArea,
  loadCatalogue,
  loadHouseholds,
  loadInvitations,
  loadPlaces,
} from './worlds/load';
import { type Household, householdId, type Invitation, invitationCode, placeId } from './worlds/world';
import { yanman } from './worlds/yanman';

const USAGE =
  'usage: npm run seed -- catalogue|area|calendar|write FILE, invite AREA PERSON…, yanman  [--at URL | --env ENV_ID]';

/** A work area as it is kept in a file: places and households may leave their ids out. */
interface AreaBook {
  readonly area: Area;
  readonly places: readonly Place[];
  readonly households: readonly Household[];
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { at: { type: 'string' }, env: { type: 'string' } },
  });
  const [what, ...rest] = positionals;
  if (what === 'write') return write(rest[0]);
  const db = openDatabase(values);
  switch (what) {
    case 'catalogue': {
      const catalogue = parseCatalogue(read(rest[0]));
      await loadCatalogue(db, catalogue);
      return say(`菜单已载入：${catalogue.services.length} 项。一分钟内生效。`);
    }
    case 'area': {
      const book = readBook(read(rest[0]));
      refuseFaults(faultsOfArea(book.area, book.places, await catalogueIn(db)));
      await loadBook(db, book);
      return say(
        `${book.area.name}已载入：${book.places.length} 个码，${book.households.length} 户，${book.area.persons.length} 人。`,
      );
    }
    case 'calendar': {
      const days = read(rest[0]) as Parameters<typeof unitCalendar>[0];
      // Working a day out reads every date of it, and throws at a wrong one.
      isWorkday(unitCalendar(days), Date.now());
      await db
        .collection('directory')
        .doc('calendar')
        .set({ ...days });
      return say(
        '日历已载入。请再触发一次 jobs：{"job":"recompute","key":"YIMA_OPERATOR_KEY 的值"}，重算到期时间。',
      );
    }
    case 'invite': {
      const [path = '', ...persons] = rest;
      const area = await areaIn(db, path);
      return invite(db, area, persons.includes('all') ? area.persons.map(({ id }) => id) : persons);
    }
    case 'yanman': {
      const world = yanman(Date.now());
      await loadCatalogue(db, parseCatalogue(menu));
      await loadBook(db, world);
      // The codes of the demonstration are in this repository: a real environment gets its own.
      if (values.env)
        return invite(
          db,
          world.area,
          world.area.persons.map(({ id }) => id),
        );
      await loadInvitations(db, world.invitations);
      return say(
        `闫满工作区已载入：${world.places.length} 个码，${world.households.length} 户，${world.area.persons.length} 人。`,
      );
    }
    default:
      throw new Error(USAGE);
  }
}

function read(file: string | undefined): unknown {
  if (!file) throw new Error(USAGE);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readBook(json: unknown): AreaBook {
  const { area: rawArea, places = [], households = [] } = json as Partial<AreaBook>;
  const area = parseArea(rawArea);
  return {
    area,
    places: places.map((place) => ({
      _id: place._id ?? placeId(area.path, place.orgPath, place.name),
      orgPath: place.orgPath,
      name: place.name,
      kind: place.kind,
      retiredAt: place.retiredAt ?? null,
    })),
    households: households.map(({ _id, orgPath, door }) => ({
      _id: _id ?? householdId(orgPath, door),
      orgPath,
      door,
    })),
  };
}

async function loadBook(db: Database, { area, places, households }: AreaBook): Promise<void> {
  await loadArea(db, area);
  await loadPlaces(db, places);
  await loadHouseholds(db, households);
}

function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`没有载入，有 ${faults.length} 处要改：\n  ${faults.join('\n  ')}`);
}

async function catalogueIn(db: Database): Promise<Catalogue> {
  const { data } = await db.collection('directory').doc('catalogue').get();
  return (data[0] as Catalogue | undefined) ?? parseCatalogue(menu);
}

async function areaIn(db: Database, path: string): Promise<Area> {
  const { data } = await db.collection('directory').doc(`area:${path}`).get();
  const area = data[0] as Area | undefined;
  if (!area) throw new Error(`没有工作区 ${path}，请先载入`);
  return area;
}

/** Makes codes that nobody can guess and shows them once: only their digests are kept. */
async function invite(db: Database, area: Area, ids: readonly string[]): Promise<void> {
  const persons = ids.map((id) => {
    const person = area.persons.find((candidate) => candidate.id === id);
    if (!person) throw new Error(`${area.name}没有 ${id} 这个人`);
    return person;
  });
  const invitations: Invitation[] = persons.map(({ id }) => ({
    code: invitationCode((below) => randomInt(below)),
    person: id,
    area: area.path,
  }));
  await loadInvitations(db, invitations);
  say('姓名\t岗位\t邀请码（只显示这一次）');
  persons.forEach(({ id, name }, index) => {
    const held = area.posts.find((post) => post.holders.some((holder) => holder.person === id))?.name ?? '';
    const { code = '' } = invitations[index] ?? {};
    say(`${name}\t${held}\t${code.slice(0, 4)}-${code.slice(4)}`);
  });
}

function write(file: string | undefined): void {
  if (!file) throw new Error(USAGE);
  const { area, places, households } = yanman(Date.now());
  writeFileSync(file, `${JSON.stringify({ area, places, households }, null, 1)}\n`);
  say(`已写入 ${file}`);
}

const say = (line: string) => console.log(line);

/** What went wrong, for the person at the keyboard: every mistake of a file on a line of its own. */
function explain(
  error: Error & { code?: string; issues?: readonly { path: PropertyKey[]; message: string }[] },
) {
  if (error.issues) {
    const lines = error.issues.map(({ path, message }) => `${path.join('.')}：${message}`);
    return `没有载入，有 ${lines.length} 处要改：\n  ${lines.join('\n  ')}`;
  }
  if (error.code === 'ECONNREFUSED') return '没有连上：请先 npm start，或用 --at 说明模拟云的地址';
  return error.message;
}

z.config(z.locales.zhCN());
main().catch((error: Error) => {
  console.error(explain(error));
  process.exit(1);
});
