/** The one function phones call: every action there is. */
import { serve } from '../runtime/serve';
import { tryTable } from './desk/dryrun';
import { readFaults } from './desk/faults';
import { saveTable } from './desk/save';
import { listNotices } from './notices';
import { bindStaff } from './person/bind-staff';
import { openSession } from './person/open-session';
import { saveProfile } from './person/save-profile';
import { checkPhotoSent, preparePhotoPlace } from './photo';
import { listCodes } from './place/list-codes';
import { readCatalogue, readPlace } from './place/read-place';
import { readRates } from './rates/read';
import { listAssignees } from './ticket/assignees';
import { fileTicket } from './ticket/file';
import { listTickets } from './ticket/list';
import { moveTicket } from './ticket/move';
import { readTicket } from './ticket/read';
import { findSimilar } from './ticket/similar';

export const main = serve({
  'session.open': openSession,
  'profile.save': saveProfile,
  'staff.bind': bindStaff,
  'place.read': readPlace,
  'place.codes': listCodes,
  'catalogue.read': readCatalogue,
  'photo.prepare': preparePhotoPlace,
  'photo.check': checkPhotoSent,
  'ticket.file': fileTicket,
  'ticket.similar': findSimilar,
  'ticket.read': readTicket,
  'ticket.list': listTickets,
  'ticket.move': moveTicket,
  'ticket.assignees': listAssignees,
  'notice.list': listNotices,
  'rates.read': readRates,
  'desk.faults': readFaults,
  'desk.dryrun': tryTable,
  'desk.save': saveTable,
});
