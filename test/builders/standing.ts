/** Points, returns, records under review and honours for tests of the actions: made by the real rules and actions. */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import { CLOCK } from '@/domain/flow/actor';
import type { HonourState } from '@/domain/honour/honour';
import { honourFlow, openHonour } from '@/domain/honour/honour';
import { DAY } from '@/domain/time/day';
import { AREA } from '@/test/builders/town';
import { type Name, openidOf, type Yima } from '@/test/support/yima';

export const idOf = (name: Name): string => personIdOf(openidOf(name));

let counted = 0;
const caseId = () => `w${String(++counted).padStart(24, '0')}`;

/** Confirms that many wishes that this person fulfilled: five points each. Gives the ids of the cases. */
export async function fulfilled(yima: Yima, name: Name, wishes: number, at = yima.now): Promise<string[]> {
  const { credit } = await import('@/cloudfunctions/runtime/earning');
  const ids = Array.from({ length: wishes }, caseId);
  const person = idOf(name);
  await credit(
    ids.map((id) => ({ kind: 'wish', caseId: id, person, area: AREA, at, what: '换灯泡' })),
    at,
  );
  return ids;
}

/** Takes back what a wish had earned, as when its confirmation turns out wrong; gives the entry's id. */
export async function withdrawn(yima: Yima, name: Name, wish: string): Promise<string> {
  const { takeBack } = await import('@/cloudfunctions/runtime/earning');
  const fact = { kind: 'wish', caseId: wish, person: idOf(name), area: AREA } as const;
  await takeBack(fact, '送达情况有误', yima.now);
  return `back:earn:wish:wish:${wish}`;
}

/** Puts something on the shelf; gives its id. */
export async function onShelf(yima: Yima, { points = 5, left = 100 } = {}): Promise<string> {
  const name = `香皂${++counted}`;
  const { items } = await yima.call('qian', 'points.stock', {
    key: crypto.randomUUID(),
    name,
    points,
    left,
    where: '村部一楼，上班时间',
    offered: true,
  });
  return items.find((item) => item.name === name)?.id ?? '';
}

/** Something that this person took from the shelf. */
export async function booked(yima: Yima, name: Name) {
  await fulfilled(yima, name, 1);
  const item = await onShelf(yima);
  return yima.call(name, 'points.redeem', { key: crypto.randomUUID(), item, points: 5 });
}

/** A record that zhao has just raised about this person, who has left a name and has points. */
/** Nobody else's number, so that a search by it finds one person. */
export const OWN_PHONE = '17000000099';

export async function raised(yima: Yima, name: Name = 'lin', over: object = {}) {
  await yima.call(name, 'profile.save', { name: '林桂芬', phone: OWN_PHONE });
  await yima.call(name, 'profile.phone', { code: `phone-${OWN_PHONE}` });
  await fulfilled(yima, name, 1);
  return yima.call('zhao', 'conduct.raise', {
    key: crypto.randomUUID(),
    person: idOf(name),
    ground: 'leak',
    text: '把老人的住址发在群里',
    ...over,
  });
}

/** An honour of the area in this state, with two nominees; gives its id. */
export async function anHonour(yima: Yima, state: HonourState = 'notice'): Promise<string> {
  const _id = `h${String(++counted).padStart(24, '0')}`;
  const now = yima.now;
  const resident = (id: string) => ({ id, name: '居民', staff: null });
  let honour = openHonour(
    {
      _id,
      no: 'H0311-7KQ4M',
      area: AREA,
      title: '最美志愿者',
      text: '',
      way: 'vote',
      jury: [],
      places: 1,
      organiser: { id: 's_qian', name: '钱调' },
      nominateUntil: now + DAY,
      voteUntil: now + 2 * DAY,
      noticeDays: 5,
      key: 'key-of-announcing',
    },
    now,
  );
  const step = (move: string, said: object, actor = CLOCK, at = now) => {
    honour = honourFlow.decide(honour, { move, actor, now: at, ...said }).next;
  };
  step('nominate', { name: '张三', where: '闫满村', text: '常年义务修灯' }, resident('u_a'));
  step('nominate', { name: '李四', where: '柳沟村', text: '陪护老人' }, resident('u_b'));
  if (state !== 'nominating') step('open', {}, CLOCK, now + DAY);
  if (state === 'notice')
    step('count', { count: { ballots: 3, of: { n1: 2, n2: 1 } } }, CLOCK, now + 2 * DAY);
  await yima.emulator.db.collection('honours').add(honour);
  return _id;
}
