/** Leave by taps: the next request goes to the stand-in and says why; what was in hand is handed over one by one. */
import { lamp } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

test('leave entered → the next request goes to the stand-in, why is shown → the desk hands on what was left', async () => {
  const { emulator } = phones;
  // a Tuesday; the National Day holiday begins on Thursday
  await emulator.setClock('2026-09-29T10:00:00+08:00', 'none');
  const lin = await phones.scan('lin');
  await lamp(lin);
  await write(lin, '二楼的灯坏了三天');
  await tap(lin, '提交问题');
  await see(lin, '已交给闫满村网格的赵海平');

  const zhao = await phones.open('zhao', 'pages/staff/roster/index');
  await see(zhao, '赵海平 每天');
  await tap(zhao, '请假');
  await tap(zhao, '今天');
  await tap(zhao, '2 天');
  await see(zhao, '9月29日 周二到9月30日 周三，共 2 天，10月1日 周四回来');
  await see(zhao, '第12微网格网格员：9月29日至9月30日没人值班');
  await see(zhao, '事情由闫满村网格员接');
  await see(zhao, /手里还有 1 件没办完/);
  await tap(zhao, '就请这几天');
  await see(zhao, '赵海平 到9月30日 周三止');

  // other instances learn it within a minute
  await emulator.advance(61_000, 'none');
  const wang = await phones.scan('wang');
  await lamp(wang);
  await write(wang, '一楼的灯也不亮');
  await tap(wang, '提交问题');
  await see(wang, '已交给闫满村网格的孙立');
  await wang.getByRole('link', { name: /为什么是他/ }).click();
  await see(wang, /先找第12微网格网格员（没人当班）/);

  const qian = await phones.open('qian', 'pages/staff/roster/index');
  await tap(qian, /^赵海平 到9月30日/);
  await tap(qian, '看手里的 1 件');
  await see(qian, '赵海平手里的事');
  await tap(qian, /楼道灯不亮/);
  await tap(qian, '改派');
  await tap(qian, /孙立/);
  await tap(qian, '原来的人请假，请您接着办。');
  // the page behind the sheet has a button of the same name
  await qian.getByRole('dialog').getByRole('button', { name: '改派' }).click();
  // the sheet names him too, and goes once it is saved
  await qian.getByRole('dialog').waitFor({ state: 'hidden' });
  await see(qian, /孙立/);

  const { data } = await emulator.db.collection('tickets').limit(10).get();
  expect(data.map(({ handler }) => handler.person)).toEqual(['s_sun', 's_sun']);
  expect(phones.errors).toEqual([]);
});
