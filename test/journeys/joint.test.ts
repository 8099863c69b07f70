/** One sewer, three departments: one leads, two work along, they meet, each ends its part, and only then is it done. */
import { AREA, TOWN } from '@/test/builders/town';
import { done, filed, inHand, moved } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

/** The town with a third department: Hou works for the water station. */
async function withWaterStation(): Promise<void> {
  const posts = TOWN.posts
    .map((post) => (post.id === 'urban' ? { ...post, holders: [{ person: 's_ma' }] } : post))
    .concat({
      id: 'water',
      kind: 'office',
      name: '水务站经办人',
      unit: 'office-water',
      path: AREA,
      holders: [{ person: 's_hou' }],
    });
  const units = [...TOWN.units, { id: 'office-water', name: '水务站', path: AREA, lead: null }];
  await phones.emulator.db.collection('directory').doc(`area:${AREA}`).update({ posts, units });
}

test('convene → meet → each measure → done → rated', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-11-09T09:00:00+08:00', 'none');
  await withWaterStation();
  const { id } = await filed(phones, 'lin', { text: '楼前井盖塌了，灯线泡在水里' });
  await moved(phones, 'zhao', id, 'sign');
  await moved(phones, 'zhao', id, 'contact', { contact: 'visit' });

  const zhao = await inHand(phones, 'zhao', id);
  await tap(zhao, /^发起联办/);
  await tap(zhao, '发出去');
  await see(zhao, '请至少选一家');
  await tap(zhao, /马建/);
  await tap(zhao, /侯明/);
  await tap(zhao, '请到现场一起看，各办各的一块');
  await tap(zhao, '发出去');
  await see(zhao, '几个单位一起办');
  await see(zhao, /赵海平请.*水务站.*一起办|赵海平请.*城乡建设办.*一起办/);

  const lin = await phones.open('lin', `pages/resident/ticket/index?id=${id}`);
  await see(lin, '几个单位一起办');
  await see(lin, '水务站 侯明');

  await tap(zhao, '记会商');
  await tap(zhao, '加一项措施');
  await tap(zhao, '加上这一项');
  await see(zhao, '请选谁来办这一项');
  await tap(zhao, /侯明/);
  await zhao.getByLabel('办什么？').last().fill('换井盖，清淤');
  await tap(zhao, /^明天/);
  await tap(zhao, '加上这一项');
  await see(zhao, '换井盖，清淤');
  await write(zhao, '水务站管井，城建办管灯线，先断电再施工');
  await tap(zhao, '记下来');
  await see(zhao, '会商定了 1 项措施');
  await see(zhao, '水务站管井，城建办管灯线，先断电再施工');

  // it cannot be called done while a part is open
  await see(zhao, '各单位的都办完了，才能交办理结果。');
  expect(await zhao.getByRole('button', { name: '办好了' }).count()).toBe(0);

  const ma = await phones.open('ma', 'pages/staff/work/index');
  await see(ma, '和别人一起办的 1');
  await ma.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await tap(ma, '办完我的一项');
  await write(ma, '灯线断电，接好了');
  await tap(ma, '办完了');
  await see(ma, /今天 09:\d\d 办完/);

  const hou = await inHand(phones, 'hou', id);
  await tap(hou, '办完我的一项');
  await tap(hou, '办完了');
  await see(hou, '请选办完了哪一项');
  await tap(hou, /^请到现场一起看/);
  await write(hou, '到现场看过，井底也塌了');
  await tap(hou, '办完了');
  await see(hou, '到现场看过，井底也塌了');
  await tap(hou, '办完我的一项');
  await write(hou, '换了新井盖，淤泥清走了');
  await tap(hou, '办完了');
  await see(hou, '换了新井盖，淤泥清走了');

  await lin.reload();
  await see(lin, '水务站办完了“换井盖，清淤”');
  await zhao.reload();
  await done(zhao, '井盖和灯线都换好了，请您看看');
  await see(zhao, '等居民评价');
  await lin.reload();
  await tap(lin, '好了');
  await tap(lin, '非常满意');
  await tap(lin, '提交评价');
  await see(lin, '已办结，谢谢您的评价');
  expect(phones.errors).toEqual([]);
});
