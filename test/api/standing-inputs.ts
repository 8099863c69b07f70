/** Good inputs, and what they are about, for the actions on points, returns, records and honours. */
import type { ActionName } from '@/contract';
import { DEFAULT_RULES } from '@/domain/points/rules';
import {
  anHonour,
  booked,
  fulfilled,
  idOf,
  OWN_PHONE,
  onShelf,
  raised,
  withdrawn,
} from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import type { Yima } from '@/test/support/yima';

/** Null for actions of other rooms. `variant` is what the matrix names after the colon. */
export function standingInput(
  yima: Yima,
  action: ActionName,
  id: string,
  variant = '',
): Record<string, unknown> | null {
  const key = crypto.randomUUID();
  switch (action) {
    case 'points.mine':
      return { after: '1.1' };
    case 'notice.budget':
    case 'honour.jurors':
      return {};
    case 'points.appeal':
      return { key, area: AREA, entry: id, text: '那天确实送到了' };
    case 'points.shelf':
      return { area: AREA };
    case 'points.redeem':
      return { key, item: id, points: 5 };
    case 'points.returns':
    case 'conduct.list':
      return { box: variant || 'mine', after: '1.1' };
    case 'points.return':
      return variant === 'hand'
        ? { id, key, move: 'hand', code: PICKUP.get(id) }
        : { id, key, move: variant || 'cancel' };
    case 'points.stock':
      return { key, name: '毛巾', points: 3, left: 10, where: '村部', offered: true };
    case 'points.rules':
      return {};
    case 'points.saveRules':
      return { rev: 0, ...DEFAULT_RULES };
    case 'conduct.person':
      return { phone: OWN_PHONE };
    case 'conduct.raise':
      return { key, person: idOf('lin'), ground: 'leak', text: '说一说' };
    case 'conduct.read':
    case 'honour.read':
      return { id };
    case 'conduct.move':
      return { id, key, move: variant || 'reply', text: '没有这回事' };
    case 'honour.announce':
      return {
        key,
        title: '最美志愿者',
        text: '',
        way: 'vote',
        jury: [],
        places: 2,
        nominateDays: 7,
        voteDays: 7,
        noticeDays: 5,
      };
    case 'honour.list':
      return { scene: yima.filing().scene, after: '1.1' };
    case 'honour.vote':
      return { id, choices: ['n1'] };
    case 'honour.move':
      return variant === 'nominate'
        ? { id, key, move: 'nominate', name: '王五', text: '热心', agreed: true }
        : { id, key, move: variant || 'object', nominee: 'n1', text: '不属实' };
    case 'notice.consent':
      return { key, templates: ['result', 'progress'] };
    default:
      return null;
  }
}

const PICKUP = new Map<string, string>();

/** Something fresh and lin's that the action is about; null for actions of other rooms. */
export async function standingSubject(yima: Yima, action: ActionName, variant = ''): Promise<string | null> {
  switch (action) {
    case 'points.appeal': {
      const [wish = ''] = await fulfilled(yima, 'lin', 1);
      return withdrawn(yima, 'lin', wish);
    }
    case 'points.redeem':
      await fulfilled(yima, 'lin', 1);
      return onShelf(yima);
    case 'points.return': {
      const { id, code } = await booked(yima, 'lin');
      PICKUP.set(id, code);
      return id;
    }
    case 'conduct.person':
    case 'conduct.raise':
    case 'conduct.read':
    case 'conduct.move':
      return (await raised(yima)).id;
    case 'honour.read':
    case 'honour.move':
      return anHonour(yima, variant === 'nominate' ? 'nominating' : 'notice');
    case 'honour.vote':
      // of the area, all of them: those of elsewhere are in the honours' own tests
      for (const name of ['lin', 'wang', 'tao'] as const) await fulfilled(yima, name, 1);
      return anHonour(yima, 'voting');
    default:
      return /^(points|conduct|honour)\./.test(action) || action.startsWith('notice.') ? '' : null;
  }
}
