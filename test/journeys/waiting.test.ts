/** What cannot be done now: a wait that the resident objects to, and the long-term list with its definite date. */
import { filed, inHand, moved } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();
const PAGE = 'pages/resident/ticket/index?id=';

/** Lin's lamp, in Zhao's hands. */
async function inWork(): Promise<string> {
  const { id } = await filed(phones, 'lin');
  await moved(phones, 'zhao', id, 'sign');
  await moved(phones, 'zhao', id, 'contact', { contact: 'phone' });
  return id;
}

test('a hold: asked for, granted, objected to, ended', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-11-09T09:00:00+08:00', 'none');
  const id = await inWork();
  const zhao = await inHand(phones, 'zhao', id);
  await tap(zhao, /^申请暂缓/);
  await tap(zhao, '申请暂缓');
  await see(zhao, '请选为什么要等');
  await tap(zhao, '等材料配件');
  await tap(zhao, '一周');
  await see(zhao, /恢复的日子：11月16日 周一，7 天后/);
  await tap(zhao, '配件已经订了，到货就来装，最晚11月16日。');
  await tap(zhao, '申请暂缓');
  await see(zhao, '等另一个人同意');

  const sun = await inHand(phones, 'sun', id);
  await see(sun, /赵海平申请暂缓到 11月16日/);
  await tap(sun, '同意');
  await see(sun, '同意这项申请？');
  await sun.getByText('同意', { exact: true }).filter({ visible: true }).last().click();
  await see(sun, /暂缓办理/);

  const lin = await phones.open('lin', `${PAGE}${id}`);
  await see(lin, /暂缓到 11月16日，等材料配件；您的等待时间照算/);
  await see(lin, '配件已经订了，到货就来装，最晚11月16日。');
  await tap(lin, '我不同意');
  await tap(lin, '提交');
  await see(lin, '请先写一句');
  await write(lin, '灯泡村口就有卖，用不着等一周');
  await tap(lin, '提交');
  await see(lin, '已经说过不同意，负责人会再看一看。');
  expect(await lin.getByRole('button', { name: '我不同意' }).count()).toBe(0);

  await sun.reload();
  await see(sun, '灯泡村口就有卖，用不着等一周');
  await tap(sun, '恢复办理');
  await see(sun, '现在恢复办理？');
  await sun.getByText('恢复', { exact: true }).filter({ visible: true }).last().click();
  await see(sun, /正在办/);
  await lin.reload();
  await see(lin, '赵海平正在办');
  expect(phones.errors).toEqual([]);
});

test('the long-term list: by a leader, with a date that the resident sees, and news every month', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-11-09T09:00:00+08:00', 'none');
  const id = await inWork();
  const shu = await inHand(phones, 'shu', id);
  await tap(shu, /^列入长期挂账/);
  await tap(shu, '等资金批复');
  await tap(shu, '三个月');
  await write(shu, '整条街的线要一起换，钱明年年初到位，到时先换您这一栋。');
  await tap(shu, '列入');
  await see(shu, /长期挂账/);

  const lin = await phones.open('lin', `${PAGE}${id}`);
  await see(lin, /一时办不成，定在 2027年2月8日再办/);
  await see(lin, /等资金批复/);
  await see(lin, '整条街的线要一起换，钱明年年初到位，到时先换您这一栋。');
  await see(lin, '我不同意');

  const late = await phones.open('shu', 'pages/staff/late/index');
  await tap(late, '挂账 1');
  await see(late, '长期挂账 1 件');

  await emulator.advance(31 * 86_400_000);
  const zhao = await inHand(phones, 'zhao', id);
  await see(zhao, '一个月了，已提醒经办人写进展');
  await tap(zhao, '补充说明');
  await write(zhao, '施工图已经画好，年后招标。');
  await tap(zhao, '补充');
  await see(zhao, '施工图已经画好，年后招标。');
  await lin.reload();
  await see(lin, '施工图已经画好，年后招标。');
  expect(phones.errors).toEqual([]);
});
