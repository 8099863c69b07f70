/** What stands on a person's desk: their tabs and one line about who they are. */
import type { Me } from '@/contract';
import type { Tab } from '@/src/ui';
import { TABS } from './words';

export type StaffMe = NonNullable<Me['staff']>;
export type Desk = StaffMe['desk'][number];

/** The staff's pages, by path. */
export const STAFF = {
  work: '/pages/staff/work/index',
  ticket: '/pages/staff/ticket/index',
  pool: '/pages/staff/pool/index',
  late: '/pages/staff/late/index',
  rates: '/pages/staff/rates/index',
  responsibility: '/pages/staff/responsibility/index',
  roster: '/pages/staff/roster/index',
  away: '/pages/staff/away/index',
  calendar: '/pages/staff/calendar/index',
  replies: '/pages/staff/replies/index',
  shelf: '/pages/staff/shelf/index',
  activities: '/pages/staff/activities/index',
  activity: '/pages/staff/activity/index',
  volunteers: '/pages/staff/volunteers/index',
  me: '/pages/staff/me/index',
  bind: '/pages/staff/bind/index',
  codes: '/pages/staff/codes/index',
  wishes: '/pages/staff/wishes/index',
  standing: '/pages/staff/standing/index',
  honours: '/pages/staff/honours/index',
  earning: '/pages/staff/earning/index',
} as const;

const TAB_ROWS: readonly (Tab & { for?: readonly Desk[] })[] = [
  { icon: 'list', label: TABS.work, url: STAFF.work },
  { icon: 'inbox', label: TABS.pool, url: STAFF.pool, for: ['dispatcher'] },
  { icon: 'gauge', label: TABS.late, url: STAFF.late, for: ['dispatcher', 'leader'] },
  { icon: 'person', label: TABS.me, url: STAFF.me },
];

/** The tabs of this person, by the posts that they hold. */
export function tabsFor(desk: readonly Desk[]): Tab[] {
  return TAB_ROWS.filter((row) => !row.for || row.for.some((kind) => desk.includes(kind))).map(
    ({ icon, label, url }) => ({ icon, label, url }),
  );
}

/** One line for the head of a page: 闫满村第12微网格网格员 等 3 个岗位. */
export function postLine({ posts }: Pick<StaffMe, 'posts'>): string {
  const [first = '', ...others] = posts;
  return others.length > 0 ? `${first} 等 ${posts.length} 个岗位` : first;
}
