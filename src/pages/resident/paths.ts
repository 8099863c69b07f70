/** Where the resident's screens are, and how they are opened. */
import type { TicketKind } from '@/domain/catalogue/catalogue';
import type { ThreadKind } from '@/domain/flow/thread';
import { go, HOME } from '@/src/platform';

export { HOME };
export const MENU_PATH = '/pages/resident/menu/index';
export const FILE_PATH = '/pages/resident/file/index';
export const TICKETS_PATH = '/pages/resident/tickets/index';
export const TICKET_PATH = '/pages/resident/ticket/index';
export const ME_PATH = '/pages/resident/me/index';
export const NOTICES_PATH = '/pages/resident/notices/index';
export const MY_DATA_PATH = '/pages/mine/data/index';
export const WALL_PATH = '/pages/volunteer/wall/index';
export const WISH_PATH = '/pages/volunteer/wish/index';
export const STAFF_TICKET_PATH = '/pages/staff/ticket/index';
export const STAFF_WORK_PATH = '/pages/staff/work/index';
export const STAFF_BIND_PATH = '/pages/staff/bind/index';

export const toMenu = (kind: TicketKind) => go(MENU_PATH, { kind });
/** `text` are words typed before, as in a search. */
export const toFile = (service: string, text?: string) => go(FILE_PATH, { service, text });
/** A request that was refused, with what was written there. */
export const toRefused = ({ key, ...rest }: { service: string; scene: string; key: string }) =>
  go(FILE_PATH, { ...rest, again: key });
export const toTicket = (id: string) => go(TICKET_PATH, { id });

const THREADS: Readonly<Partial<Record<ThreadKind, string>>> = {
  ticket: TICKET_PATH,
  wish: WISH_PATH,
  activity: '/pages/volunteer/activity/index',
};
/** Where one thing became another; a visit has no page of its own. */
export const toThread = (kind: ThreadKind, id: string) => {
  const path = THREADS[kind];
  if (path) go(path, { id });
};
