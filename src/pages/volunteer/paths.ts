/** Where the volunteers' screens are, and how they are opened. Residents come here for the wish wall, too. */
import { go } from '@/src/platform';

export const VOLUNTEER = {
  wall: '/pages/volunteer/wall/index',
  wish: '/pages/volunteer/wish/index',
  post: '/pages/volunteer/post/index',
  mine: '/pages/volunteer/mine/index',
  activities: '/pages/volunteer/activities/index',
  activity: '/pages/volunteer/activity/index',
  record: '/pages/volunteer/record/index',
  certificate: '/pages/volunteer/certificate/index',
  verify: '/pages/volunteer/verify/index',
  report: '/pages/volunteer/report/index',
  me: '/pages/volunteer/me/index',
  register: '/pages/volunteer/register/index',
  points: '/pages/volunteer/points/index',
  returns: '/pages/volunteer/returns/index',
  conduct: '/pages/volunteer/conduct/index',
  honours: '/pages/volunteer/honours/index',
  honour: '/pages/volunteer/honour/index',
} as const;

export const toWish = (id: string) => go(VOLUNTEER.wish, { id });
export const toActivity = (id: string) => go(VOLUNTEER.activity, { id });
