/** The place behind a scanned code and the worker who answers for it. Open to everybody: the law posts it on the wall. */
import { onDuty } from '@/domain/org/dispatch';
import { placeWords, postAt } from '@/domain/org/org';
import { area, catalogue, place } from '../../runtime/directory';
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

export const readCatalogue: Handlers['catalogue.read'] = async () => {
  const { offices, services } = await catalogue();
  return { offices, services };
};
