/** Reply templates: everybody's, the township's own, who changes them. */
import { withYima } from '@/test/support/yima';

const yima = withYima();
const own = (id: string, text: string) => ({ id, use: 'ask' as const, text });

test('every worker reads them, with the next working day', async () => {
  const view = await yima.call('zhao', 'desk.replies', {});
  // a Wednesday
  expect(view).toMatchObject({ rev: 0, mayChange: false, own: [], day: '3月12日 周四' });
  expect(view.common.length).toBeGreaterThan(50);
});

test('the lead adds one of the township’s own; everybody reads it; it is kept who did', async () => {
  const replies = [own('own-1', '{地点}的门禁密码是多少？')];
  await yima.call('sun', 'desk.saveReplies', { replies, rev: 0 });
  expect((await yima.call('zhao', 'desk.replies', {})).own).toEqual(replies);
  expect(await yima.outcome('shu', 'desk.saveReplies', { replies: [], rev: 0 })).toBe('MOVED_ON');
  const area = (await yima.emulator.db.collection('directory').where({ name: '闫满工作区' }).get()).data[0];
  expect(area.history).toEqual([
    expect.objectContaining({ what: 'replies', by: 's_sun', rev: 1, added: replies, removed: [] }),
  ]);
});

test.each([
  ['nothing', [own('own-2', ' ')], 'REPLY_INVALID'],
  ['an unknown brace', [own('own-2', '{名字}您好')], 'REPLY_INVALID'],
  ['a service that is not there', [{ ...own('own-2', '几楼？'), services: ['ufo'] }], 'REPLY_INVALID'],
  ['one id twice', [own('own-2', '几楼？'), own('own-2', '几号？')], 'BAD_INPUT'],
  ['an id of those that ship', [own('ask-1', '几楼？')], 'BAD_INPUT'],
  ['more than anybody reads', Array.from({ length: 61 }, (_, i) => own(`own-${i}`, '几楼？')), 'BAD_INPUT'],
])('%s is refused', async (_, replies, code) => {
  expect(await yima.outcome('sun', 'desk.saveReplies', { replies, rev: 1 })).toBe(code);
});

test('reading costs nothing, saving one write', async () => {
  await yima.call('sun', 'desk.replies', {});
  expect((await yima.counting(() => yima.call('sun', 'desk.replies', {}))).database).toBe(0);
  const saved = await yima.counting(() => yima.call('sun', 'desk.saveReplies', { replies: [], rev: 1 }));
  expect(saved.calls).toMatchObject({ 'database.modifyDocument': 1 });
  expect(saved.calls).not.toHaveProperty(['database.getDocument']);
});
