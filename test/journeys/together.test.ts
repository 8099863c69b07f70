/** One lamp, two voices; and a neighbour who files for somebody without a phone. In a real browser, on the real clock rules. */
import type { Page } from 'playwright-core';
import { lamp } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

/** Zhao takes the first ticket in his hands, calls, and says that it is done. */
async function resolved(): Promise<void> {
  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await tap(zhao, /^签收/);
  await zhao.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await tap(zhao, '已联系居民');
  await tap(zhao, '电话联系上了');
  await tap(zhao, '记下来');
  await tap(zhao, '办好了');
  await tap(zhao, '已解决');
  await write(zhao, '换了灯泡');
  await tap(zhao, /^提交/);
  await see(zhao, '等居民评价');
}

async function ticketsOf(state: string): Promise<{ _id: string }[]> {
  return (await phones.emulator.db.collection('tickets').where({ state }).get()).data;
}

test('a second report sees the first, follows it, and is judged by its own reporter', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-09-29T10:00:00+08:00', 'none');
  const lin = await phones.scan('lin');
  await lamp(lin);
  await write(lin, '二楼的灯坏了三天');
  await tap(lin, '提交问题');
  await see(lin, '已交给闫满村网格的赵海平');

  const wang = await phones.scan('wang');
  await lamp(wang);
  await see(wang, '附近有人报过同样的事');
  await see(wang, /已派单 · 共 1 位/);
  await tap(wang, /^我也是/);
  await see(wang, /和 .+ 是同一件事，一起办/);
  await see(wang, '我也遇到同样的问题');
  expect(await ticketsOf('merged')).toHaveLength(1);

  await emulator.advance(60 * 60_000);
  await resolved();
  await emulator.advance(5 * 60_000);
  await wang.reload();
  await see(wang, '换了灯泡');
  await tap(wang, '好了');
  await tap(wang, '满意');
  await tap(wang, '提交评价');
  await see(wang, '已办结，谢谢您的评价');
  expect(await ticketsOf('closed')).toMatchObject([{ ratings: [{ level: 4 }] }]);
  expect(await ticketsOf('resolved')).toMatchObject([
    { reporter: { name: expect.any(String) }, ratings: [] },
  ]);
  await tap(await done(lin), '好了');
  expect(phones.errors).toEqual([]);
});

/** The first reporter still has their own word. */
async function done(page: Page): Promise<Page> {
  await page.reload();
  await see(page, '已办好，等您评价');
  return page;
}

test('filed for somebody without a phone: all that is missing is said, and the proxy never judges', async () => {
  const { emulator } = phones;
  await emulator.db.collection('tickets').where({}).remove();
  const lin = await phones.scan('lin');
  await lamp(lin);
  await write(lin, '王奶奶家门口的灯坏了');
  await tap(lin, /^替别人报/);
  await tap(lin, '提交问题');
  await see(lin, '请写明是替谁报的，好去问本人');
  await see(lin, /请选一选怎么问本人/);
  await see(lin, '请先问过本人，同意了再替他报');
  await lin.getByLabel('本人姓名').last().fill('王奶奶');
  await tap(lin, '打电话');
  await tap(lin, '本人同意我代报');
  await tap(lin, '提交问题');
  await see(lin, /要打电话问本人/);
  await tap(lin, '上门');
  await tap(lin, '提交问题');
  await see(lin, '替谁报的');
  await see(lin, '办好后上门问本人');

  await resolved();
  await lin.reload();
  await see(lin, '赵海平说办好了，会上门问王奶奶好不好');
  expect(await lin.getByRole('button', { name: '提交评价' }).count()).toBe(0);

  // who has no phone is asked by somebody else, from the caller's list
  const qian = await phones.open('qian', 'pages/staff/pool/index');
  await tap(qian, '回访 1');
  await see(qian, '要打电话回访 1 件');
  await qian.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await tap(qian, '电话回访');
  await see(qian, '王奶奶');
  await tap(qian, '居民说好了');
  await write(qian, '上门见到王奶奶，灯亮了');
  await tap(qian, '记下来');
  await see(qian, /已办结/);
  await lin.reload();
  await see(lin, /已办结/);
  expect(await lin.getByRole('button', { name: '提交评价' }).count()).toBe(0);
  expect(phones.errors).toEqual([]);
});
