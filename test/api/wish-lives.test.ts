/**
 * Random lives of wishes through handlers, SDK and emulator, over a bad line: answers lost before and after the commit,
 * calls that arrive twice, timers that ring in between. What was acknowledged is in the story once, in its order, and
 * no wish is without somebody who has it, a next moment, or an end. Now and then a volunteer leaves, and comes again. The
 * seed stands in the test's name: `SEED=… npx jest test/api/wish-lives` tells the same lives again.
 */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import { CLAIMS_MAX } from '@/domain/wish/kinds';
import { isOpen, type WishMove } from '@/domain/wish/lifecycle';
import type { Wish } from '@/domain/wish/wish';
import { AREA } from '@/test/builders/town';
import { type Name, openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
const LIVES = Number(process.env.FAULT_LIVES ?? 20);
/** Share of the SDK's calls that meet a fault, of one kind or another. */
const RATE = Number(process.env.FAULT_RATE ?? 0.15);
const SEED = Number(process.env.SEED ?? 20261122);
const STEPS = 12;
const VOLUNTEERS: readonly Name[] = ['guest1', 'guest2', 'guest3', 'guest4'];
const PEOPLE: readonly Name[] = ['lin', 'qian', ...VOLUNTEERS];
/** Sidesteps that end a life are taken less often. */
const RARE: readonly WishMove[] = ['withdraw', 'refuse', 'turn'];

const KINDS = ['dropBefore', 'dropAfter', 'duplicate'] as const;
const FAULTS = KINDS.map((kind) => ({ kind, door: 'admin', rate: RATE / KINDS.length }));

/** Repeatable chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sends until an answer comes that is no “try again”. */
async function insist<T>(send: () => Promise<{ ok: true; data: T } | { ok: false; code: string }>) {
  for (let tries = 0; tries < 40; tries++) {
    const answer = await send();
    if (answer.ok || answer.code !== 'BUSY') return answer;
  }
  throw new Error('never got through');
}

beforeAll(async () => {
  // Every lost answer is logged, as it must be; here it is the point.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await yima.volunteers(VOLUNTEERS);
  for (const name of PEOPLE) await yima.call(name, 'session.open', {});
});

/** Somebody is no volunteer any more, so nothing waits for them; later they register anew. */
async function leaveAndComeAgain(name: Name): Promise<void> {
  await insist(() => yima.ask(name, 'volunteer.leave', {}));
  const id = personIdOf(openidOf(name));
  await yima.emulator.faults([]);
  const left: Wish[] = (await yima.emulator.db.collection('wishes').limit(1000).get()).data;
  for (const { state, holder, queue } of left) {
    expect(state === 'claimed' || state === 'offered' ? holder : '').not.toBe(id);
    expect(queue.map((one) => one.id)).not.toContain(id);
  }
  await yima.emulator.faults(FAULTS, SEED);
  const again = {
    name: '志愿者',
    phone: '13910000000',
    skills: ['electric'],
    places: [AREA],
    times: [],
    teams: [],
  };
  await insist(() =>
    yima.ask(name, 'volunteer.register', { ...again, minor: false, guardian: null, consent: true }),
  );
}

test(`whole lives over a bad line (SEED=${SEED})`, async () => {
  const random = chance(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  await yima.emulator.faults(FAULTS, SEED);
  const acknowledged = new Map<string, { key: string; move: string }[]>();
  const ids: string[] = [];
  for (let life = 0; life < LIVES; life++) {
    const wish = yima.wish();
    const posted = await insist(() => yima.ask('lin', 'wish.post', wish));
    if (!posted.ok) throw new Error(posted.code);
    ids.push(posted.data.id);
    acknowledged.set(posted.data.id, [{ key: wish.key, move: 'post' }]);
  }
  for (let step = 0; step < LIVES * STEPS; step++) {
    const id = pick(ids);
    const name = pick(PEOPLE);
    const seen = await insist(() => yima.ask(name, 'wish.read', { id }));
    if (seen.ok) {
      const usual = seen.data.allowed.filter((move) => !RARE.includes(move) || random() < 0.1);
      if (usual.length > 0) {
        const input = yima.wishMove(id, pick(usual), { text: '写一句', service: 'street-lamp' });
        const answer = await insist(() => yima.ask(name, 'wish.move', input));
        // Allowed a moment ago, it is refused for one reason only: the hands are full.
        if (answer.ok) acknowledged.get(id)?.push({ key: input.key, move: input.move });
        else expect(answer.code).toBe('CLAIMS_FULL');
      }
    }
    if (step % 40 === 39) await leaveAndComeAgain(pick(VOLUNTEERS));
    if (step % 7 === 0) yima.later(Math.floor(random() * 3 * 86_400_000));
    // The platform rings again a minute later when a sweep broke off.
    if (step % 5 === 0) await yima.tick().catch(() => undefined);
  }
  await yima.emulator.faults([]);
  for (let sweeps = 0; sweeps < 4; sweeps++) await yima.tick();

  const states = new Set<string>();
  const slots = new Map<string, number>();
  for (const id of ids) {
    const wish: Wish = (await yima.emulator.db.collection('wishes').doc(id).get()).data[0];
    states.add(wish.state);
    const keyed = wish.history.flatMap(({ key, move }) => (key === undefined ? [] : [{ key, move }]));
    expect(keyed).toEqual(acknowledged.get(id));
    expect(wish.outbox).toEqual([]);
    if (isOpen(wish.state)) expect(wish.wakeAt).toBeGreaterThan(yima.now);
    else expect([wish.wakeAt, wish.shelf, wish.holder]).toEqual([null, null, null]);
    if (wish.state === 'claimed' && !wish.slot.includes('/')) {
      const holder = wish.claimer?.id ?? '';
      slots.set(holder, (slots.get(holder) ?? 0) + 1);
    }
    const notices = await yima.emulator.db.collection('notices').where({ 'about.id': id }).limit(1000).get();
    const told = (notices.data as { kind: string; to: string; at: number }[]).map(
      ({ kind, to, at }) => `${kind} ${to} ${at}`,
    );
    expect(new Set(told).size).toBe(told.length);
  }
  for (const name of VOLUNTEERS)
    expect(slots.get(personIdOf(openidOf(name))) ?? 0).toBeLessThanOrEqual(CLAIMS_MAX);
  expect(states.size).toBeGreaterThan(3);
}, 300_000);
