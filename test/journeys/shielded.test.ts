/** A report about those who would usually handle it: it goes around them, and its reporter is seen only for a reason. */
import { ASK, SERVICES } from '@/test/builders/town';
import { contactedAndDone, inHand } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();
const COMPLAIN = { ...ASK, id: 'complain', name: '投诉建议' };

test('against the handler’s own unit: dispatched around it, sealed, each look told to the reporter', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-11-09T09:00:00+08:00', 'none');
  await emulator.db
    .collection('directory')
    .doc('catalogue')
    .update({ services: [...SERVICES, COMPLAIN] });

  const lin = await phones.scan('lin');
  await tap(lin, /^投诉建议/);
  await write(lin, '灯报了三回，城建办的人来了就说不归他们，态度也不好');
  await tap(lin, /^反映某个单位或某个人/);
  await tap(lin, '提交');
  await see(lin, '请选反映的是哪个单位；不反映谁，就点“不反映谁”');
  await tap(lin, '城乡建设办');
  await tap(lin, /^马建/);
  expect(await lin.getByRole('switch', { name: '我的姓名和电话保密' }).getAttribute('aria-checked')).toBe(
    'true',
  );
  await lin.getByLabel('怎么称呼').last().fill('林桂芬');
  await lin.getByLabel('电话', { exact: true }).last().fill('17000000001');
  await tap(lin, '提交');
  await see(lin, '谁看过我的信息');
  await see(lin, /反映的是：城乡建设办 马建/);
  await see(lin, '还没有人看过。');

  const [{ _id: id }] = (await emulator.db.collection('tickets').get()).data;
  // those whom it is about know nothing of it, in no list
  for (const name of ['ma', 'hou'] as const) {
    const page = await phones.open(name, 'pages/staff/work/index');
    await see(page, '手上的事都办完了');
    expect(await page.getByText('投诉建议').count()).toBe(0);
    const hidden = await inHand(phones, name, id);
    await see(hidden, /没有找到这件事/);
  }

  // the office whose business it would be is passed over: the desk gives it to somebody else
  const qian = await phones.open('qian', 'pages/staff/pool/index');
  await tap(qian, /^派单/);
  await see(qian, /^赵海平/);
  expect(await qian.getByText(/马建|侯明/).count()).toBe(0);
  await tap(qian, /^赵海平/);
  await tap(qian, '派给赵海平');
  await see(qian, '每一件都有人接');

  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await tap(zhao, /^签收/);
  await zhao.getByText('投诉建议').filter({ visible: true }).first().click();
  await see(zhao, '已保密');
  await see(zhao, '城乡建设办 马建');
  expect(await zhao.getByText('林桂芬').count()).toBe(0);
  await tap(zhao, /^查看保密信息/);
  await tap(zhao, '写好了，查看');
  await see(zhao, '请先写一句');
  await tap(zhao, '要联系反映人核实情况');
  await tap(zhao, '写好了，查看');
  await see(zhao, '林桂芬');
  await see(zhao, '17000000001');

  await lin.reload();
  await see(lin, '赵海平');
  await see(lin, /要联系反映人核实情况/);
  await contactedAndDone(zhao, '已经和城建办主任当面说清，灯明天换');
  await see(zhao, '等居民评价');
  await zhao.reload();
  await see(zhao, '已保密');
  expect(phones.errors).toEqual([]);
});
