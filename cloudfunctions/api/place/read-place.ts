/** The place behind a scanned code and the worker who answers for it. Open to everybody: the law posts it on the wall. */
import { Refusal } from '@/domain/flow/refusal';
import { onDuty } from '@/domain/org/dispatch';
import { placeWords, postAt } from '@/domain/org/org';
import { area, place } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { readScene, sceneOf } from '../../runtime/scene';
import type { Handlers } from '../../runtime/serve';

export const readPlace: Handlers['place.read'] = async ({ scene }, { now }) => {
  const found = await place(readScene(scene), now);
  const home = await area(found.orgPath);
  const post = postAt(home, 'grid-worker', found.orgPath);
  const worker = post && onDuty(home, post, now)[0];
  const node = home.nodes.find((candidate) => candidate.path === found.orgPath);
  return {
    scene: sceneOf(found._id),
    name: found.name,
    words: placeWords(home, found.orgPath),
    worker: worker
      ? { name: worker.name, phone: worker.phone, post: post.name, households: node?.households ?? null }
      : null,
  };
};

/** The menu of the place where somebody stands; of a code that is gone, as of none, the county's own. */
export const readCatalogue: Handlers['catalogue.read'] = async ({ scene }, { now }) => {
  const { offices, services } = await catalogue(scene && (await standing(scene, now)));
  return { offices, services };
};

async function standing(scene: string, now: number): Promise<string> {
  try {
    return (await place(readScene(scene), now)).orgPath;
  } catch (error) {
    if (error instanceof Refusal) return '';
    throw error;
  }
}
