/**
 * Consent taken back takes back what it gave: for each consent, each thing that it gave is seen while it stands, by whoever
 * it was given to, and is gone from every answer, notice and export once it is taken back.
 */
import { budgetOf, spendOn } from '@/cloudfunctions/runtime/budget';
import type { ActionName, Input } from '@/contract';
import { CONSENTS, type ConsentId } from '@/domain/rights/holdings';
import { DAY, HOUR } from '@/domain/time/day';
import { PLAN } from '@/test/builders/activity';
import { idOf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const key = () => crypto.randomUUID();
const NAME = '欧阳明月';
const PHONE = '17012345678';
const FLAT = '七号院东屋';
const contact = { name: NAME, phone: PHONE };

/** One person of each test, as an instance remembers people for a minute. */
let nth = 100;
let me: Name = 'guest100';
beforeEach(async () => {
  for (const name of ['wishes', 'people', 'notices', 'activities', 'participations'] as const)
    await yima.emulator.db
      .collection(name)
      .where(name === 'people' ? { staff: null } : {})
      .remove();
  nth += 10;
  me = `guest${nth}`;
  yima.later(DAY);
});
const other = (by: number): Name => `guest${nth + by}`;

const said = async <A extends ActionName>(name: Name, action: A, input: Input<A>): Promise<string> =>
  JSON.stringify(await yima.ask(name, action, input));

const OFFER = {
  skills: ['electric'],
  places: [`${AREA}v01/`],
  times: [],
  teams: [],
  minor: false,
  guardian: null,
};
const register = () => yima.call(me, 'volunteer.register', { ...contact, ...OFFER, consent: true });

async function onWall(poster: Name, over: Parameters<typeof yima.wish>[0] = {}): Promise<string> {
  const { id } = await yima.call(poster, 'wish.post', yima.wish(over));
  await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
  return id;
}
const claim = (name: Name, id: string) => yima.call(name, 'wish.move', yima.wishMove(id, 'claim'));

/** A wish of mine that somebody else has. */
async function claimedOfMine(): Promise<string> {
  await yima.volunteers([other(1)]);
  const id = await onWall(me, { contact, address: FLAT });
  await claim(other(1), id);
  return id;
}

async function activity(capacity = 5): Promise<string> {
  const startsAt = yima.now + 3 * DAY;
  const plan = { ...PLAN, skills: [], startsAt, endsAt: startsAt + 2 * HOUR, capacity };
  const { id } = await yima.call('ma', 'activity.draft', { key: key(), scene: SCENE(), plan });
  await yima.call('qian', 'activity.move', { id, key: key(), move: 'publish' });
  return id;
}
const join = (name: Name, id: string) => yima.call(name, 'activity.move', { id, key: key(), move: 'join' });
const seat = async (id: string) => (await yima.call(me, 'activity.read', { id })).mine;

/** What a consent gave: how it is given, and what is seen of it; '' when nothing is. */
interface Given {
  readonly consent: ConsentId;
  readonly what: string;
  readonly give: () => Promise<() => Promise<string>>;
  /** What must be seen before and not afterwards. */
  readonly words: readonly (string | RegExp)[];
}

const GIVEN: readonly Given[] = [
  {
    consent: 'contact',
    what: 'what a form begins with, and my own file',
    give: async () => {
      await yima.call(me, 'profile.save', contact);
      return async () =>
        (await said(me, 'session.open', {})) + (await said(me, 'rights.export', { part: 'profile' }));
    },
    words: [NAME, PHONE],
  },
  {
    consent: 'contact',
    what: 'name, phone and flat of a wish, to who has it in hand',
    give: async () => {
      await yima.call(me, 'profile.save', contact);
      const id = await claimedOfMine();
      return async () =>
        (await said(other(1), 'wish.read', { id })) + (await said(other(1), 'wish.list', { box: 'held' }));
    },
    words: [NAME, PHONE, FLAT],
  },
  {
    consent: 'contact',
    what: 'the same, to who claims it later',
    give: async () => {
      await yima.call(me, 'profile.save', contact);
      const id = await claimedOfMine();
      return async () => {
        const read = await said(other(1), 'wish.read', { id });
        await yima.ask(other(1), 'wish.move', yima.wishMove(id, 'giveBack', { text: '没空' }));
        await claim(other(1), id);
        return read + (await said(other(1), 'wish.read', { id }));
      };
    },
    words: [NAME, PHONE, FLAT],
  },
  {
    consent: 'contact',
    what: 'phone and flat of a wish, to the desk that reviews it',
    give: async () => {
      await yima.call(me, 'profile.save', contact);
      const { id } = await yima.call(me, 'wish.post', yima.wish({ contact, address: FLAT }));
      return () => said('qian', 'wish.read', { id });
    },
    words: [PHONE, FLAT],
  },
  {
    consent: 'contact',
    what: 'the phone of who claimed, to who waits for them',
    give: async () => {
      await register();
      const id = await onWall('lin');
      await claim(me, id);
      return () => said('lin', 'wish.read', { id });
    },
    words: [PHONE],
  },
  {
    consent: 'contact',
    what: 'the phone of who signed up, to the organiser',
    give: async () => {
      await register();
      const id = await activity();
      await join(me, id);
      return () => said('ma', 'activity.people', { id });
    },
    words: [/"phone":"1\d/],
  },
  {
    consent: 'contact',
    what: 'to be found by the number',
    give: async () => {
      await register();
      // only a number that WeChat gave finds anybody
      await yima.call(me, 'profile.phone', { code: `phone-${PHONE}` });
      return () => said('zhao', 'conduct.person', { phone: PHONE });
    },
    words: ['"ok":true'],
  },
  {
    consent: 'messages',
    what: 'messages in WeChat',
    give: async () => {
      await yima.call(me, 'notice.consent', { key: key(), templates: ['task', 'result'] });
      return async () => {
        const { left } = await yima.call(me, 'notice.budget', {});
        return `${JSON.stringify(left)} ${await said(me, 'rights.read', {})}`;
      };
    },
    words: [/"result":1/, /"task":1/, /"id":"messages"/],
  },
  {
    consent: 'volunteer',
    what: 'a line of the desk’s list of volunteers',
    give: async () => {
      await register();
      return () => said('qian', 'volunteer.list', {});
    },
    words: [NAME],
  },
  {
    consent: 'volunteer',
    what: 'a wish in hand',
    give: async () => {
      await register();
      const id = await onWall('lin');
      await claim(me, id);
      return async () =>
        (await said(me, 'wish.list', { box: 'held' })) + (await said(me, 'wish.read', { id }));
    },
    words: ['"mine":true', '17000000001'],
  },
  {
    consent: 'volunteer',
    what: 'a place in line',
    give: async () => {
      await register();
      await yima.volunteers([other(1)]);
      const id = await onWall('lin');
      await claim(other(1), id);
      await yima.call(me, 'wish.move', yima.wishMove(id, 'queue'));
      return () => said(me, 'wish.list', { box: 'waiting' });
    },
    words: [/"inLine":1/],
  },
  {
    consent: 'volunteer',
    what: 'a wish that was offered to me as the next',
    give: async () => {
      await register();
      await yima.volunteers([other(1)]);
      const id = await onWall('lin');
      await claim(other(1), id);
      await yima.call(me, 'wish.move', yima.wishMove(id, 'queue'));
      await yima.call(other(1), 'wish.move', yima.wishMove(id, 'giveBack', { text: '没空' }));
      await yima.tick();
      return async () => (await said(me, 'wish.list', { box: 'held' })) + (await said(me, 'notice.list', {}));
    },
    words: ['轮到您了'],
  },
  {
    consent: 'volunteer',
    what: 'news of wishes that suit me',
    give: async () => {
      await register();
      await onWall('lin');
      await yima.tick();
      return async () =>
        (await said(me, 'notice.list', {})) + (await said(me, 'rights.export', { part: 'notices' }));
    },
    words: ['适合您'],
  },
  {
    consent: 'volunteer',
    what: 'places in thirty activities, and in a waiting list',
    give: async () => {
      await register();
      const ids: string[] = [];
      for (let count = 0; count < 30; count++) ids.push(await activity());
      const full = await activity(1);
      await yima.volunteers([other(2)]);
      await join(other(2), full);
      for (const id of [...ids, full]) await join(me, id);
      return async () => (await Promise.all([...ids, full].map(seat))).filter(Boolean).join();
    },
    words: ['seated', 'waiting'],
  },
  {
    consent: 'volunteer',
    what: 'who to ask for a child that helps',
    give: async () => {
      const guardian = { name: '诸葛安', phone: '17099990000' };
      const child = { ...OFFER, minor: true, guardian };
      await yima.call(me, 'volunteer.register', { ...contact, ...child, consent: true });
      return async () =>
        (await said(me, 'session.open', {})) + (await said(me, 'rights.export', { part: 'profile' }));
    },
    words: ['诸葛安', '17099990000'],
  },
  {
    consent: 'volunteer',
    what: 'to claim, to wait in line and to sign up',
    give: async () => {
      await register();
      const id = await onWall('lin');
      const there = await activity();
      return async () =>
        JSON.stringify({
          wish: (await yima.call(me, 'wish.read', { id })).allowed,
          activity: (await yima.call(me, 'activity.read', { id: there })).allowed,
        });
    },
    words: ['"claim"', '"join"'],
  },
];

test('every consent that there is has its rows', () => {
  expect([...new Set(GIVEN.map(({ consent }) => consent))].sort()).toEqual([...CONSENTS].sort());
});

const ways = GIVEN.flatMap((given) =>
  (given.consent === 'volunteer'
    ? (['rights.withdraw', 'volunteer.leave'] as const)
    : (['rights.withdraw'] as const)
  ).map((way) => [given.consent, given.what, way, given] as const),
);

test.each(ways)('%s gave %s; after %s it is gone', async (consent, _, way, { give, words }) => {
  const see = await give();
  const before = await see();
  for (const word of words) expect(before).toMatch(word);
  await (way === 'rights.withdraw'
    ? yima.call(me, 'rights.withdraw', { what: consent })
    : yima.call(me, 'volunteer.leave', {}));
  const gone = async () => {
    const after = await see();
    for (const word of words) expect(after).not.toMatch(word);
  };
  await gone();
  for (let day = 0; day < 2; day++) {
    yima.later(DAY);
    expect((await yima.tick()).failed).toBe(0);
  }
  await gone();
});

test('who has left is offered nothing any more: not news, not a place in line elsewhere', async () => {
  await register();
  await yima.volunteers([other(1), other(2)]);
  const id = await onWall('lin');
  await claim(other(1), id);
  for (const name of [me, other(2)]) await yima.call(name, 'wish.move', yima.wishMove(id, 'queue'));
  // of another area than the one of the register: no index finds the line
  await yima.emulator.db.collection('wishes').where({ _id: id }).update({ area: '370114/elsewhere/' });
  await yima.call(me, 'rights.withdraw', { what: 'volunteer' });
  await yima.call(other(1), 'wish.move', yima.wishMove(id, 'giveBack', { text: '没空' }));
  await yima.tick();
  await onWall('wang', { contact: { name: '王', phone: '17000000002' } });
  await yima.tick();
  expect(await said(me, 'notice.list', {})).not.toMatch(/轮到您了|适合您/);
  expect(await said(other(2), 'notice.list', {})).toMatch('轮到您了');
  expect(await said(other(2), 'wish.list', { box: 'held' })).toMatch(id);
});

test('a tap that arrives once more gives no consent that was taken back', async () => {
  const tap = { key: key(), templates: ['result' as const] };
  await yima.call(me, 'notice.consent', tap);
  await yima.call(me, 'rights.withdraw', { what: 'messages' });
  expect((await yima.call(me, 'notice.consent', tap)).left.result).toBe(0);
  expect(await spendOn(idOf(me), 'closed', 'n1', yima.now)).toBeNull();
  expect((await yima.call(me, 'notice.consent', { ...tap, key: key() })).left.result).toBe(1);
  expect(await budgetOf(idOf(me))).not.toBeNull();
});

test('contact that was taken back and is given again is shown again', async () => {
  await yima.call(me, 'profile.save', contact);
  const id = await claimedOfMine();
  await yima.call(me, 'rights.withdraw', { what: 'contact' });
  expect((await yima.call(other(1), 'wish.read', { id })).contact).toBeNull();
  await yima.call(me, 'rights.correct', contact);
  await yima.call(me, 'rights.correct', { id, address: FLAT });
  expect((await yima.call(other(1), 'wish.read', { id })).contact).toMatchObject({ phone: PHONE });
});

test('a link that was handed out lives an hour', async () => {
  const photo = await yima.photo(me);
  const [view] = await yima.call(me, 'photo.read', { photos: [photo] });
  const until = Number(new URL(view?.url ?? '').searchParams.get('t')) * 1000;
  expect(until - (await yima.emulator.now())).toBeLessThanOrEqual(HOUR + 1000);
});
