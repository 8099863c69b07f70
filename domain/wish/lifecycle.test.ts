import { START } from '@/test/builders/ticket';
import { hou, lin, qian, shu, stranger, sun, zhao } from '@/test/builders/town';
import { decideWish, fang, geng, hong, posted, tickedWish, wished, wishIn } from '@/test/builders/wish';
import menu from '../catalogue/default.json';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY } from '../time/day';
import { isSkill } from '../volunteer/skills';
import { wishFlow } from './flow';
import {
  CONFIRM_AFTER,
  CONFIRM_LAPSES,
  HOLD_MIN,
  KINDS,
  kindOfService,
  OFFER_STANDS,
  QUEUE_MAX,
  REVIEW_AGAIN,
} from './kinds';
import { isOpen, LIFECYCLE, MOVES, ROLES, STATES, type WishMove, type WishState } from './lifecycle';
import { NOTICE_KINDS, sayAdvice, sayHappened, sayWhere, sayWishNotice } from './words';

/**
 * Every state × move × person, written out by hand and not derived from the table: who may, and where it ends.
 * A person not named is refused NOT_ALLOWED; a state not named is refused MOVED_ON to those who may in another.
 * `who` may name states in which somebody has the part: geng waits in line while fang has it, and is next once fang
 * has given it back. The wish is lin's, in the stairwell of zhao (unit lead sun); qian dispatches.
 */
const EXPECTED: Record<WishMove, { who: string; ends: Partial<Record<WishState, string>> }> = {
  approve: { who: 'qian sun', ends: { posted: 'open' } },
  refuse: { who: 'qian sun', ends: { posted: 'refused', open: 'refused', offered: 'refused' } },
  claim: { who: 'fang geng hong', ends: { open: 'claimed', offered: 'claimed' } },
  queue: { who: 'fang geng hong', ends: { offered: 'offered', claimed: 'claimed' } },
  leave: { who: 'geng@claimed geng@delivered', ends: { claimed: 'claimed', delivered: 'delivered' } },
  pass: { who: 'geng@offered clock', ends: { offered: 'open' } },
  arrange: { who: 'fang@had', ends: { claimed: 'claimed' } },
  giveBack: { who: 'fang@had', ends: { claimed: 'offered' } },
  release: { who: 'clock', ends: { claimed: 'offered' } },
  deliver: { who: 'fang@had', ends: { claimed: 'delivered' } },
  confirm: { who: 'lin qian sun', ends: { delivered: 'confirmed' } },
  missed: { who: 'lin qian sun', ends: { delivered: 'claimed' } },
  lapse: { who: 'clock', ends: { delivered: 'unconfirmed' } },
  thank: { who: 'lin', ends: { confirmed: 'thanked', unconfirmed: 'thanked' } },
  withdraw: {
    who: 'lin',
    ends: { posted: 'withdrawn', open: 'withdrawn', offered: 'withdrawn', claimed: 'withdrawn' },
  },
  turn: { who: 'qian sun', ends: { posted: 'became', open: 'became', offered: 'became', claimed: 'became' } },
  remind: {
    who: 'clock',
    ends: { posted: 'posted', open: 'open', claimed: 'claimed', delivered: 'delivered' },
  },
};

/** Cells in which a bar speaks: what somebody may in general, but not as things stand. */
const BARRED: Record<string, string> = {
  'offered claim fang': 'WISH_OFFERED',
  'offered claim hong': 'WISH_OFFERED',
  'offered queue geng': 'WISH_YOURS',
  'claimed queue fang': 'WISH_YOURS',
  'claimed queue geng': 'WAITING_ALREADY',
};

const HAD: readonly WishState[] = ['claimed', 'delivered', 'confirmed', 'thanked', 'unconfirmed'];
const PEOPLE = { lin, zhao, sun, hou, qian, shu, stranger, fang, geng, hong, clock: CLOCK };
type PersonName = keyof typeof PEOPLE;

/** Has this person the part in this state? */
function takesPart(who: string, person: string, state: WishState): boolean {
  return who.split(' ').some((entry) => {
    const [name, when] = entry.split('@');
    if (name !== person) return false;
    return !when || when === state || (when === 'had' && HAD.includes(state));
  });
}

describe('every cell of the lifecycle', () => {
  test.each(STATES)('%s', (state) => {
    const wish = wishIn(state);
    expect(wish.state).toBe(state);
    const now = START + 5 * 60_000;
    let looked = 0;
    for (const move of MOVES) {
      for (const person of Object.keys(PEOPLE) as PersonName[]) {
        const { who, ends } = EXPECTED[move];
        const part = takesPart(who, person, state);
        const cell = `${state} ${move} ${person}`;
        const expected = !part ? 'NOT_ALLOWED' : (BARRED[cell] ?? ends[state] ?? 'MOVED_ON');
        const outcome = attempt(() => decideWish(wish, move, PEOPLE[person], now).next.state);
        expect(`${cell}: ${outcome}`).toBe(`${cell}: ${expected}`);
        expect(wishFlow.allowed(wish, PEOPLE[person], now).includes(move)).toBe(/^[a-z]+$/.test(expected));
        looked += 1;
      }
    }
    expect(looked).toBe(MOVES.length * Object.keys(PEOPLE).length);
  });

  test('no cell is missing and none is invented', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...MOVES].sort());
    const roles = new Set(MOVES.flatMap((move) => LIFECYCLE[move].by as readonly string[]));
    expect([...roles].sort()).toEqual([...ROLES].sort());
  });

  test('every open wish has a next moment and somebody who answers; what has ended has neither', () => {
    for (const state of STATES) {
      const wish = wishFlow.delivered(wishIn(state));
      expect([state, wish.wakeAt !== null]).toEqual([state, isOpen(state)]);
      expect([state, wish.shelf !== null]).toEqual([state, isOpen(state)]);
      expect([state, wish.closedAt === null]).toEqual([state, isOpen(state)]);
      if (state === 'claimed' || state === 'delivered') expect(wish.holder).toBe(fang.id);
      else if (state === 'offered') expect(wish.holder).toBe(geng.id);
      else {
        expect(wish.holder).toBeNull();
        expect(wish.desk).not.toHaveLength(0);
      }
    }
  });

  test('each move needs what it needs', () => {
    const now = START + 5 * 60_000;
    const lacks: [WishState, WishMove, keyof typeof PEOPLE, string][] = [
      ['posted', 'refuse', 'qian', 'REASON_REQUIRED'],
      ['open', 'claim', 'hong', 'CLAIM_PHONE_REQUIRED'],
      ['claimed', 'arrange', 'fang', 'PLAN_REQUIRED'],
      ['claimed', 'giveBack', 'fang', 'REASON_REQUIRED'],
      ['claimed', 'deliver', 'fang', 'DELIVERY_REQUIRED'],
      ['delivered', 'missed', 'lin', 'REASON_REQUIRED'],
      ['confirmed', 'thank', 'lin', 'THANKS_REQUIRED'],
    ];
    for (const [state, move, person, code] of lacks) {
      const nothing = { text: ' ', phone: '' };
      expect(attempt(() => decideWish(wishIn(state), move, PEOPLE[person], now, nothing).next.state)).toBe(
        code,
      );
    }
    const without = { move: 'turn', actor: qian, now };
    expect(attempt(() => wishFlow.decide(wishIn('open'), without).next.state)).toBe('THREAD_REQUIRED');
  });
});

describe('the clock', () => {
  test('seven days after the claim the wish is offered to the next in line, a day later to all', () => {
    const claimed = wishIn('claimed');
    const end = claimed.dueAt as number;
    expect(end).toBe(START + 60_000 + 7 * DAY);
    expect(tickedWish(claimed, end - DAY - 1)).toBe(claimed);
    const nudged = tickedWish(claimed, end - DAY);
    expect(nudged.outbox.map(({ kind, to }) => `${kind} ${to}`)).toContain('wish-ending u_fang');
    const released = tickedWish(nudged, end);
    expect(released).toMatchObject({ state: 'offered', claimer: null, offer: { id: geng.id }, queue: [] });
    expect(released.slot).toBe(released._id);
    expect(attempt(() => wished(released, 'queue', fang, end).state)).toBe('CLAIM_LAPSED');
    const passed = tickedWish(released, end + OFFER_STANDS);
    expect(passed).toMatchObject({ state: 'open', offer: null });
  });

  test('a clock that comes late starts the next span from then, so that an offer stands its full time', () => {
    const late = tickedWish(wishIn('claimed'), START + 40 * DAY);
    expect(late).toMatchObject({ state: 'offered', dueAt: START + 40 * DAY + OFFER_STANDS });
  });

  test('the desk is reminded day after day of what waits for review', () => {
    let wish = wishFlow.delivered(posted());
    for (let day = 1; day <= 3; day++) {
      wish = tickedWish(wish, START + day * REVIEW_AGAIN);
      expect(wish.outbox.map(({ kind, to }) => `${kind} ${to}`)).toEqual(['wish-review s_qian']);
      wish = wishFlow.delivered(wish);
    }
  });

  test('a delivery nobody confirms is asked about, and ends as 未确认', () => {
    const delivered = wishFlow.delivered(wishIn('delivered'));
    const asked = tickedWish(delivered, delivered.updatedAt + CONFIRM_AFTER);
    expect(asked.outbox.map(({ kind }) => kind)).toEqual(['wish-confirm', 'wish-ask']);
    const ended = tickedWish(asked, delivered.updatedAt + CONFIRM_LAPSES);
    expect(ended).toMatchObject({ state: 'unconfirmed', wakeAt: expect.any(Number), queue: [] });
    expect(wishFlow.delivered(ended).wakeAt).toBeNull();
  });

  test('every kind holds long enough for its reminder and asks for skills that there are', () => {
    for (const { id, hold } of KINDS) expect([id, hold >= HOLD_MIN]).toEqual([id, true]);
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
    expect(KINDS.flatMap(({ skills }) => skills).filter((skill) => !isSkill(skill))).toEqual([]);
    const served = KINDS.flatMap(({ services = [] }) => services);
    expect(new Set(served).size).toBe(served.length);
    expect(served.filter((id) => !menu.services.some((service) => service.id === id))).toEqual([]);
    expect([kindOfService('plumbing')?.id, kindOfService('certificate')]).toEqual(['repair', null]);
  });
});

describe('two people', () => {
  test('a grid worker who posts for an elder does not review it, and may confirm it', () => {
    const own = posted({ poster: sun, sort: 'adult' });
    expect(attempt(() => wished(own, 'approve', sun, START).state)).toBe('NEEDS_ANOTHER');
    expect(wished(own, 'approve', qian, START).state).toBe('open');
    expect(
      wished(wishIn('delivered', { poster: sun, sort: 'adult' }), 'confirm', sun, START + DAY).state,
    ).toBe('confirmed');
  });

  test('a volunteer who works at the desk does not confirm what they did themselves', () => {
    const both = { ...qian, volunteer: fang.volunteer ?? null };
    const claimed = wished(wishIn('open'), 'claim', both, START + DAY);
    const delivered = wished(claimed, 'deliver', both, START + DAY);
    expect(attempt(() => wished(delivered, 'confirm', both, START + DAY).state)).toBe('NEEDS_ANOTHER');
    expect(wished(delivered, 'confirm', sun, START + DAY).state).toBe('confirmed');
  });

  test('who posts it never claims it', () => {
    const own = { ...lin, volunteer: fang.volunteer ?? null };
    expect(attempt(() => wished(wishIn('open', { poster: own }), 'claim', own, START).state)).toBe(
      'NOT_ALLOWED',
    );
  });
});

test('who is under 16 neither claims nor waits alone; who is older may, with somebody', () => {
  const at = (age: object) => ({
    ...hong,
    volunteer: { ...fang.volunteer, ...age } as typeof fang.volunteer,
  });
  const [child, youth] = [at({ minor: true, under16: true }), at({ minor: true })];
  expect(attempt(() => wished(wishIn('open'), 'claim', child, START).state)).toBe('CLAIM_UNDER_16');
  expect(attempt(() => wished(wishIn('claimed'), 'queue', child, START).state)).toBe('CLAIM_UNDER_16');
  expect(wished(wishIn('open'), 'claim', youth, START).state).toBe('claimed');
  const advised = (actor: Actor) => sayAdvice(wishIn('open'), actor.volunteer ?? null);
  expect([advised(hong), advised(youth), advised(child)]).toEqual([
    '',
    expect.stringMatching(/一起去/),
    expect.stringMatching(/监护人登记后认领/),
  ]);
});

test('the line has an end', () => {
  let wish = wishIn('claimed');
  for (let index = 1; index < QUEUE_MAX; index++)
    wish = wished(wish, 'queue', { ...hong, id: `u_${index}` }, START);
  expect(attempt(() => wished(wish, 'queue', hong, START).state)).toBe('QUEUE_FULL');
});

test('a second try stands beside a full set of claims, and a claim takes the slot it is given', () => {
  expect(wished(wishIn('open'), 'claim', fang, START, { slot: 2 }).slot).toBe('u_fang#3');
  const again = wished(wishIn('delivered'), 'missed', lin, START + DAY);
  expect(again.slot).not.toMatch(/^u_fang#/);
  expect(again.slot).not.toBe(again._id);
});

test('a child’s or a sick person’s wish keeps the surname alone, and the guardian to call', () => {
  for (const sort of ['child', 'ill'] as const) {
    const wish = posted({ sort });
    expect(wish.wisher).toEqual({
      sort,
      name: '李某',
      phone: '',
      guardian: { name: '李建', phone: '17000000009' },
    });
    expect(JSON.stringify(wish)).not.toContain('小满');
  }
});

test('every notice and every entry of a story has its words', () => {
  const now = START + 60 * DAY;
  for (const state of STATES) {
    const wish = tickedWish(wishIn(state), now);
    for (const { kind, about } of wish.outbox) {
      expect(NOTICE_KINDS).toContain(kind);
      expect(sayWishNotice(kind, String(about.service))).toMatch(/小修小补/);
    }
    for (const entry of wish.history) expect(sayHappened(entry)).toMatch(/^[^a-z]+$/);
    for (const reader of ['poster', 'claimer', 'next', 'desk', 'anyone'] as const)
      expect(sayWhere(wish, reader, now)).toMatch(/[\u4e00-\u9fff]/);
  }
  expect(sayWishNotice('resolved', 'x')).toBeNull();
});

function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
