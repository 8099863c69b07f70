/** The units and people that answer for a place: whom a report may be about. Their names are public by law (BZ §11). */
import { onDuty } from '@/domain/org/dispatch';
import { isWithin, type Post } from '@/domain/org/org';
import { area, place } from '../../runtime/directory';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';

export const listUnits = signed<'place.units'>(async ({ scene }, { now }) => {
  const { orgPath } = await place(readScene(scene), now);
  const home = await area(orgPath);
  const here = (post: Post) => isWithin(orgPath, post.path);
  return home.units
    .map(({ id, name }) => {
      const posts = home.posts.filter((post) => post.unit === id && here(post));
      const people = posts.flatMap((post) =>
        onDuty(home, post, now).map((person) => ({ person: person.id, name: person.name, post: post.name })),
      );
      return { unit: id, name, people, posts: posts.length };
    })
    .filter(({ posts }) => posts > 0)
    .map(({ unit, name, people }) => ({ unit, name, people }));
});
