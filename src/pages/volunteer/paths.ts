/** Where the volunteers' screens are, and how they are opened. Residents come here for the wish wall, too. */
import { go } from '@/src/platform';

export const VOLUNTEER = {
  wall: '/pages/volunteer/wall/index',
  wish: '/pages/volunteer/wish/index',
  post: '/pages/volunteer/post/index',
  mine: '/pages/volunteer/mine/index',
  activities: '/pages/volunteer/activities/index',
  me: '/pages/volunteer/me/index',
  register: '/pages/volunteer/register/index',
  points: '/pages/volunteer/points/index',
  returns: '/pages/volunteer/returns/index',
  conduct: '/pages/volunteer/conduct/index',
  honours: '/pages/volunteer/honours/index',
  honour: '/pages/volunteer/honour/index',
} as const;

export const toWish = (id: string) => go(VOLUNTEER.wish, { id });
