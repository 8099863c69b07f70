import { START } from '@/test/builders/ticket';
import { AREA, STAIRWELL } from '@/test/builders/town';
import { posted, REPAIR } from '@/test/builders/wish';
import { DAY } from '../time/day';
import { postWish, requireNoNumbers, villageOf, type WhoseGiven, wisherOf, withoutNumbers } from './open';

const me = { name: '林桂芬', phone: '17000000001' };
const guardian = { name: '李建', phone: '17000000009' };

test.each<[string, WhoseGiven, object]>([
  [
    'for oneself: the poster’s own name and phone, whatever else was typed',
    { sort: 'self', name: '别人', phone: '1', guardian },
    { sort: 'self', ...me, guardian: null },
  ],
  [
    'for another adult: theirs',
    { sort: 'adult', name: '李奶奶', phone: '17000000008', guardian },
    { sort: 'adult', name: '李奶奶', phone: '17000000008', guardian: null },
  ],
  [
    'for an adult without a phone: the poster can be called',
    { sort: 'adult', name: '李奶奶', phone: '' },
    { sort: 'adult', name: '李奶奶', phone: '', guardian: null },
  ],
  [
    'for a child: the surname, and the guardian to call',
    { sort: 'child', name: ' 欧小满', phone: '17000000008', guardian },
    { sort: 'child', name: '欧某', phone: '', guardian },
  ],
  [
    'for somebody ill: the same',
    { sort: 'ill', name: '李小满', phone: '', guardian },
    { sort: 'ill', name: '李某', phone: '', guardian },
  ],
])('%s', (_, given, wisher) => {
  expect(wisherOf(given, me)).toEqual(wisher);
});

test.each<[string, WhoseGiven, string, string, string]>([
  ['nobody to call', { sort: 'self', name: '', phone: '' }, '', 'WISH_PHONE_REQUIRED', 'contact.phone'],
  ['nobody named', { sort: 'adult', name: '', phone: '1' }, me.phone, 'WISHER_REQUIRED', 'whose.name'],
  [
    'an adult, and nobody to call',
    { sort: 'adult', name: '李', phone: '' },
    '',
    'WISH_PHONE_REQUIRED',
    'whose.phone',
  ],
  [
    'a child without a guardian',
    { sort: 'child', name: '李', phone: '' },
    me.phone,
    'GUARDIAN_REQUIRED',
    'whose.guardian',
  ],
  [
    'a guardian without a name',
    { sort: 'ill', name: '李', phone: '', guardian: { name: '', phone: '1' } },
    me.phone,
    'GUARDIAN_REQUIRED',
    'whose.guardian',
  ],
  [
    'a guardian who cannot be called',
    { sort: 'child', name: '李', phone: '', guardian: { name: '李建', phone: '' } },
    me.phone,
    'GUARDIAN_REQUIRED',
    'whose.guardian',
  ],
])('refused: %s', (_, given, phone, code, field) => {
  expect(() => wisherOf(given, { name: '林', phone })).toThrow(
    expect.objectContaining({ code, details: { field } }),
  );
});

test.each([
  ['想装一个扶手', '想装一个扶手'],
  ['打我电话 17000000001 行', '打我电话 ***行'],
  ['170-0000-0001', '***'],
  ['3号楼2单元 501', '3号楼2单元 501'],
  ['两个号 1700000 和 2345678', '两个号 ***和 ***'],
  ['六位 123456', '六位 123456'],
  [' 前后空白 ', '前后空白'],
  ['长'.repeat(201), '长'.repeat(200)],
])('on the wall %j reads %j', (text, read) => {
  expect(withoutNumbers(text)).toBe(read);
});

test.each([
  ['12345 6-7', false],
  ['123456', true],
  ['', true],
])('who posts %j is let through: %s', (text, through) => {
  const run = () => requireNoNumbers(text);
  if (through) expect(run).not.toThrow();
  else expect(run).toThrow(expect.objectContaining({ code: 'NUMBERS_IN_WISH', details: { field: 'text' } }));
});

test.each([
  [STAIRWELL, `${AREA}v01/`],
  [`${AREA}v02/`, `${AREA}v02/`],
  [AREA, AREA],
])('%s lies in %s', (path, village) => {
  expect(villageOf(path)).toBe(village);
});

test('what was posted waits for the desk, which is told, and is nobody’s yet', () => {
  expect(posted()).toMatchObject({
    state: 'posted',
    shelf: 'review',
    holder: null,
    claimer: null,
    offer: null,
    area: AREA,
    village: `${AREA}v01/`,
    kind: { id: 'repair', name: '小修小补', icon: REPAIR.icon },
    hold: REPAIR.hold,
    from: null,
    became: null,
    slot: posted()._id,
    dueAt: null,
    nudgeAt: START + DAY,
    closedAt: null,
  });
  expect(posted().outbox).toEqual([
    {
      to: 's_qian',
      kind: 'wish-review',
      at: START,
      about: { id: posted()._id, no: posted().no, service: '小修小补' },
    },
  ]);
  expect(posted().history).toEqual([
    {
      at: START,
      move: 'post',
      by: { id: 'u_lin', name: '林桂芬', role: 'poster' },
      key: 'key-of-posting',
    },
  ]);
});

test('a wish that was a request before says which', () => {
  const from = { kind: 'ticket', id: 't1', no: 'T0311-1' } as const;
  const { state: _, ...was } = posted();
  const wish = postWish({ ...was, kind: REPAIR, from, key: 'k' }, START);
  expect(wish.from).toEqual(from);
  expect(wish.history[0]?.about).toEqual({ kind: 'ticket', no: 'T0311-1' });
});
