/** A worker's day without signal: a list worked through, merged on return, and one refusal that comes back as a question. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { filed } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

const SAID = '打过电话，家里没人，下午再去';

async function stored(id: string): Promise<Record<string, unknown>> {
  const { data } = await phones.emulator.db.collection('tickets').where({ _id: id }).get();
  return data[0];
}

const movesOf = ({ history }: Record<string, unknown>): string[] =>
  (history as { move: string; by: { role: string } }[])
    .filter(({ by }) => by.role === 'handler')
    .map(({ move }) => move);

async function photo(page: Page): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, /拍张照|添加照片/)]);
  await chooser.setFiles({
    name: 'IMG_1.jpg',
    mimeType: 'image/jpeg',
    buffer: readFileSync('scripts/worlds/photos/lamp-lit.jpg'),
  });
}

test('sign, contact and resolve with a photo wait in order and merge; what was taken away comes back as a question', async () => {
  const lamp = await filed(phones, 'lin');
  const sewer = await filed(phones, 'wang', { service: 'policy', answers: [], text: '楼前的路灯归谁管' });
  expect([lamp.handler?.name, sewer.handler?.name]).toContain('赵海平');
  const desk = async (id: string, person: string) => {
    const found = await phones.call('qian', 'ticket.assignees', { id });
    const { post = '' } = found.find((one) => one.person === person) ?? {};
    await phones.call('qian', 'ticket.move', {
      id,
      key: crypto.randomUUID(),
      move: 'transfer',
      post,
      person,
      text: '换个人办',
    });
  };
  if (sewer.handler?.name !== '赵海平') await desk(sewer.id, 's_zhao');

  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await see(zhao, '手上 2 件');
  // the day is read ahead while there is a signal
  await zhao.waitForLoadState('networkidle');
  await zhao.context().setOffline(true);

  await tap(zhao, '签收：楼道灯不亮');
  await see(zhao, '1 步等待发送');
  await tap(zhao, '已联系居民：楼道灯不亮');
  await tap(zhao, '电话联系上了');
  await tap(zhao, '记下来');
  await see(zhao, '2 步等待发送');
  await tap(zhao, '办好了：楼道灯不亮');
  await tap(zhao, '已解决');
  await write(zhao, '换了灯泡');
  await photo(zhao);
  await see(zhao, '有网再传');
  await tap(zhao, /^提交/);
  await see(zhao, '3 步等待发送');

  await zhao.getByText('咨询政策').filter({ visible: true }).first().click();
  await see(zhao, /离线 · /);
  await tap(zhao, '签收');
  await see(zhao, '等待发送');
  await tap(zhao, '已联系居民');
  await tap(zhao, '没联系上，再想办法');
  await write(zhao, SAID);
  await tap(zhao, '记下来');
  await see(zhao, SAID);
  expect([(await stored(lamp.id)).state, (await stored(sewer.id)).state]).toEqual([
    'dispatched',
    'dispatched',
  ]);

  // meanwhile the desk gives the second one to somebody else
  await desk(sewer.id, 's_ma');
  await zhao.context().setOffline(false);
  await see(zhao, '没发成');
  expect(await stored(lamp.id)).toMatchObject({ state: 'resolved', result: { text: '换了灯泡' } });
  const { result } = (await stored(lamp.id)) as { result: { photos: string[] } };
  expect(result.photos).toHaveLength(1);
  expect(movesOf(await stored(lamp.id))).toEqual(['sign', 'contact', 'resolve']);
  expect(movesOf(await stored(sewer.id))).toEqual([]);

  // nothing that was typed is lost, and the person decides
  await see(zhao, SAID);
  await tap(zhao, '不发了');
  await see(zhao, '不发了？');
  await zhao.getByText('不发了', { exact: true }).filter({ visible: true }).last().click();
  await see(zhao, '没发成');
  await see(zhao, SAID);
  expect(phones.errors).toEqual([]);
});
