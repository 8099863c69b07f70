/** What waits for a second person has a box; a promise that has passed may be urged once; a result that holds is closed by two. */
import { filed, inHand, moved } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();
const PAGE = 'pages/resident/ticket/index?id=';

async function inWork(): Promise<string> {
  const { id } = await filed(phones, 'lin');
  await moved(phones, 'zhao', id, 'sign');
  await moved(phones, 'zhao', id, 'contact', { contact: 'phone' });
  return id;
}

test('asked for, found in the box 等您同意, taken back; urged once the day has passed', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-11-09T09:00:00+08:00', 'none');
  const id = await inWork();
  await moved(phones, 'zhao', id, 'extend', { days: 2, text: '灯具要从厂家发货' });

  const sun = await phones.open('sun', 'pages/staff/work/index');
  await see(sun, '等您同意');
  const qian = await phones.open('qian', 'pages/staff/pool/index');
  await tap(qian, /^等您同意 1/);
  await see(qian, /二楼的灯坏了三天/);

  const zhao = await inHand(phones, 'zhao', id);
  await tap(zhao, /^收回申请/);
  await see(zhao, '收回这项申请？');
  await zhao.getByText('收回', { exact: true }).filter({ visible: true }).last().click();
  await see(zhao, /收回了申请/);

  const lin = await phones.open('lin', `${PAGE}${id}`);
  await see(lin, '办理经过');
  expect(await lin.getByText('催一催').count()).toBe(0);
  await emulator.setClock('2026-11-17T10:00:00+08:00', 'none');
  await lin.reload();
  await tap(lin, /^催一催/);
  await see(lin, /您催了一次/);
  expect(await lin.getByRole('button', { name: /^催一催/ }).count()).toBe(0);
  expect(phones.errors).toEqual([]);
});

test('refused, looked at anew, closed by two with the way to go on', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-11-18T09:00:00+08:00', 'none');
  const id = await inWork();
  await moved(phones, 'zhao', id, 'resolve', { result: 'solved', text: '换了声控灯' });
  await moved(phones, 'lin', id, 'rate', { level: 1, reasons: ['unsolved'] });

  const zhao = await inHand(phones, 'zhao', id);
  await tap(zhao, /^核实不成立/);
  await write(zhao, '又去看了两次，灯是亮的');
  await tap(zhao, '提请办结');
  await see(zhao, '等另一个人同意');
  const sun = await inHand(phones, 'sun', id);
  await see(sun, /核实后认为已经办到位/);
  await tap(sun, '同意');
  await sun.getByText('同意', { exact: true }).filter({ visible: true }).last().click();
  await see(sun, /已办结/);

  const lin = await phones.open('lin', `${PAGE}${id}`);
  await see(lin, '又去看了两次，灯是亮的');
  await see(lin, /可以走信访渠道/);
  expect(phones.errors).toEqual([]);
});
