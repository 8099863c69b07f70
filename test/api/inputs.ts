/** One good input for every action; tests spoil it or send it as somebody else. */
import type { ActionName } from '@/contract';
import { AREA, TOWN } from '@/test/builders/town';
import type { Yima } from '@/test/support/yima';

export function goodInput(yima: Yima, action: ActionName, id: string): Record<string, unknown> {
  switch (action) {
    case 'place.read':
      return { scene: yima.filing().scene };
    case 'profile.save':
      return { name: '林桂芬', phone: '17000000001' };
    case 'staff.bind':
      return { code: 'ABCD2345' };
    case 'photo.prepare':
      return { bytes: 1000 };
    case 'photo.check':
      // somebody else's: nobody here was given this place
      return { fileId: `cloud://local.bucket/u/2026-03/${'0'.repeat(16)}-${'0'.repeat(16)}.jpg`, of: id };
    case 'ticket.file':
      return yima.filing();
    case 'ticket.similar':
      return { service: 'street-lamp', scene: yima.filing().scene, text: '灯不亮' };
    case 'ticket.read':
    case 'ticket.assignees':
      return { id };
    case 'ticket.list':
      return { box: 'mine', after: '1.1' };
    case 'ticket.move':
      return yima.move(id, 'note', { text: '补充' });
    case 'notice.list':
      return { after: '1' };
    case 'rates.read':
      return { from: '2026-03-01', to: '2026-03-31' };
    case 'desk.dryrun':
      return { responsibility: TOWN.responsibility };
    case 'desk.save':
      return { responsibility: TOWN.responsibility, rev: 0 };
    case 'place.codes':
      return { path: AREA };
    default:
      return {};
  }
}
