/** The menu on the desk: changed by one at a time, seen by residents at once, never with a hole. */

import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Post } from '@/domain/org/org';
import { AREA, LAMP, OTHER_TOWN, SERVICES, TOWN } from '@/test/builders/town';
import { type Name, openidOf, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const DOOR = { ...LAMP, id: 'door', name: '修门', hint: '门坏了来修', keywords: ['门'], questions: [] };
const names = async () =>
  (await yima.call('lin', 'catalogue.read', { scene: SCENE() })).services.map(({ name }) => name);
const countyNames = async () =>
  (await yima.call('lin', 'catalogue.read', {})).services.map(({ name }) => name);

test('a leader puts a service up, changes it and takes it down', async () => {
  const seen = await yima.call('qian', 'desk.menu', {});
  expect(seen).toMatchObject({ rev: 0, maySave: false });
  expect(seen.services.map(({ who }) => who)).toContain('城乡建设办经办人');
  const up = await yima.call('shu', 'desk.putService', { service: { ...DOOR, questions: [] }, rev: 0 });
  expect(up).toMatchObject({ rev: 1, maySave: true });
  expect(await names()).toEqual([...SERVICES.map(({ name }) => name), '修门']);
  const filed = await yima.call('lin', 'ticket.file', yima.filing({ service: 'door', text: '单元门关不上' }));
  expect(filed.state).toBe('dispatched');
  const renamed = { ...DOOR, questions: [], name: '修单元门' };
  await yima.call('shu', 'desk.putService', { service: renamed, rev: 1 });
  expect(await names()).toContain('修单元门');
  await yima.call('shu', 'desk.dropService', { id: 'door', rev: 2 });
  expect(await names()).not.toContain('修单元门');
  expect((await yima.call('lin', 'ticket.read', { id: filed.id })).title).toBe('修门');
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ service: 'door' }))).toBe('SERVICE_UNKNOWN');
});

test('of two leaders at once one is asked to look again', async () => {
  const { rev } = await yima.call('shu', 'desk.menu', {});
  const put = (name: string) =>
    yima.outcome('shu', 'desk.putService', { service: { ...DOOR, questions: [], name }, rev });
  expect((await Promise.all([put('甲'), put('乙')])).sort()).toEqual(['MOVED_ON', 'ok']);
});

test.each([
  [
    'an option that stops the form without a word',
    [{ id: 'q1', ask: '在哪', type: 'choice', options: ['甲', '乙'], required: true, stops: ['甲'] }],
    'MENU_FAULTY',
  ],
  ['a choice without options', [{ id: 'q1', ask: '在哪', type: 'choice', required: true }], 'MENU_FAULTY'],
  ['a question without words', [{ id: 'q1', ask: '', type: 'text', required: true }], 'BAD_INPUT'],
])('refuses %s', async (_, questions, code) => {
  const { rev } = await yima.call('shu', 'desk.menu', {});
  expect(await yima.outcome('shu', 'desk.putService', { service: { ...DOOR, questions }, rev })).toBe(code);
});

test('read for nothing, saved with one write and its row in the log', async () => {
  const read = await yima.counting(() => yima.call('shu', 'desk.menu', {}));
  expect(read.database).toBe(0);
  const { rev } = read.result;
  const saved = await yima.counting(() =>
    yima.call('shu', 'desk.putService', { service: { ...DOOR, questions: [] }, rev }),
  );
  expect(saved.calls).toEqual({ 'database.modifyDocument': 1, 'database.insertDocument': 1 });
});

describe('a change reaches as far as the post', () => {
  const LEADERS = { village: `${AREA}v01/`, town: '370114/guanzhuang/', county: '370114/' } as const;
  const people = {
    village: 'guest711',
    area: 'shu',
    town: 'guest712',
    county: 'guest713',
    elsewhere: 'tao',
  } as const satisfies Record<string, Name>;
  const post = (level: string, path: string): Post => ({
    ...{ id: `leader@${level}`, kind: 'leader', name: level, unit: 'desk', path },
    holders: [{ person: `s_${level}` }],
  });
  const put = async (who: keyof typeof people, name: string, id = LAMP.id) => {
    const { rev } = await yima.call(people[who], 'desk.menu', {});
    return yima.outcome(people[who], 'desk.putService', { service: { ...LAMP, id, name }, rev });
  };
  const lamp = async (list: () => Promise<string[]>) => (await list())[0];
  const seenBy = async (who: keyof typeof people) =>
    (await yima.call(people[who], 'desk.menu', {})).services.map(({ name }) => name);

  beforeAll(async () => {
    const directory = yima.emulator.db.collection('directory');
    await directory.where({ _id: `menu:${AREA}` }).remove();
    const levels = Object.entries(LEADERS);
    await directory.doc(`area:${AREA}`).update({
      persons: [
        ...TOWN.persons,
        ...levels.map(([level]) => ({ id: `s_${level}`, name: level, phone: '', skills: [], leave: [] })),
      ],
      posts: [...TOWN.posts, ...levels.map(([level, path]) => post(level, path))],
    });
    await directory.doc(`area:${OTHER_TOWN.path}`).update({
      responsibility: [{ id: 'all', service: '*', place: OTHER_TOWN.path, post: 'other-office' }],
    });
    await yima.emulator.db.collection('people').add(
      levels.map(([level]) => ({
        _id: personIdOf(openidOf(people[level as 'town'])),
        openid: openidOf(people[level as 'town']),
        ...{ name: '', phone: '', staff: { id: `s_${level}`, area: AREA } },
      })),
    );
    (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
  });

  test('the county’s is the default of all', async () => {
    expect(await put('county', '全县的灯')).toBe('ok');
    for (const list of [names, countyNames, () => seenBy('elsewhere')])
      expect(await lamp(list)).toBe('全县的灯');
  });

  test('another town’s leader changes that town alone', async () => {
    expect(await put('elsewhere', '别镇的灯')).toBe('ok');
    expect(await lamp(() => seenBy('elsewhere'))).toBe('别镇的灯');
    for (const list of [names, countyNames, () => seenBy('area')]) expect(await lamp(list)).toBe('全县的灯');
    const { rev } = await yima.call('tao', 'desk.menu', {});
    expect(await yima.outcome('tao', 'desk.dropService', { id: 'gas', rev })).toBe('ok');
    expect(await seenBy('elsewhere')).not.toContain('燃气异味');
    expect(await names()).toContain('燃气异味');
  });

  test('the town’s stands over the county’s, the area’s over the town’s, and a village has none', async () => {
    expect(await put('town', '全镇的灯')).toBe('ok');
    expect([await lamp(names), await lamp(countyNames)]).toEqual(['全镇的灯', '全县的灯']);
    expect(await put('area', '工作区的灯')).toBe('ok');
    expect([await lamp(names), await lamp(() => seenBy('town'))]).toEqual(['工作区的灯', '工作区的灯']);
    // what a wider layer changes later shows wherever no narrower one says otherwise
    expect(await put('county', '全县新开的服务', 'fresh')).toBe('ok');
    expect(await names()).toContain('全县新开的服务');
    expect(await yima.outcome('guest711', 'desk.putService', { service: LAMP, rev: 0 })).toBe('NOT_ALLOWED');
    expect(await yima.outcome('guest711', 'desk.menu', {})).toBe('NOT_ALLOWED');
  });

  test('what an area takes off is gone there and can be asked for nowhere in it', async () => {
    const { rev } = await yima.call('shu', 'desk.menu', {});
    expect(await yima.outcome('shu', 'desk.dropService', { id: 'fresh', rev })).toBe('ok');
    expect([await names(), await countyNames()].map((list) => list.includes('全县新开的服务'))).toEqual([
      false,
      true,
    ]);
    expect(await yima.outcome('lin', 'ticket.file', yima.filing({ service: 'fresh' }))).toBe(
      'SERVICE_UNKNOWN',
    );
    expect((await yima.call('shu', 'desk.faults', {})).rules.length).toBeGreaterThan(0);
  });

  test('a code that is gone shows the county’s own', async () => {
    expect(
      (await yima.call('nobody', 'catalogue.read', { scene: 'p=0000000000.00000000' })).services[0]?.name,
    ).toBe('全县的灯');
  });
});
