/** Wishes through the real handlers: whole lives, many at once, and what a volunteer gets to see. */

import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { ActionName } from '@/contract';
import { ACTIONS } from '@/contract';
import { DAY } from '@/domain/time/day';
import { CLAIMS_MAX } from '@/domain/wish/kinds';
import type { Wish } from '@/domain/wish/wish';
import { type Name, openidOf, withYima } from '@/test/support/yima';
import { goodInput } from './inputs';

const yima = withYima();
const WISHES = Number(process.env.WISHES ?? 200);
const CLAIMANTS = Number(process.env.CLAIMANTS ?? 20);
/** The second rush moves three times as much per wish. */
const WANTED = Math.min(WISHES, 60);
const guests = (from: number, count: number): Name[] =>
  Array.from({ length: count }, (_, index) => `guest${from + index}` as const);
const idOf = (name: Name) => personIdOf(openidOf(name));

async function stored(id: string): Promise<Wish> {
  return (await yima.emulator.db.collection('wishes').doc(id).get()).data[0];
}

async function all(): Promise<Wish[]> {
  const rows: Wish[] = [];
  for (;;) {
    const { data } = await yima.emulator.db.collection('wishes').skip(rows.length).limit(100).get();
    rows.push(...(data as Wish[]));
    if (data.length < 100) return rows;
  }
}

/** A wish of lin's on the wall. */
async function onTheWall(over: Parameters<typeof yima.wish>[0] = {}): Promise<string> {
  const { id } = await yima.call('lin', 'wish.post', yima.wish(over));
  await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
  return id;
}

const move = (name: Name, id: string, ...rest: [Parameters<typeof yima.wishMove>[1], { text?: string }?]) =>
  yima.call(name, 'wish.move', yima.wishMove(id, ...rest));
const outcome = (
  name: Name,
  id: string,
  ...rest: [Parameters<typeof yima.wishMove>[1], { text?: string }?]
) => yima.outcome(name, 'wish.move', yima.wishMove(id, ...rest));

/**
 * Does all of it, a hundred and more at any moment, as many as one small emulator answers in time. Who gets no answer
 * sends again under the same key, as phones do.
 */
async function crowd<T>(tries: readonly T[], one: (what: T) => Promise<string>): Promise<string[]> {
  const outcomes: string[] = new Array(tries.length);
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < tries.length; index = next++)
      outcomes[index] = await one(tries[index] as T);
  };
  await Promise.all(Array.from({ length: 120 }, lane));
  return outcomes;
}

interface Try {
  readonly id: string;
  readonly name: Name;
  readonly move: Parameters<typeof yima.wishMove>[1];
}

async function insist({ id, name, move: what }: Try): Promise<string> {
  const input = yima.wishMove(id, what);
  for (let tries = 0; tries < 30; tries++) {
    const code = await yima.outcome(name, 'wish.move', input);
    if (code !== 'BUSY') return code;
  }
  throw new Error(`${what} never got through`);
}

beforeEach(async () => {
  await yima.emulator.db.collection('wishes').where({}).remove();
});

const FANG: Name = 'guest1';
const GENG: Name = 'guest2';
beforeAll(() => yima.volunteers([FANG, GENG, 'guest3']));

test('an elder’s wish, posted by the grid worker: reviewed, claimed, delivered, confirmed, thanked', async () => {
  const { id, mine } = await yima.call(
    'zhao',
    'wish.post',
    yima.wish({
      contact: { name: '赵海平', phone: '' },
      whose: { sort: 'adult', name: '王秀英', phone: '13800000001', consent: true },
    }),
  );
  expect(mine).toBe(true);
  expect(await yima.outcome(FANG, 'wish.read', { id })).toBe('NOT_FOUND');
  await yima.tick();
  expect((await yima.call('qian', 'notice.list', {})).rows[0]?.words).toBe('有一个“小修小补”的心愿等您审核');
  expect((await yima.call('qian', 'wish.list', { box: 'review' })).rows.map((row) => row.id)).toEqual([id]);
  await move('qian', id, 'approve');

  const wall = await yima.call(FANG, 'wish.wall', { shelf: 'open' });
  expect(wall).toMatchObject({ where: '闫满工作区', volunteer: true });
  expect(wall.rows).toMatchObject([
    { id, wisher: '王*', where: '闫满村', fit: '您会电工', allowed: ['claim'] },
  ]);
  const claimed = await move(FANG, id, 'claim');
  expect(claimed.contact).toEqual({
    name: '王秀英',
    role: '',
    phone: '13800000001',
    address: '闫满村第1网格第12微网格 501',
  });
  await move(FANG, id, 'arrange', { text: '周六上午去' });
  const delivered = await move(FANG, id, 'deliver', { text: '扶手装好了' });
  expect(delivered).toMatchObject({ contact: null, wisher: '王*' });
  expect((await yima.call('qian', 'wish.read', { id })).contact?.phone).toBe('13800000001');
  await move('zhao', id, 'confirm');
  yima.later(60_000);
  const thanked = await move('zhao', id, 'thank', { text: '王奶奶说谢谢你' });
  expect(thanked.story.map((entry) => entry.move)).toEqual([
    'thank',
    'confirm',
    'deliver',
    'arrange',
    'claim',
    'approve',
    'post',
  ]);
  expect(await yima.call(FANG, 'wish.list', { box: 'helped' })).toMatchObject({
    rows: [{ id, state: 'thanked' }],
  });
  await yima.tick();
  const told = (await yima.call(FANG, 'notice.list', {})).rows
    .map((row) => row.words)
    .filter((words) => words.startsWith('您办的心愿'));
  expect(told).toEqual(['您办的心愿“小修小补”收到一声谢谢', '您办的心愿“小修小补”对方收到了']);
});

test('the hold time passes: the next in line is asked, then everybody', async () => {
  const id = await onTheWall();
  await move(FANG, id, 'claim');
  await move(GENG, id, 'queue');
  yima.later(7 * DAY);
  await yima.tick();
  expect(await stored(id)).toMatchObject({
    state: 'offered',
    offer: { id: idOf(GENG) },
    wakeAt: yima.now + DAY,
  });
  expect((await yima.call(GENG, 'wish.list', { box: 'held' })).rows).toMatchObject([
    { id, chip: { words: '轮到您了' }, allowed: ['claim', 'pass'] },
  ]);
  expect(await outcome('guest3', id, 'claim')).toBe('WISH_OFFERED');
  expect(await outcome(FANG, id, 'claim')).toBe('CLAIM_LAPSED');
  yima.later(DAY);
  await yima.tick();
  expect(await stored(id)).toMatchObject({ state: 'open', offer: null });
  expect(await outcome('guest3', id, 'claim')).toBe('ok');
});

test('a child’s wish: the guardian is called, the child has initials, and no picture is taken', async () => {
  const given = { name: '李小满', guardian: { name: '李建', phone: '13800000002', consent: true } } as const;
  const { id } = await yima.call(
    'lin',
    'wish.post',
    yima.wish({ kind: 'study', whose: { sort: 'child', ...given } }),
  );
  expect(JSON.stringify(await stored(id))).not.toContain('小满');
  await move('qian', id, 'approve');
  const claimed = await move(FANG, id, 'claim');
  expect(claimed).toMatchObject({
    wisher: '李某',
    contact: { name: '李建', role: '监护人', phone: '13800000002' },
  });
  const photos = (await yima.call(FANG, 'photo.prepare', { bytes: 1000 })).fileId;
  const deliver = { ...yima.wishMove(id, 'deliver', { text: '讲完了' }), photos: [photos] };
  expect(await yima.outcome(FANG, 'wish.move', deliver)).toBe('WISH_NO_PHOTO');

  const without = { sort: 'ill', name: '李小满', guardian: { ...given.guardian, name: '' } } as const;
  expect(await yima.outcome('lin', 'wish.post', yima.wish({ whose: without }))).toBe('GUARDIAN_REQUIRED');
  const unasked = {
    sort: 'child',
    name: '李小满',
    guardian: { name: '李建', phone: '13800000002', consent: false },
  };
  expect(await yima.outcome('lin', 'wish.post', { ...yima.wish(), whose: unasked })).toBe('BAD_INPUT');
});

test('numbers do not go up on the wall', async () => {
  for (const text of ['打 138 0000 0001 找我', '电话 0531-8888999', '370114195001010000'])
    expect([text, await yima.outcome('lin', 'wish.post', yima.wish({ text }))]).toEqual([
      text,
      'NUMBERS_IN_WISH',
    ]);
  expect(await yima.outcome('lin', 'wish.post', yima.wish({ text: '3 号楼 2 单元 501 换 2 个灯泡' }))).toBe(
    'ok',
  );
});

test('fifty posts of one form are one wish, and the same key with other words is refused', async () => {
  const wish = yima.wish();
  const answers = await Promise.all(guests(0, 50).map(() => yima.call('lin', 'wish.post', wish)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await all()).toHaveLength(1);
  expect(await yima.outcome('lin', 'wish.post', { ...wish, text: '别的' })).toBe('KEY_REUSED');
});

test(`${WISHES} wishes × ${CLAIMANTS} claimants at once: nothing claimed twice, nobody above the cap`, async () => {
  const names = guests(100, CLAIMANTS);
  await yima.volunteers(names);
  const ids: string[] = [];
  for (let index = 0; index < WISHES; index++) ids.push(await onTheWall());
  const tries = ids.flatMap((id) => names.map((name): Try => ({ id, name, move: 'claim' })));
  const outcomes = await crowd(tries, insist);
  const won = tries.filter((_, index) => outcomes[index] === 'ok');
  expect([...new Set(outcomes)].sort()).toEqual(['CLAIMS_FULL', 'WISH_TAKEN', 'ok'].sort());
  const after = await all();
  const claimed = after.filter(({ state }) => state === 'claimed');
  // Everybody got as many as they may have, each wish has one winner, and the winner's own story says so once.
  expect(claimed).toHaveLength(CLAIMANTS * CLAIMS_MAX);
  expect(won).toHaveLength(CLAIMANTS * CLAIMS_MAX);
  for (const wish of claimed) {
    const claims = wish.history.filter((entry) => entry.move === 'claim');
    const winners = won.filter(({ id }) => id === wish._id).map(({ name }) => idOf(name));
    expect(claims.map((entry) => entry.by.id)).toEqual(winners);
    expect(winners).toEqual([wish.claimer?.id]);
  }
  for (const name of names)
    expect(claimed.filter(({ claimer }) => claimer?.id === idOf(name))).toHaveLength(CLAIMS_MAX);
  expect(new Set(after.map(({ slot }) => slot)).size).toBe(WISHES);
}, 3_600_000);

test(`${WANTED} wishes, each wanted by ${CLAIMANTS}: the line, the clock and claims all at once leave nothing stuck`, async () => {
  const names = guests(300, WANTED);
  await yima.volunteers(names);
  const rivals = (index: number) =>
    Array.from({ length: CLAIMANTS }, (_, n) => names[(index + n * 7) % WANTED] as Name);
  const ids: string[] = [];
  for (let index = 0; index < WANTED; index++) ids.push(await onTheWall());
  const all20 = (who: (index: number) => Name[], what: Try['move']): Try[] =>
    ids.flatMap((id, index) => who(index).map((name): Try => ({ id, name, move: what })));
  await crowd(all20(rivals, 'claim'), insist);
  let wishes = await all();
  expect(wishes.filter(({ state }) => state !== 'claimed')).toEqual([]);

  // Three of each wait in line; then the holds end while others push in and leave, and the timer rings five times at once.
  const last = (count: number) => (index: number) => rivals(index).slice(-count);
  await crowd(all20(last(3), 'queue'), insist);
  yima.later(7 * DAY);
  await Promise.all([
    ...Array.from({ length: 5 }, () => yima.tick()),
    crowd([...all20(last(4), 'claim'), ...all20(last(1), 'leave')], insist),
  ]);
  for (let round = 0; round < 5; round++) {
    yima.later(DAY);
    await Promise.all([yima.tick(), yima.tick(), yima.tick()]);
    await yima.tick();
    wishes = await all();
    for (const wish of wishes) {
      // Never stuck: what is open has a next moment, and it lies ahead.
      expect(wish.wakeAt).toBeGreaterThan(yima.now);
      expect(wish.outbox).toEqual([]);
      offeredOnce(wish);
    }
  }
  // A notice of an offer for each offer, and not one more.
  const offers = wishes.flatMap(({ history }) =>
    history.filter(({ to, move }) => to === 'offered' || (move === 'pass' && !to)),
  );
  const { total } = await yima.emulator.db.collection('notices').where({ kind: 'wish-offered' }).count();
  expect(total).toBeGreaterThanOrEqual(offers.length);
  expect(wishes.filter(({ state }) => state === 'offered')).toEqual([]);
}, 300_000);

/** Whoever stood in line was asked at most once for each time they stood there. */
function offeredOnce({ history, offer, queue }: Wish): void {
  const lined = history.filter(({ move }) => move === 'queue').length;
  const left = history.filter(({ move }) => move === 'leave').length;
  const passed = history.filter(({ move }) => move === 'pass').length;
  const accepted = history.filter(
    ({ move }, index) => move === 'claim' && stateBefore(history, index) === 'offered',
  ).length;
  expect(lined - left - queue.length).toBe(passed + accepted + (offer ? 1 : 0));
}

function stateBefore(history: Wish['history'], index: number): string {
  return history.slice(0, index).findLast((entry) => entry.to)?.to ?? 'posted';
}

test('a volunteer who calls every action sees the numbers of own active claims and no other', async () => {
  const CRAWLER: Name = 'guest11';
  await yima.volunteers([CRAWLER, 'guest12']);
  // Whoever leaves sees less, so leaving and being forgotten are not among what is tried.
  const actions = (Object.keys(ACTIONS) as ActionName[]).filter(
    (action) => !/leave|erase|forget/.test(action),
  );
  const phone = (n: number) => `1360000000${n}`;
  const wish = (n: number) => ({ contact: { name: '林桂芬', phone: phone(n) } });
  const ids = [];
  for (let n = 0; n < 6; n++) ids.push(await onTheWall(wish(n)));
  const [first = '', second = '', third = '', other = ''] = ids;
  await move(CRAWLER, first, 'claim');
  await move(CRAWLER, second, 'claim');
  await move(CRAWLER, second, 'deliver', { text: '办到了' });
  await move(CRAWLER, third, 'claim');
  await move(CRAWLER, third, 'giveBack', { text: '出差' });
  await move('guest12', other, 'claim');
  await move(CRAWLER, other, 'queue');

  const seen = new Set<string>();
  const look = async (action: ActionName, input: unknown) => {
    const answer = JSON.stringify(await yima.ask(CRAWLER, action, input));
    for (const number of answer.match(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])/g) ?? []) seen.add(number);
  };
  for (const id of ids) {
    for (const action of actions) await look(action, goodInput(yima, action, id));
    await look('wish.read', { id });
  }
  for (const shelf of ['open', 'taken']) await look('wish.wall', { shelf });
  for (const box of ['posted', 'held', 'helped', 'review', 'confirm']) await look('wish.list', { box });
  const own = (await yima.call(CRAWLER, 'session.open', {})).phone;
  expect([...seen].filter((number) => number.startsWith('136') && number !== own)).toEqual([phone(0)]);
  expect((await yima.call(CRAWLER, 'wish.read', { id: first })).contact?.phone).toBe(phone(0));
  expect((await yima.call('guest12', 'wish.read', { id: other })).contact?.phone).toBe(phone(3));
  expect((await yima.call('wang', 'wish.read', { id: other })).contact).toBeNull();
});

test('a wish that is really a ticket goes on as one, exactly once, and each names the other', async () => {
  const id = await onTheWall({ whose: { sort: 'adult', name: '王秀英', phone: '', consent: true } });
  await move(FANG, id, 'claim');
  expect(await outcome('qian', id, 'turn')).toBe('THREAD_REQUIRED');
  expect(await yima.outcome('qian', 'wish.move', yima.wishMove(id, 'turn', { service: 'no-such' }))).toBe(
    'SERVICE_UNKNOWN',
  );
  const turn = yima.wishMove(id, 'turn', { service: 'street-lamp' });
  const answers = await Promise.all(guests(0, 10).map(() => yima.call('qian', 'wish.move', turn)));
  const became = (await stored(id)).became;
  expect(new Set(answers.map(({ thread }) => thread[0]?.id))).toEqual(new Set([became?.id]));
  const ticket = await yima.call('lin', 'ticket.read', { id: became?.id ?? '' });
  expect(ticket).toMatchObject({ no: became?.no, title: '楼道灯不亮', beneficiary: { name: '王秀英' } });
  expect(ticket.text).toMatch(/由微心愿 W.+ 转来/);
  expect((await yima.call('lin', 'wish.read', { id })).thread).toEqual([
    { words: `转成了办件 ${became?.no}`, kind: 'ticket', id: became?.id },
  ]);

  // The ticket that did not come into being in the same call does so before anybody is told.
  await yima.emulator.db
    .collection('tickets')
    .doc(became?.id ?? '')
    .remove();
  await yima.tick();
  expect((await yima.call('lin', 'ticket.read', { id: became?.id ?? '' })).no).toBe(became?.no);
  const told = (await yima.call(FANG, 'notice.list', {})).rows.find((row) => row.ticket === id);
  expect(told).toMatchObject({ words: '心愿“小修小补”不用再等了' });
  // Who had it reads how it ended, and no more than that.
  expect(await yima.call(FANG, 'wish.read', { id })).toMatchObject({
    state: 'became',
    contact: null,
    wisher: '王*',
  });
  expect(await yima.outcome(GENG, 'wish.read', { id })).toBe('NOT_FOUND');
});

test('a ticket that is really a wish is posted once, without the numbers in it, and waits for review', async () => {
  const { wishFromTicket } = await import('@/cloudfunctions/runtime/wish-thread');
  const text = '想请人陪老人说说话，打 13800000001';
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ text }));
  const ticket = (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
  const twice = await Promise.all([1, 2].map(() => wishFromTicket(ticket, 'company', yima.now)));
  expect(await all()).toHaveLength(1);
  expect(twice[0]).toMatchObject({
    text: '想请人陪老人说说话，打 ***',
    state: 'posted',
    from: { kind: 'ticket', id },
  });
  const row = (await yima.call('qian', 'wish.list', { box: 'review' })).rows[0];
  expect((await yima.call('lin', 'wish.read', { id: row?.id ?? '' })).story.at(-1)?.title).toMatch(
    /由办件 T.+ 转来/,
  );
});
