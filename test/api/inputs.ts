/** One good input for every action; tests spoil it or send it as somebody else. */
import type { ActionName } from '@/contract';
import { DAY } from '@/domain/time/day';
import { AREA, LAMP, TOWN } from '@/test/builders/town';
import type { Yima } from '@/test/support/yima';
import { activityInput, activitySubject } from './activity-inputs';
import { standingInput, standingSubject } from './standing-inputs';

export function goodInput(yima: Yima, action: ActionName, id: string): Record<string, unknown> {
  switch (action) {
    case 'place.read':
      return { scene: yima.filing().scene };
    case 'profile.save':
      return { name: '林桂芬', phone: '17000000001' };
    case 'rights.read':
      return {};
    case 'rights.export':
      return { part: 'tickets', after: '1.1' };
    case 'rights.correct':
      return { name: '林桂芬', phone: '17000000001' };
    case 'rights.withdraw':
      return { what: 'messages' };
    case 'rights.erase':
      return { sure: '全部删除' };
    case 'profile.phone':
      return { code: 'phone-17000000001' };
    case 'staff.bind':
      return { code: 'ABCD2345' };
    case 'photo.prepare':
      return { bytes: 1000 };
    case 'photo.check':
      // somebody else's: nobody here was given this place
      return { fileId: `cloud://local.bucket/u/2026-03/${'0'.repeat(16)}-${'0'.repeat(16)}.jpg`, of: id };
    case 'photo.read':
      return { photos: [`cloud://local.bucket/p/2026-03/${'0'.repeat(16)}-${'0'.repeat(16)}.jpg`], of: id };
    case 'voice.prepare':
      return { bytes: 1000 };
    case 'voice.check':
      return { fileId: `cloud://local.bucket/u/2026-03/${'0'.repeat(16)}-${'0'.repeat(16)}.voice`, of: id };
    case 'ticket.file':
      return yima.filing();
    case 'place.units':
      return { scene: yima.filing().scene };
    case 'desk.precedents':
      return { service: 'street-lamp' };
    case 'ticket.similar':
      return { service: 'street-lamp', scene: yima.filing().scene, text: '灯不亮' };
    case 'ticket.read':
    case 'ticket.alike':
    case 'ticket.assignees':
      return { id };
    case 'ticket.list':
      return { box: 'mine', after: '1.1' };
    case 'ticket.move':
      return yima.move(id, 'note', { text: '补充' });
    case 'wish.post':
      return yima.wish();
    case 'wish.wall':
      return { shelf: 'open', scene: yima.filing().scene, near: true, fit: false, after: '1.1' };
    case 'wish.list':
      return { box: 'posted', after: '1.1' };
    case 'wish.read':
      return { id };
    case 'wish.move':
      return { id, key: crypto.randomUUID(), move: 'withdraw', text: '不用了' };
    case 'notice.list':
      return { after: '1' };
    case 'rates.read':
      return { from: '2026-03-01', to: '2026-03-31' };
    case 'desk.dryrun':
      return { responsibility: TOWN.responsibility };
    case 'desk.putService':
      return { service: LAMP, rev: 0 };
    case 'desk.dropService':
      return { id: 'nothing', rev: 9 };
    case 'desk.save':
      return { responsibility: TOWN.responsibility, rev: 0 };
    case 'desk.absence':
    case 'desk.leave':
      return { person: 's_zhao', from: yima.now + 300 * DAY, until: yima.now + 301 * DAY };
    case 'desk.holders':
      return { post: 'grid@m012', holders: [{ person: 's_zhao', days: [1, 2] }], rev: 0 };
    case 'desk.closures':
      return { unit: 'other-desk', rev: 1, close: { day: '2026-03-12', why: '停电检修' } };
    case 'desk.saveReplies':
      return { replies: [{ id: 'own-1', use: 'ask', text: '几楼？' }], rev: 0 };
    case 'desk.inhand':
      return { person: 's_zhao' };
    case 'place.codes':
      return { path: AREA };
    default:
      return activityInput(yima, action, id) ?? standingInput(yima, action, id) ?? {};
  }
}

/** The id of what the action is about, fresh and lin's: a wish that waits for review, else a ticket with zhao. */
export async function subjectOf(yima: Yima, action: ActionName, variant = ''): Promise<string> {
  const standing =
    (await activitySubject(yima, action, variant)) ?? (await standingSubject(yima, action, variant));
  if (standing !== null) return standing;
  const { id } = action.startsWith('wish.')
    ? await yima.call('lin', 'wish.post', yima.wish())
    : await yima.call('lin', 'ticket.file', yima.filing());
  return id;
}

/** What a row of the matrix sends: `variant` is what it names after the colon. */
export function inputOf(yima: Yima, action: ActionName, variant: string, id: string): unknown {
  if (action === 'ticket.list' || action === 'wish.list') return { box: variant };
  if (action === 'wish.move')
    return yima.wishMove(id, variant as 'approve', { text: '写一句', service: 'street-lamp' });
  const standing = activityInput(yima, action, id, variant) ?? standingInput(yima, action, id, variant);
  if (standing) return standing;
  if (action !== 'ticket.move') return goodInput(yima, action, id);
  return yima.move(id, variant as 'note', { text: '补充', post: 'grid@v01', person: 's_sun' });
}
