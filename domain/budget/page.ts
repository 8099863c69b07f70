/** Where a notice leads: the screen of what it is about. */

/** Notices to whoever had a ticket until now. */
const GONE: readonly string[] = ['taken', 'handed-on'];

/** Path and query of a page, without the first slash. `atWork` for what was told to a work identity. */
export function pageOf(kind: string, id: string, atWork: boolean): string {
  const about = id === '' ? '' : `?id=${encodeURIComponent(id)}`;
  // what somebody does not have any more cannot be opened: it leads to what they have
  if (GONE.includes(kind)) return 'pages/staff/work/index';
  switch (kind.split('-')[0]) {
    case 'activity':
      return `pages/${atWork ? 'staff' : 'volunteer'}/activity/index${about}`;
    case 'wish':
      return `pages/volunteer/${id === '' ? 'wall' : 'wish'}/index${about}`;
    case 'points':
      return 'pages/volunteer/points/index';
    case 'return':
      return 'pages/volunteer/returns/index';
    case 'conduct':
      return `pages/volunteer/conduct/index${about}`;
    case 'person':
      return 'pages/resident/me/index';
    case 'honour':
      return `pages/volunteer/honour/index${about}`;
    default:
      return `pages/${atWork ? 'staff' : 'resident'}/ticket/index${about}`;
  }
}
