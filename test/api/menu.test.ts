/** The menu on the desk: changed by one at a time, seen by residents at once, never with a hole. */
import { LAMP, SERVICES } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const DOOR = { ...LAMP, id: 'door', name: '修门', hint: '门坏了来修', keywords: ['门'], questions: [] };
const names = async () => (await yima.call('lin', 'catalogue.read', {})).services.map(({ name }) => name);

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
