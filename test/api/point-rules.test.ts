/** The rules about points on the desk: who changes them, what is refused, what they do to the next fact. */
import type { Input } from '@/contract';
import { DEFAULT_RULES } from '@/domain/points/rules';
import { DAY } from '@/domain/time/day';
import { fulfilled, idOf, onShelf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();
const key = () => crypto.randomUUID();
type Rules = Omit<Input<'points.saveRules'>, 'rev'>;
const usual: Rules = {
  rules: DEFAULT_RULES.rules.map((rule) => ({ ...rule })),
  grounds: DEFAULT_RULES.grounds.map((ground) => ({ ...ground })),
  returns: { ...DEFAULT_RULES.returns },
};
const [wishes = usual.rules[0] as never] = usual.rules;

async function rules(over: Partial<Rules>) {
  const { rev, rules, grounds, returns } = await yima.call('shu', 'points.rules', {});
  const now = { rules: [...rules], grounds: [...grounds], returns };
  return yima.call('shu', 'points.saveRules', { rev, ...(now as Rules), ...over });
}

async function balance(name: Name): Promise<number> {
  return (await yima.call(name, 'points.mine', {})).accounts[0]?.balance ?? 0;
}

test('staff read them, a leader changes them, the audit log has it, the next fact earns by them', async () => {
  expect(await yima.call('zhao', 'points.rules', {})).toMatchObject({
    rev: 0,
    mayChange: false,
    changed: '',
  });
  await fulfilled(yima, 'guest1', 1);
  const saved = await rules({ rules: [{ ...wishes, points: 8, most: 20 }] });
  expect(saved).toMatchObject({ rev: 1, mayChange: true, changed: '舒记 今天 09:00改过' });
  await fulfilled(yima, 'guest1', 3);
  // 5 by the rules of that day, then 8 and 7 of the 20 that a month holds, then nothing more
  expect(await balance('guest1')).toBe(20);
  const { rows } = await yima.call('guest1', 'points.mine', {});
  expect(rows.map(({ points }) => points)).toEqual(['0', '+7', '+8', '+5']);
  expect(rows[0]?.why).toContain('这个月已记满 20 分');

  const { data: deeds } = await yima.emulator.db
    .collection('audit')
    .where({ what: 'points.saveRules' })
    .get();
  expect(deeds).toMatchObject([{ by: idOf('shu'), result: 'ok', about: { rev: 0, rules: 1, grounds: 4 } }]);
  const stored = (await yima.emulator.db.collection('directory').doc(`points:${AREA}`).get()).data[0];
  expect(stored.history).toMatchObject([{ rev: 1, by: 's_shu', now: { rules: [{ points: 8 }] } }]);
});

test('what earned once earns no more under another name', async () => {
  const [id = ''] = await fulfilled(yima, 'guest2', 1);
  const before = await balance('guest2');
  await rules({ rules: [{ ...wishes, id: 'renamed' }] });
  const { credit } = await import('@/cloudfunctions/runtime/earning');
  await credit([{ kind: 'wish', caseId: id, person: idOf('guest2'), area: AREA, at: yima.now }], yima.now);
  expect(await balance('guest2')).toBe(before);
});

test('two leaders at once: one is asked to look again', async () => {
  const { rev } = await yima.call('shu', 'points.rules', {});
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => yima.outcome('shu', 'points.saveRules', { rev, ...usual })),
  );
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'MOVED_ON')).toHaveLength(5);
});

test.each([
  ['points for opening the app', { rules: [{ ...wishes, words: '每天打开一码办' }] }, 'POINT_RULES'],
  ['points for being first', { rules: [{ ...wishes, words: '本月积分第一名' }] }, 'POINT_RULES'],
  ['a kind of fact that is none', { rules: [{ ...wishes, kind: 'login' }] }, 'BAD_INPUT'],
  ['points for a month', { rules: [{ ...wishes, days: 30 }] }, 'BAD_INPUT'],
  ['a thousand points', { rules: [{ ...wishes, points: 1000 }] }, 'BAD_INPUT'],
  ['two of one name', { rules: [wishes, wishes] }, 'POINT_RULES'],
  ['a hidden key', { rules: [{ ...wishes, rank: true }] }, 'BAD_INPUT'],
  ['a day that is none', { rules: [{ ...wishes, until: '2026-02-30' }] }, 'POINT_RULES'],
  ['an operator for a number', { returns: { price: { $gt: 0 }, perMonth: null } }, 'BAD_INPUT'],
  ['a return for a thousand', { returns: { price: 1000, perMonth: null } }, 'BAD_INPUT'],
])('%s is refused, and nothing changes', async (_, over, code) => {
  const before = await yima.call('shu', 'points.rules', {});
  const said = { rev: before.rev, ...usual, ...over };
  expect(await yima.outcome('shu', 'points.saveRules', said)).toBe(code);
  expect(await yima.call('shu', 'points.rules', {})).toEqual(before);
});

test('returns stay as small as the rules say, for each month', async () => {
  await rules({ ...usual, returns: { price: 6, perMonth: 2 } });
  const dear = { key: key(), name: '电饭煲', points: 7, left: 1, where: '村部', offered: true };
  const refused = await yima.ask('qian', 'points.stock', dear);
  expect(refused).toMatchObject({
    ok: false,
    code: 'BAD_INPUT',
    message: expect.stringContaining('最多 6 分'),
  });
  await fulfilled(yima, 'guest3', 5);
  const item = await onShelf(yima);
  const take = () => yima.outcome('guest3', 'points.redeem', { key: key(), item, points: 5 });
  expect([await take(), await take(), await take()]).toEqual(['ok', 'ok', 'RETURNS_FULL']);
  const { rows } = await yima.call('guest3', 'points.returns', { box: 'mine' });
  await yima.call('guest3', 'points.return', { id: rows[0]?.id ?? '', key: key(), move: 'cancel' });
  expect([await take(), await take()]).toEqual(['ok', 'RETURNS_FULL']);
  yima.later(31 * DAY);
  expect(await take()).toBe('ok');
});

test('reading costs one call; saving one write and its line in the audit log', async () => {
  await yima.call('shu', 'points.rules', {});
  const read = await yima.counting(() => yima.call('shu', 'points.rules', {}));
  expect(read.calls).toEqual({ 'database.getDocument': 1 });
  const { rev } = read.result;
  const saved = await yima.counting(() => yima.call('shu', 'points.saveRules', { rev, ...usual }));
  expect(saved.calls).toEqual({ 'database.modifyDocument': 1, 'database.insertDocument': 1 });
  // the first test looked through the audit log itself
  const ours = (await yima.emulator.scans()).filter(({ collection }) => collection !== 'audit');
  expect(ours).toEqual([]);
});
