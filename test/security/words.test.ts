/**
 * What people write, looked at by WeChat's check over the emulator's own protocol: what is risky comes back as a question
 * where others would read it, nothing that goes to the staff is ever refused by a machine, and no outage holds anything up.
 */
import { withYima } from '@/test/support/yima';

const yima = withYima();
const BAD = '违禁词';
beforeAll(async () => {
  process.env.YIMA_TEXT_CHECK = 'on';
  await yima.emulator.http('/emulator/wechat', { words: [BAD] });
});
afterAll(() => {
  delete process.env.YIMA_TEXT_CHECK;
});
afterEach(async () => {
  await yima.emulator.http('/emulator/wechat', { answers: [], clear: true });
  await yima.emulator.faults([]);
});

const sent = async (): Promise<{ api: string; data: Record<string, unknown> }[]> =>
  (await yima.emulator.http('/emulator/wechat')).body.sent;
const deeds = async (): Promise<{ about: Record<string, unknown>; result: string }[]> =>
  (
    await yima.emulator.db
      .collection('audit')
      .where({ kind: 'deed', what: 'words' })
      .orderBy('at', 'desc')
      .get()
  ).data;

test('a wish with such words comes back as a question; with other words it is posted', async () => {
  const wish = yima.wish({ text: `想要${BAD}` });
  const answer = await yima.ask('lin', 'wish.post', wish);
  expect(answer).toMatchObject({ ok: false, code: 'TEXT_RISKY', details: { field: 'text' } });
  expect(!answer.ok && answer.message).toMatch(/您写的都还在.*好吗/);
  expect((await yima.emulator.db.collection('wishes').count()).total).toBe(0);
  expect(await yima.outcome('lin', 'wish.post', { ...wish, text: '想装一个扶手' })).toBe('ok');
});

test('a report is never refused by a machine, but somebody looks at it', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ text: `他骂我${BAD}` }));
  expect(await deeds()).toEqual([
    expect.objectContaining({ about: { of: 'ticket.file', id }, result: 'risky' }),
  ]);
});

test('only what was written goes to the check: no name, no number, no address', async () => {
  const contact = { name: '林桂芬', phone: '17000000001' };
  await yima.call('lin', 'ticket.file', yima.filing({ text: '灯坏了', address: '3号楼', contact }));
  const [{ api, data } = { api: '', data: {} }] = await sent();
  expect(api).toBe('security.msgSecCheck');
  expect(data).toMatchObject({ version: 2, scene: 4, openid: 'openid-of-lin', content: '灯坏了\n楼道' });
  expect(JSON.stringify(data)).not.toMatch(/林桂芬|1700|3号楼/);
});

test.each([
  [
    'is down',
    { faults: [{ kind: 'error', door: 'admin', action: 'wx.api', code: 'SYS_ERR', message: 'x' }] },
  ],
  [
    'says that the person was not here lately',
    { answers: [{ api: 'security.msgSecCheck', errcode: 61010 }] },
  ],
  ['does not answer', { faults: [{ kind: 'delay', door: 'admin', action: 'wx.api', ms: 4000, count: 1 }] }],
] as { 0: string; 1: { faults?: object[]; answers?: object[] } }[] as [
  string,
  { faults?: object[]; answers?: object[] },
][])(
  'a check that %s holds up nothing, and what went on is written down',
  async (_, { faults = [], answers = [] }) => {
    await yima.emulator.faults(faults);
    await yima.emulator.http('/emulator/wechat', { answers });
    const before = (await deeds()).length;
    expect(await yima.outcome('lin', 'wish.post', yima.wish({ key: crypto.randomUUID() }))).toBe('ok');
    const after = await deeds();
    expect(after.slice(0, after.length - before).map(({ result }) => result)).toEqual(['unchecked']);
  },
);

test('off, which is how it starts, nothing is asked', async () => {
  process.env.YIMA_TEXT_CHECK = 'off';
  await yima.call('lin', 'ticket.file', yima.filing({ text: BAD }));
  expect(await sent()).toEqual([]);
  process.env.YIMA_TEXT_CHECK = 'on';
});
