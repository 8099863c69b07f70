/** The timer's part in forgetting: people who have asked for it, once every instance has heard of it. */
import { forgetPerson, leavingNow } from '../runtime/forget';
import type { Sweeper } from './sweeper';

export const LEAVING: Sweeper = {
  name: 'leaving',
  due: async (now, limit, skip) =>
    (await leavingNow(now, limit, skip)).map((person) => ({
      id: person._id,
      since: person.leavesAt,
      wake: async () => {
        await forgetPerson(person, now);
        return { moved: 1, told: 0 };
      },
    })),
};
