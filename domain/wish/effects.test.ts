import { START } from '@/test/builders/ticket';
import { lin, qian } from '@/test/builders/town';
import { decideWish, fang, geng, hong, wished, wishIn } from '@/test/builders/wish';
import { type Actor, CLOCK } from '../flow/actor';
import { DAY, HOUR } from '../time/day';
import { clocksIn } from './effects';
import { takesPhotos } from './flow';
import type { WishMove, WishState } from './lifecycle';
import type { Whose, Wish } from './wish';

const NOW = START + 2 * DAY;
/** Who waits behind geng. */
const behind = (wish: Wish): Wish => ({
  ...wish,
  queue: [...wish.queue, { id: hong.id, name: hong.name, at: NOW }],
});
const told = (wish: Wish, move: WishMove, actor: Actor) =>
  decideWish(wish, move, actor, NOW).promised.map(({ kind, to }) => `${kind} ${to}`);

/** lin wished, fang has it, geng waits; qian is the desk. */
test.each<[WishState, WishMove, Actor, string[]]>([
  ['posted', 'approve', qian, ['wish-open u_lin']],
  ['posted', 'refuse', qian, ['wish-refused u_lin']],
  ['offered', 'refuse', qian, ['wish-refused u_lin', 'wish-gone u_geng', 'wish-gone u_hong']],
  ['open', 'claim', fang, ['wish-claimed u_lin']],
  ['claimed', 'queue', hong, []],
  ['claimed', 'leave', geng, []],
  ['offered', 'pass', geng, ['wish-offered u_hong']],
  ['claimed', 'arrange', fang, ['wish-arranged u_lin']],
  ['claimed', 'giveBack', fang, ['wish-offered u_geng', 'wish-back u_lin']],
  ['claimed', 'release', CLOCK, ['wish-offered u_geng', 'wish-released u_fang', 'wish-back u_lin']],
  ['claimed', 'deliver', fang, ['wish-delivered u_lin']],
  ['delivered', 'confirm', lin, ['wish-confirmed u_fang', 'wish-gone u_geng', 'wish-gone u_hong']],
  ['delivered', 'missed', lin, ['wish-missed u_fang']],
  [
    'delivered',
    'lapse',
    CLOCK,
    ['wish-lapsed u_fang', 'wish-lapsed u_lin', 'wish-gone u_geng', 'wish-gone u_hong'],
  ],
  ['confirmed', 'thank', lin, ['wish-thanked u_fang']],
  ['open', 'withdraw', lin, []],
  ['offered', 'withdraw', lin, ['wish-gone u_geng', 'wish-gone u_hong']],
  ['claimed', 'withdraw', lin, ['wish-gone u_fang', 'wish-gone u_geng', 'wish-gone u_hong']],
  ['open', 'turn', qian, ['wish-became u_lin']],
  [
    'claimed',
    'turn',
    qian,
    ['wish-became u_lin', 'wish-gone u_fang', 'wish-gone u_geng', 'wish-gone u_hong'],
  ],
  ['posted', 'remind', CLOCK, ['wish-review s_qian']],
  ['open', 'remind', CLOCK, ['wish-unclaimed s_qian']],
  ['claimed', 'remind', CLOCK, ['wish-ending u_fang']],
  ['delivered', 'remind', CLOCK, ['wish-confirm u_lin', 'wish-ask s_qian']],
])('%s, %s: everybody whom it concerns is told, once', (state, move, actor, expected) => {
  const wish = wishIn(state);
  const waits = ['offered', 'claimed', 'delivered'].includes(state) && move !== 'queue';
  expect(told(waits ? behind(wish) : wish, move, actor)).toEqual(expected);
});

test('nobody is told twice, nor anybody who is no longer there', () => {
  const [first] = wishIn('posted').desk;
  const wish = { ...wishIn('posted'), desk: [first ?? '', first ?? '', ''] };
  expect(told(wish, 'remind', CLOCK)).toEqual(['wish-review s_qian']);
});

test.each<[WishState, number | null, number | null]>([
  ['posted', null, 1],
  ['open', null, 14],
  ['offered', 1, null],
  ['claimed', 5, 4],
  ['delivered', 10, 3],
  ['confirmed', null, null],
  ['refused', null, null],
])('%s: it ends after %p days, somebody is reminded after %p', (state, due, nudge) => {
  const at = (days: number | null) => (days === null ? null : NOW + days * DAY);
  expect(clocksIn(state, 5 * DAY, NOW)).toEqual({ dueAt: at(due), nudgeAt: at(nudge) });
});

test.each<[WishState, number | null]>([
  ['posted', NOW + DAY],
  ['open', NOW + 14 * DAY],
  ['claimed', null],
  ['delivered', null],
])('reminded of what is %s, again: %p', (state, nudgeAt) => {
  expect(wished(wishIn(state), 'remind', CLOCK, NOW)).toMatchObject({ state, nudgeAt });
});

describe('who has it', () => {
  const nobody: Actor = { ...hong, name: '' };

  test('a claim names its claimer and can be called; the offer and the place in line are used up', () => {
    const offered = behind(wishIn('offered'));
    const claimed = wished({ ...offered, queue: [...offered.queue, offered.offer!] }, 'claim', geng, NOW);
    expect(claimed).toMatchObject({
      claimer: { id: geng.id, name: '耿直', phone: '17000000002', at: NOW },
      offer: null,
      queue: [{ id: hong.id }],
      slot: 'u_geng#1',
      dueAt: NOW + claimed.hold,
    });
    expect(wished(wishIn('open'), 'claim', nobody, NOW).claimer?.name).toBe('志愿者');
  });

  test('who waits knows their place, and stands behind those who came before', () => {
    const waits = wished(wishIn('claimed'), 'queue', nobody, NOW);
    expect(waits.queue.map(({ id, name }) => [id, name])).toEqual([
      [geng.id, '耿直'],
      [hong.id, '志愿者'],
    ]);
    expect(waits.history.at(-1)?.about).toEqual({ place: 2 });
    expect(wished(waits, 'leave', geng, NOW).queue.map(({ id }) => id)).toEqual([hong.id]);
  });

  test('given back: the next in line has it, the others keep their order', () => {
    const back = wished(behind(wishIn('claimed')), 'giveBack', fang, NOW);
    expect(back).toMatchObject({
      state: 'offered',
      claimer: null,
      offer: { id: geng.id },
      queue: [{ id: hong.id }],
      lapsed: [],
      dueAt: NOW + DAY,
      nudgeAt: null,
    });
    expect(back.slot).toBe(back._id);
    expect(back.history.at(-1)?.text).toBe('临时出差');
  });

  test('let go by the clock: who had it is named, and may not take it again', () => {
    const released = wished(wishIn('claimed'), 'release', CLOCK, NOW);
    expect(released.lapsed).toEqual([fang.id]);
    expect(released.history.at(-1)?.about).toEqual({ name: '方敏' });
    expect(wished({ ...wishIn('claimed'), lapsed: [hong.id] }, 'release', CLOCK, NOW).lapsed).toEqual([
      hong.id,
      fang.id,
    ]);
  });

  test('not yet done after all: the claimer has a full span again', () => {
    const again = wished(wishIn('delivered'), 'missed', lin, NOW);
    expect(again).toMatchObject({ claimer: { id: fang.id }, dueAt: NOW + again.hold });
    expect(again.slot).toBe(`${fang.id}/${again._id}#1`);
  });

  test.each<[WishState, WishMove, Actor, string | undefined]>([
    ['delivered', 'confirm', lin, fang.id],
    ['delivered', 'lapse', CLOCK, fang.id],
    ['claimed', 'withdraw', lin, undefined],
    ['claimed', 'turn', qian, undefined],
    ['offered', 'refuse', qian, undefined],
  ])(
    '%s, %s: over. Who had it stays named when it was delivered, and nobody waits',
    (state, move, actor, had) => {
      const over = wished(wishIn(state), move, actor, NOW);
      expect(over).toMatchObject({ offer: null, queue: [], dueAt: null, nudgeAt: null, closedAt: NOW });
      expect(over.claimer?.id).toBe(had);
      expect(over.slot).toBe(over._id);
    },
  );
});

describe('what was done', () => {
  test('a delivery says how long it took, if the claimer does', () => {
    const said = wished(wishIn('claimed'), 'deliver', fang, NOW, { minutes: 90, photos: ['cloud://a'] });
    expect(said.minutes).toBe(90);
    expect(said.history.at(-1)).toMatchObject({
      about: { minutes: 90 },
      text: '扶手装好了',
      photos: ['cloud://a'],
    });
    const silent = wished(wishIn('claimed'), 'deliver', fang, NOW);
    expect([silent.minutes, silent.history.at(-1)?.about]).toEqual([null, undefined]);
  });

  test('what it became is kept with it, and its number said', () => {
    const thread = { kind: 'ticket', id: 't_1', no: 'T0311-00001' } as const;
    const given = { thread, service: '水管维修', text: ' 归物业 ' };
    const became = wished(wishIn('open'), 'turn', qian, NOW, given);
    expect(became.became).toEqual(thread);
    expect(became.history.at(-1)).toMatchObject({
      about: { kind: 'ticket', no: 'T0311-00001', service: '水管维修' },
      text: '归物业',
    });
    // as nothing of the menu
    expect(wished(wishIn('open'), 'turn', qian, NOW, { thread }).history.at(-1)?.about).toMatchObject({
      service: '',
    });
  });

  test.each<[WishState, WishMove, Actor]>([
    ['posted', 'refuse', qian],
    ['claimed', 'arrange', fang],
    ['delivered', 'confirm', lin],
    ['delivered', 'missed', lin],
    ['confirmed', 'thank', lin],
    ['open', 'withdraw', lin],
  ])('%s, %s: what somebody wrote is kept, without the blanks around it', (state, move, actor) => {
    const wish = wished(wishIn(state), move, actor, NOW + HOUR, { text: ' 谢谢 ' });
    expect(wish.history.at(-1)).toMatchObject({
      move,
      text: '谢谢',
      by: { id: actor.staff?.id ?? actor.id },
    });
  });
});

test.each<[Whose, WishMove, boolean]>([
  ['self', 'deliver', true],
  ['adult', 'thank', true],
  ['self', 'claim', false],
  ['self', 'missed', false],
  ['child', 'deliver', false],
  ['child', 'thank', false],
  ['ill', 'deliver', false],
])('of a wish for %s, %s takes photos: %s', (sort, move, takes) => {
  const wisher = { sort, name: '李某', phone: '', guardian: null };
  expect(takesPhotos({ wisher }, move)).toBe(takes);
});
