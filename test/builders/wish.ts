/** Wishes for rule tests: posted and moved by the real rules, never assembled by hand. */
import { type Actor, CLOCK } from '@/domain/flow/actor';
import { type WishCommand, wishFlow } from '@/domain/wish/flow';
import { KINDS, type WishKind } from '@/domain/wish/kinds';
import type { WishMove, WishState } from '@/domain/wish/lifecycle';
import { postWish, wisherOf } from '@/domain/wish/open';
import type { Whose, Wish } from '@/domain/wish/wish';
import { START } from './ticket';
import { AREA, lin, qian, STAIRWELL } from './town';

const volunteer = (id: string, name: string): Actor => ({
  id: `u_${id}`,
  name,
  staff: null,
  volunteer: { since: START, skills: ['electric'], places: [AREA], teams: [] },
});
/** Volunteers: `fang` claims, `geng` waits in line, `hong` has no part in it. */
export const fang = volunteer('fang', '方敏');
export const geng = volunteer('geng', '耿直');
export const hong = volunteer('hong', '洪亮');

export const REPAIR = KINDS.find(({ id }) => id === 'repair') as WishKind;

export interface Making {
  readonly at?: number;
  readonly sort?: Whose;
  readonly poster?: Actor;
}

/** A wish that lin has just posted for herself. */
export function posted({ at = START, sort = 'self', poster = lin }: Making = {}): Wish {
  const from = { id: poster.id, name: poster.name, phone: '17000000001', staff: poster.staff !== null };
  return postWish(
    {
      _id: 'w0123456789abcdef01234567',
      no: 'W0311-7KQ4M',
      kind: REPAIR,
      text: '卫生间想装一个扶手',
      orgPath: STAIRWELL,
      place: { id: 'sta1rwe110', name: '闫满村第1网格第12微网格' },
      address: '3号楼2单元 501',
      poster: from,
      wisher: wisherOf(
        { sort, name: '李小满', phone: '', guardian: { name: '李建', phone: '17000000009' } },
        from,
      ),
      unit: 'grid-v01',
      desk: ['s_qian'],
      key: 'key-of-posting',
      sent: 'digest',
    },
    at,
  );
}

type Given = Partial<Omit<WishCommand, 'move' | 'actor' | 'now'>>;

/** What each move needs, filled in; tests override what they are about. */
export const EVIDENCE: Readonly<Partial<Record<WishMove, Given>>> = {
  refuse: { text: '这件事社区直接办' },
  claim: { phone: '17000000002' },
  arrange: { text: '周六上午去' },
  giveBack: { text: '临时出差' },
  deliver: { text: '扶手装好了' },
  missed: { text: '还没有人来' },
  thank: { text: '谢谢小方' },
  turn: { thread: { kind: 'ticket', id: 't_1', no: 'T0311-00001' } },
};

/** The whole decision of one move, with usual evidence. */
export function decideWish(wish: Wish, move: WishMove, actor: Actor, now: number, given: Given = {}) {
  return wishFlow.decide(wish, { ...EVIDENCE[move], ...given, move, actor, now });
}

/** The wish after one move. */
export const wished = (wish: Wish, move: WishMove, actor: Actor, now: number, given: Given = {}): Wish =>
  decideWish(wish, move, actor, now, given).next;

/** The wish after everything the clock had to do by `now`. */
export function tickedWish(wish: Wish, now: number): Wish {
  return wishFlow.tick(wish, now, (move) => ({ move, actor: CLOCK, now }))?.next ?? wish;
}

/** A wish in any state of the table, by lawful moves a minute apart; fang has it, geng waits where somebody can. */
export function wishIn(state: WishState, making: Making = {}): Wish {
  const at = (making.at ?? START) + 60_000;
  const inLine = (wish: Wish) => wished(wish, 'queue', geng, at + 60_000);
  switch (state) {
    case 'posted':
      return posted(making);
    case 'open':
      return wished(posted(making), 'approve', qian, at);
    case 'claimed':
      return inLine(wished(wishIn('open', making), 'claim', fang, at));
    case 'offered':
      return wished(wishIn('claimed', making), 'giveBack', fang, at + 120_000);
    case 'delivered':
      return wished(wishIn('claimed', making), 'deliver', fang, at + 120_000);
    case 'confirmed':
      return wished(wishIn('delivered', making), 'confirm', making.poster ?? lin, at + 120_000);
    case 'thanked':
      return wished(wishIn('confirmed', making), 'thank', making.poster ?? lin, at + 120_000);
    case 'unconfirmed': {
      const delivered = wishIn('delivered', making);
      return wished(delivered, 'lapse', CLOCK, delivered.dueAt ?? 0);
    }
    case 'refused':
      return wished(posted(making), 'refuse', qian, at);
    case 'withdrawn':
      return wished(wishIn('open', making), 'withdraw', making.poster ?? lin, at);
    case 'became':
      return wished(wishIn('open', making), 'turn', qian, at);
  }
}
