/** The one function phones call: every action there is. */

import { serve } from '../runtime/serve';
import {
  draftActivity,
  listActivities,
  listPeople,
  moveActivity,
  readActivity,
  readPartPhone,
} from './activity/activities';
import {
  issueCertificate,
  listCertificates,
  readOwnCertificate,
  verifyCertificate,
} from './activity/certificates';
import { exportRecord, listRecord, moveRecord } from './activity/records';
import { giveConsent, readBudget } from './consent';
import { readCalendar, saveCalendar } from './desk/calendar';
import { tryTable } from './desk/dryrun';
import { readFaults } from './desk/faults';
import { dropService, putService, readMenu } from './desk/menu';
import { readPrecedents } from './desk/precedents';
import { readReplies, saveReplies } from './desk/replies';
import { listInHand, readRoster, saveHolders, saveLeave, tryLeave } from './desk/roster';
import { saveTable } from './desk/save';
import { announceHonour, listHonours, listJurors, moveHonour, readHonour, voteHonour } from './honour/honour';
import { listNotices } from './notices';
import { bindStaff } from './person/bind-staff';
import { openSession } from './person/open-session';
import { readPhone } from './person/read-phone';
import { saveProfile } from './person/save-profile';
import {
  checkPhotoSent,
  checkVoiceSent,
  preparePhotoPlace,
  prepareVoicePlace,
  readPhotosSent,
} from './photo';
import { listCodes } from './place/list-codes';
import { listUnits } from './place/list-units';
import { readCatalogue, readPlace } from './place/read-place';
import { readPoints } from './points/account';
import {
  appealEntry,
  findRecord,
  listConduct,
  moveConduct,
  raiseConduct,
  readConduct,
} from './points/conduct';
import { listReturns, moveReturn, redeem } from './points/returns';
import { changeRules, readRules } from './points/rules';
import { readShelf, stockShelf } from './points/shelf';
import { readRates } from './rates/read';
import { correctRights } from './rights/correct';
import { eraseRights, withdrawRights } from './rights/erase';
import { exportRights } from './rights/export';
import { readRights } from './rights/read';
import { listAssignees } from './ticket/assignees';
import { fileTicket } from './ticket/file';
import { listTickets } from './ticket/list';
import { moveTicket } from './ticket/move';
import { readTicket } from './ticket/read';
import { findAlike, findSimilar } from './ticket/similar';
import {
  decideEnrolment,
  importEnrolments,
  listEnrolments,
  listVolunteers,
  readVolunteerPhone,
  reportHome,
  vouchVolunteer,
} from './volunteer/desk';
import { leaveVolunteers, listChoices, registerVolunteer } from './volunteer/register';
import { listWishes, readWall } from './wish/list';
import { moveWish } from './wish/move';
import { post } from './wish/post';
import { readWish } from './wish/read';

export const main = serve({
  'session.open': openSession,
  'profile.save': saveProfile,
  'profile.phone': readPhone,
  'staff.bind': bindStaff,
  'rights.read': readRights,
  'rights.export': exportRights,
  'rights.correct': correctRights,
  'rights.withdraw': withdrawRights,
  'rights.erase': eraseRights,
  'place.read': readPlace,
  'place.codes': listCodes,
  'place.units': listUnits,
  'catalogue.read': readCatalogue,
  'photo.prepare': preparePhotoPlace,
  'photo.check': checkPhotoSent,
  'photo.read': readPhotosSent,
  'voice.prepare': prepareVoicePlace,
  'voice.check': checkVoiceSent,
  'ticket.file': fileTicket,
  'ticket.similar': findSimilar,
  'ticket.alike': findAlike,
  'ticket.read': readTicket,
  'ticket.list': listTickets,
  'ticket.move': moveTicket,
  'ticket.assignees': listAssignees,
  'wish.post': post,
  'wish.wall': readWall,
  'wish.list': listWishes,
  'wish.read': readWish,
  'wish.move': moveWish,
  'notice.list': listNotices,
  'notice.budget': readBudget,
  'notice.consent': giveConsent,
  'points.mine': readPoints,
  'points.appeal': appealEntry,
  'points.shelf': readShelf,
  'points.redeem': redeem,
  'points.returns': listReturns,
  'points.return': moveReturn,
  'points.stock': stockShelf,
  'points.rules': readRules,
  'points.saveRules': changeRules,
  'conduct.person': findRecord,
  'conduct.raise': raiseConduct,
  'conduct.list': listConduct,
  'conduct.read': readConduct,
  'conduct.move': moveConduct,
  'honour.announce': announceHonour,
  'honour.list': listHonours,
  'honour.read': readHonour,
  'honour.vote': voteHonour,
  'honour.move': moveHonour,
  'honour.jurors': listJurors,
  'rates.read': readRates,
  'desk.faults': readFaults,
  'desk.dryrun': tryTable,
  'desk.save': saveTable,
  'desk.roster': readRoster,
  'desk.absence': tryLeave,
  'desk.leave': saveLeave,
  'desk.holders': saveHolders,
  'desk.inhand': listInHand,
  'desk.calendar': readCalendar,
  'desk.closures': saveCalendar,
  'desk.replies': readReplies,
  'desk.saveReplies': saveReplies,
  'desk.precedents': readPrecedents,
  'desk.menu': readMenu,
  'desk.putService': putService,
  'desk.dropService': dropService,
  'activity.draft': draftActivity,
  'activity.read': readActivity,
  'activity.list': listActivities,
  'activity.move': moveActivity,
  'activity.people': listPeople,
  'activity.phone': readPartPhone,
  'record.list': listRecord,
  'record.move': moveRecord,
  'record.export': exportRecord,
  'certificate.issue': issueCertificate,
  'certificate.list': listCertificates,
  'certificate.read': readOwnCertificate,
  'certificate.verify': verifyCertificate,
  'volunteer.register': registerVolunteer,
  'volunteer.leave': leaveVolunteers,
  'volunteer.choices': listChoices,
  'volunteer.list': listVolunteers,
  'volunteer.phone': readVolunteerPhone,
  'volunteer.vouch': vouchVolunteer,
  'enrolment.import': importEnrolments,
  'enrolment.list': listEnrolments,
  'enrolment.decide': decideEnrolment,
  'enrolment.report': reportHome,
});
