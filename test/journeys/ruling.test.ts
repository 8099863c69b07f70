/** Nobody's lamp: given back twice, ruled, and after three like rulings written into the table of responsibility. */
import { filed, inHand, moved, reported } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

/** Given back by the grid and by the office that the desk chose; without a screen. */
async function contested(): Promise<string> {
  const { id } = await filed(phones, 'wang');
  await moved(phones, 'zhao', id, 'return', { text: '不在我的网格' });
  await moved(phones, 'qian', id, 'dispatch', { post: 'urban', person: 's_ma' });
  await moved(phones, 'ma', id, 'return', { text: '不是我们办公室的事' });
  return id;
}

test('return → the desk → return → ruling → precedent → the table', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-09-28T09:00:00+08:00', 'none');
  const lin = await reported(phones, 'lin', '路口的灯不亮，物业说不归他们');
  await see(lin, '已交给闫满村网格的赵海平');

  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await tap(zhao, /^不归我/);
  await tap(zhao, '退回');
  await see(zhao, '请先写一句');
  await tap(zhao, '不是我们办公室的事');
  await tap(zhao, '退回');
  await see(zhao, '手上的事都办完了');

  const qian = await phones.open('qian', 'pages/staff/pool/index');
  await see(qian, '工单池里 1 件');
  await see(qian, /闫满村网格退回：不是我们办公室的事/);
  await tap(qian, /^派单/);
  await tap(qian, /马建/);
  await tap(qian, '派给马建');
  await see(qian, '每一件都有人接');

  const ma = await phones.open('ma', 'pages/staff/work/index');
  await tap(ma, /^不归我/);
  await write(ma, '路灯已经移交给村里了');
  await tap(ma, '退回');
  await see(ma, '手上的事都办完了');
  await lin.reload();
  await see(lin, '两个单位都说不归自己，正在裁定由谁办');

  // the leader sees it on the page of what is overseen
  const shu = await phones.open('shu', 'pages/staff/late/index');
  await tap(shu, '裁定 1');
  await see(shu, '等裁定 1 件');
  await tap(shu, /^裁定：/);
  await tap(shu, /侯明/);
  await write(shu, '路灯杆还在城建办的资产表上');
  await tap(shu, '裁定');
  await see(shu, '没有争着不办的事');
  await lin.reload();
  await see(lin, '已交给城乡建设办的侯明');
  await see(lin, '裁定由城乡建设办的侯明办');

  const second = await contested();
  await moved(phones, 'shu', second, 'rule', { post: 'urban', person: 's_hou', text: '和上次一样' });
  const third = await contested();
  const desk = await inHand(phones, 'qian', third);
  await tap(desk, '裁定');
  await see(desk, '以前这样裁定过 2 次');
  await see(desk, '路灯杆还在城建办的资产表上');
  await tap(desk, /侯明/);
  await write(desk, '第三次了，照旧');
  await tap(desk, '裁定');
  await see(desk, /侯明，还没签收/);

  const table = await phones.open('shu', 'pages/staff/responsibility/index');
  await see(table, /3 次都裁定由城乡建设办/);
  await tap(table, /3 次都裁定由城乡建设办/);
  await tap(table, '试算一下');
  await see(table, /最近 .* 件里/);
  await tap(table, '写进责任表');
  await see(table, '城乡建设办经办人');

  await emulator.advance(2 * 60_000);
  const fourth = await filed(phones, 'lin', { text: '又一盏灯不亮了' });
  expect(fourth.handler?.unit).toBe('城乡建设办');
  expect(phones.errors).toEqual([]);
});
