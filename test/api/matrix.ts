/**
 * Who may do what, as data: one row per action, one column per actor, each cell the code of the answer. A new action
 * without a row fails. The ticket is lin's, with zhao (unit lead sun); moves are judged cell by cell in
 * `domain/ticket/lifecycle.test.ts`, here each row takes one move that stands for its kind.
 *
 * desk.holders comes after others have changed the area: MOVED_ON is the answer of who might have.
 *
 * nobody: no WeChat identity · lin: the reporter · wang: another resident · zhao: handler · sun: lead of the unit ·
 * hou: another unit · qian: dispatcher · shu: leader · tao: dispatcher, leader and office of another town
 */
export const ACTORS = ['nobody', 'lin', 'wang', 'zhao', 'sun', 'hou', 'qian', 'shu', 'tao'] as const;

export const MATRIX = `
action                nobody       lin          wang         zhao         sun          hou          qian         shu          tao
place.read            ok           ok           ok           ok           ok           ok           ok           ok           ok
catalogue.read        ok           ok           ok           ok           ok           ok           ok           ok           ok
session.open          WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
profile.save          WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
rights.read           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
rights.export         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
rights.correct        WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
rights.withdraw       WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
profile.phone         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
staff.bind            WHO_ARE_YOU  INVITE_INVALID INVITE_INVALID ALREADY_STAFF ALREADY_STAFF ALREADY_STAFF ALREADY_STAFF ALREADY_STAFF ALREADY_STAFF
photo.prepare         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
photo.check           WHO_ARE_YOU  PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN
photo.read            WHO_ARE_YOU  PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN
voice.prepare         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
voice.check           WHO_ARE_YOU  PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN PHOTO_FOREIGN
ticket.file           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
ticket.similar        WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
ticket.read           WHO_ARE_YOU  ok           NOT_FOUND    ok           ok           NOT_FOUND    ok           ok           NOT_FOUND
ticket.alike          WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    ok           NOT_ALLOWED  NOT_FOUND
ticket.assignees      WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    ok           NOT_ALLOWED  NOT_FOUND
ticket.move:note      WHO_ARE_YOU  ok           NOT_FOUND    ok           NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
ticket.move:sign      WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    ok           ok           NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
ticket.move:withdraw  WHO_ARE_YOU  ok           NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
ticket.move:transfer  WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    ok           NOT_ALLOWED  NOT_FOUND
ticket.move:slip      WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
ticket.move:look      WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOTHING_SEALED NOTHING_SEALED NOT_FOUND  NOTHING_SEALED NOTHING_SEALED NOT_FOUND
ticket.move:convene   WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    MOVED_ON     MOVED_ON     NOT_FOUND    MOVED_ON     NOT_ALLOWED  NOT_FOUND
ticket.move:check     WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  MOVED_ON     NOT_FOUND    MOVED_ON     NOT_ALLOWED  NOT_FOUND
ticket.move:shelve    WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  MOVED_ON     NOT_FOUND
ticket.move:refute    WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    MOVED_ON     MOVED_ON     NOT_FOUND    MOVED_ON     MOVED_ON     NOT_FOUND
ticket.move:retract   WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    MOVED_ON     MOVED_ON     NOT_FOUND    MOVED_ON     MOVED_ON     NOT_FOUND
ticket.move:urge      WHO_ARE_YOU  TOO_EARLY_TO_URGE NOT_FOUND  NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
ticket.list:mine      WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
ticket.list:work      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
ticket.list:done      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
ticket.list:unit      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           NOT_ALLOWED  NOT_ALLOWED  ok
ticket.list:pool      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           NOT_ALLOWED  ok
ticket.list:rulings   WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
ticket.list:late      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
wish.post             WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
wish.wall             WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
wish.read             WHO_ARE_YOU  ok           NOT_FOUND    NOT_FOUND    ok           NOT_FOUND    ok           NOT_FOUND    NOT_FOUND
wish.move:approve     WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_FOUND    ok           NOT_FOUND    ok           NOT_FOUND    NOT_FOUND
wish.move:refuse      WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_FOUND    ok           NOT_FOUND    ok           NOT_FOUND    NOT_FOUND
wish.move:withdraw    WHO_ARE_YOU  ok           NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_FOUND
wish.move:claim       WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_FOUND
wish.move:release     WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_FOUND
wish.list:posted      WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
wish.list:held        WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
wish.list:waiting     WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
wish.list:helped      WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
wish.list:review      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  ok           NOT_ALLOWED  ok           NOT_ALLOWED  ok
wish.list:confirm     WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  ok           NOT_ALLOWED  ok           NOT_ALLOWED  ok
ticket.list:together  WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
ticket.list:checks    WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  ok           NOT_ALLOWED  ok           NOT_ALLOWED           ok
ticket.list:calls     WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           NOT_ALLOWED  ok
ticket.list:consents  WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  ok           NOT_ALLOWED  ok           ok           ok
ticket.list:long      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
rates.read            WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
notice.list           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
desk.faults           WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
desk.dryrun           WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
desk.precedents       WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
desk.menu             WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
desk.putService       WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok
desk.dropService      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  MOVED_ON     MOVED_ON
desk.save             WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok
desk.roster           WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
desk.absence          WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           NOT_ALLOWED  ok           ok           NOT_ALLOWED
desk.leave            WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           NOT_ALLOWED  ok           ok           NOT_ALLOWED
desk.holders          WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  MOVED_ON     NOT_ALLOWED  MOVED_ON     MOVED_ON     NOT_FOUND
desk.calendar         WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
desk.closures         WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  MOVED_ON     ok
desk.replies          WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
desk.saveReplies      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  MOVED_ON     NOT_ALLOWED  MOVED_ON     MOVED_ON     MOVED_ON
desk.inhand           WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           NOT_ALLOWED  ok           ok           NOT_ALLOWED
place.units           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
place.codes           WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           NOT_FOUND
points.mine           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
points.appeal         WHO_ARE_YOU  ok           ENTRY_UNKNOWN ENTRY_UNKNOWN ENTRY_UNKNOWN ENTRY_UNKNOWN ENTRY_UNKNOWN ENTRY_UNKNOWN ENTRY_UNKNOWN
points.shelf          WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
points.redeem         WHO_ARE_YOU  ok           POINTS_SHORT POINTS_SHORT POINTS_SHORT POINTS_SHORT POINTS_SHORT POINTS_SHORT POINTS_SHORT
points.returns:mine   WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
points.returns:desk   WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
points.return:cancel  WHO_ARE_YOU  ok           NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
points.return:hand    WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    ok           ok           ok           ok           ok           NOT_FOUND
points.return:lapse   WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
points.stock          WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
points.rules          WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
points.saveRules      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok
conduct.person        WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           PERSON_UNKNOWN
conduct.raise         WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           PERSON_UNKNOWN
conduct.list:mine     WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
conduct.list:desk     WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
conduct.read          WHO_ARE_YOU  ok           NOT_FOUND    ok           NOT_FOUND    NOT_FOUND    ok           ok           NOT_FOUND
conduct.move:reply    WHO_ARE_YOU  ok           NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
conduct.move:uphold   WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_ALLOWED  NOT_FOUND    NOT_FOUND    MOVED_ON     MOVED_ON     NOT_FOUND
conduct.move:withdraw WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    ok           NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
honour.announce       WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
honour.list           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
honour.read           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
honour.vote           WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
honour.move:nominate  WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
honour.move:object    WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
honour.move:strike    WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_ALLOWED
honour.move:drop      WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           NOT_ALLOWED
honour.move:grant     WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED
honour.jurors         WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
notice.budget         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
notice.consent        WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
activity.draft        WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           NOT_FOUND
activity.read         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
activity.list:open    WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
activity.list:desk    WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
activity.list:past    WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   ok           ok           ok           ok           ok           ok
activity.move:edit    WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_ALLOWED
activity.move:publish WHO_ARE_YOU  NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    ok           ok           NOT_FOUND
activity.move:cancel  WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_ALLOWED
activity.move:finish  WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_ALLOWED
activity.move:leave   WHO_ARE_YOU  ok           NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED
activity.move:start   WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED
activity.people       WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_ALLOWED
activity.phone        WHO_ARE_YOU  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_ALLOWED
record.list:mine      WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
record.list:record    WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
record.move:checkIn   WHO_ARE_YOU  ok           NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    ok           ok           NOT_FOUND
record.move:amend     WHO_ARE_YOU  ok           NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    ok           ok           NOT_FOUND
record.move:grant     WHO_ARE_YOU  ok           NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    ok           ok           NOT_FOUND
record.move:erase     WHO_ARE_YOU  ok           NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
record.move:appraise   WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    ok           ok           NOT_FOUND
record.move:reply     WHO_ARE_YOU  NOTHING_PENDING NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
record.move:follow    WHO_ARE_YOU  NOT_ALLOWED  NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_ALLOWED  NOT_ALLOWED  NOT_FOUND
record.export         WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
certificate.issue     WHO_ARE_YOU  NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY NOTHING_TO_CERTIFY
certificate.list      WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
certificate.read      WHO_ARE_YOU  NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND    NOT_FOUND
certificate.verify    CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN CERTIFICATE_UNKNOWN
volunteer.choices     WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
volunteer.vouch       WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_FOUND
volunteer.list        WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
volunteer.phone       WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_FOUND
enrolment.import      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
enrolment.list:waiting WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
enrolment.list:contested WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
enrolment.decide      WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           NOT_FOUND
enrolment.list:reported WHO_ARE_YOU  STAFF_ONLY   STAFF_ONLY   NOT_ALLOWED  NOT_ALLOWED  NOT_ALLOWED  ok           ok           ok
enrolment.report      WHO_ARE_YOU  PHONE_UNPROVEN PHONE_UNPROVEN PHONE_UNPROVEN PHONE_UNPROVEN PHONE_UNPROVEN PHONE_UNPROVEN PHONE_UNPROVEN PHONE_UNPROVEN
volunteer.register    WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
volunteer.leave       WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
rights.erase          WHO_ARE_YOU  ok           ok           ok           ok           ok           ok           ok           ok
`;

/** Action (with its variant) → actor → expected code. */
export function readMatrix(): Map<string, Record<(typeof ACTORS)[number], string>> {
  const [head = '', ...rows] = MATRIX.trim().split('\n');
  const columns = head.split(/\s+/).slice(1);
  return new Map(
    rows.map((row) => {
      const [action = '', ...cells] = row.split(/\s+/);
      const answers = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
      return [action, answers as Record<(typeof ACTORS)[number], string>];
    }),
  );
}
