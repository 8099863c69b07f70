/** A district of twenty work areas, each with forty micro-grids and a worker for each: the tests' town, twenty times, and larger. */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Area, Place } from '@/domain/org/org';
import { AREA, TOWN } from '@/test/builders/town';
import type { Database } from '@/test/support/emulator';
import { type Name, openidOf } from '@/test/support/yima';

const TOWNS = 20;
const MICROS = 40;

/** One of the district's areas: `n` stands at the end of the name of everybody who works there. */
export interface Town {
  readonly n: number;
  readonly area: Area;
  readonly places: readonly Place[];
}

/** The person who does this in that area: `who('qian', 3)`. */
export const who = (name: string, n: number): Name => `${name}${n}` as Name;

/** Puts the areas, their places and their staff into a database. */
export async function seedDistrict(db: Database): Promise<Town[]> {
  const towns = Array.from({ length: TOWNS }, (_, n) => townOf(n));
  for (const { area, places } of towns) {
    await db.collection('directory').add({ _id: `area:${area.path}`, ...area });
    await db.collection('places').add([...places]);
    await db.collection('people').add(
      area.persons.map(({ id }) => {
        const openid = openidOf(id.slice(2) as Name);
        return { _id: personIdOf(openid), openid, name: '', phone: '', staff: { id, area: area.path } };
      }),
    );
  }
  return towns;
}

function townOf(n: number): Town {
  const path = `370114/town${n}/area/`;
  const copy: Area = JSON.parse(
    JSON.stringify(TOWN)
      .replaceAll(AREA, path)
      .replaceAll(/"s_(\w+)"/g, `"s_$1${n}"`),
  );
  const micros = Array.from({ length: MICROS }, (_, m) => ({
    m,
    path: `${path}v01/g1/m${100 + m}/`,
    name: `第${100 + m}微网格`,
    worker: `s_worker${m}of${n}`,
  }));
  const area: Area = {
    ...copy,
    nodes: [
      ...copy.nodes,
      ...micros.map((micro) => ({
        path: micro.path,
        name: micro.name,
        kind: 'micro' as const,
        households: 25,
      })),
    ],
    posts: [
      ...copy.posts,
      ...micros.map((micro) => ({
        id: `grid@m${100 + micro.m}`,
        kind: 'grid-worker' as const,
        name: `${micro.name}网格员`,
        unit: 'grid-v01',
        path: micro.path,
        holders: [{ person: micro.worker }],
      })),
    ],
    persons: [
      ...copy.persons,
      ...micros.map(({ worker, m }) => ({
        id: worker,
        name: `网格员${m}`,
        phone: '17000001234',
        skills: [],
        leave: [],
      })),
    ],
  };
  const places = micros.map(({ m, path: orgPath }) => ({
    _id: `p${String(n).padStart(4, '0')}${String(m).padStart(5, '0')}`,
    orgPath,
    name: `${m}号楼`,
    kind: 'building' as const,
    retiredAt: null,
  }));
  return { n, area, places };
}
