/** One wish, as this person may see it. */
import { signed } from '../../runtime/serve';
import { wishFor } from '../../runtime/wishes';
import { viewOf } from './view';

export const readWish = signed<'wish.read'>(async ({ id }, { actor, now }) =>
  viewOf(await wishFor(id, actor), { actor, now, here: null }),
);
