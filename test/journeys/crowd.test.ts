/** One lamp reported by three who did not see each other: the desk puts them together, and each has the last word. */
import { contactedAndDone, filed, inHand } from '@/test/support/errands';
import { see, tap, withPhones } from '@/test/support/phones';

const phones = withPhones();

test('duplicates are put together by the desk, and each follower rates', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-09-28T09:00:00+08:00', 'none');
  const first = await filed(phones, 'lin');
  const others = [
    await filed(phones, 'wang', { text: '二楼灯不亮' }),
    await filed(phones, 'guest1', { text: '楼道灯坏了，看不见台阶' }),
  ];

  for (const { id } of others) {
    const qian = await inHand(phones, 'qian', id);
    await tap(qian, /^并到同一件/);
    await see(qian, '和哪一件是同一件事？');
    await see(qian, '请选一件');
    await tap(qian, new RegExp(first.no));
    await tap(qian, '并过去');
    await see(qian, new RegExp(`和 ${first.no} 是同一件事`));
  }

  const wang = await phones.open('wang', `pages/resident/ticket/index?id=${others[0]?.id}`);
  await see(wang, /一起办，办好了一样请您评/);

  await emulator.advance(2 * 60_000);
  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await see(zhao, '赵海平，手上 1 件');
  await tap(zhao, /^签收/);
  await zhao.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await see(zhao, /现在共 3 位/);
  await contactedAndDone(zhao, '换了灯泡，试过都亮');
  await see(zhao, '等居民评价');

  await emulator.advance(5 * 60_000);
  await wang.reload();
  await see(wang, '换了灯泡，试过都亮');
  await tap(wang, '好了');
  await tap(wang, '满意');
  await tap(wang, '提交评价');
  await see(wang, '已办结，谢谢您的评价');

  // the third is not content: only their own goes back to work
  const guest = await phones.open('guest1', `pages/resident/ticket/index?id=${others[1]?.id}`);
  await tap(guest, '没好');
  await tap(guest, '没解决');
  await tap(guest, '提交，请重新办');
  // what stands there only once it is saved
  await see(guest, /正在返工，这是第 2 次办理/);

  const { data } = await emulator.db.collection('tickets').limit(10).get();
  const stateOf = (id: string | undefined) => data.find((one: { _id: string }) => one._id === id)?.state;
  expect(stateOf(others[0]?.id)).toBe('closed');
  expect(stateOf(first.id)).toBe('resolved');
  expect(stateOf(others[1]?.id)).toBe('working');
  expect(phones.errors).toEqual([]);
});
