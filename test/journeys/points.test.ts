/** Points in a real browser: a wish earns them, the shelf takes some, a record is looked into by three bodies and put right. */

import type { Page } from 'playwright-core';
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import { AREA } from '@/test/builders/town';
import { see, tap, withPhones } from '@/test/support/phones';
import { openidOf, SCENE } from '@/test/support/yima';

const phones = withPhones();
const key = () => crypto.randomUUID();
const MINUTE = 60_000;

/** Writes into the field of this name. */
const fill = (page: Page, name: string, words: string) =>
  page.getByLabel(name, { exact: true }).filter({ visible: true }).last().fill(words);

/** A wish of lin's that guest1, a volunteer, has fulfilled and she has confirmed. */
async function fulfilledWish(): Promise<void> {
  const { id } = await phones.call('lin', 'wish.post', {
    key: key(),
    kind: 'repair',
    scene: SCENE(),
    address: '501',
    text: '卫生间想装一个扶手',
    contact: { name: '林桂芬', phone: '17000000001' },
    whose: { sort: 'self' },
  });
  await phones.call('qian', 'wish.move', { id, key: key(), move: 'approve' });
  await phones.call('guest1', 'wish.move', { id, key: key(), move: 'claim' });
  await phones.call('guest1', 'wish.move', { id, key: key(), move: 'deliver', text: '装好了' });
  await phones.call('lin', 'wish.move', { id, key: key(), move: 'confirm' });
  await phones.emulator.advance(MINUTE);
}

test('a wish earns points → a return is taken and handed over → a record is raised, upheld, appealed, put right', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-09-29T10:00:00+08:00', 'none');
  await emulator.db.collection('people').add({
    _id: personIdOf(openidOf('guest1')),
    openid: openidOf('guest1'),
    name: '方敏',
    phone: '13900000001',
    staff: null,
    volunteer: { since: 0, skills: ['electric'], places: [AREA], teams: [] },
  });
  // only a number that WeChat gave finds anybody
  await phones.call('guest1', 'profile.phone', { code: 'phone-13900000001' });
  await fulfilledWish();
  await fulfilledWish();

  const qian = await phones.open('qian', 'pages/staff/standing/index');
  await tap(qian, '货架');
  await tap(qian, '摆一样东西');
  await fill(qian, '是什么', '香皂一块');
  await fill(qian, '几分换一份', '3');
  await fill(qian, '有几份', '2');
  await fill(qian, '在哪里领', '村部一楼，上班时间');
  await tap(qian, '保存');
  await see(qian, '香皂一块');

  const fang = await phones.open('guest1', 'pages/volunteer/points/index');
  await see(fang, '10');
  await see(fang, /完成一个微心愿/);
  await see(fang, '不排名');
  await tap(fang, /换点小东西/);
  await tap(fang, /换一份/);
  await fang.getByText('换', { exact: true }).filter({ visible: true }).last().click();
  await see(fang, '取物码');
  const code =
    (await fang
      .getByText(/^\d{4}$/)
      .filter({ visible: true })
      .first()
      .textContent()) ?? '';

  const zhao = await phones.open('zhao', 'pages/staff/standing/index');
  await tap(zhao, '待领取');
  await see(zhao, '方*');
  await tap(zhao, '交给本人');
  await fill(zhao, '对方手机上的四位数字', code);
  await tap(zhao, '交给本人');
  await see(zhao, '没有等着领取的');

  await tap(zhao, '核查');
  await tap(zhao, '提出一件核查');
  await fill(zhao, '这位志愿者留的电话', '13900000001');
  await tap(zhao, '找一找');
  await see(zhao, '找到了：方*');
  await tap(zhao, /把受助人的情况告诉了别人/);
  await fill(zhao, '写清楚经过', '把老人的住址发在群里');
  await tap(zhao, '提出');
  await see(zhao, '等本人说明');
  await emulator.advance(MINUTE);

  const told = await phones.open('guest1', 'pages/resident/notices/index');
  await tap(told, /有人反映“把受助人的情况告诉了别人”/);
  await see(told, '等本人说明');
  await tap(told, '我来说明');
  await fill(told, '您这边是怎么回事？', '没有发过，是别人转的');
  await tap(told, '提交说明');
  await see(told, '等另一方决定');

  const shu = await phones.open('shu', 'pages/staff/standing/index');
  await tap(shu, /把受助人的情况告诉了别人/);
  await see(shu, '没有发过，是别人转的');
  await tap(shu, '认定');
  await fill(shu, '认定的理由', '群里有截图');
  await tap(shu, '认定');
  await see(shu, '已认定');

  await told.reload();
  await see(told, '群里有截图');
  await tap(told, '我要申诉');
  await fill(told, '哪里不同意？', '截图里的头像不是我');
  await tap(told, '提交申诉');
  await see(told, '申诉中');

  await tap(qian, '核查');
  await qian.reload();
  await tap(qian, /把受助人的情况告诉了别人/);
  await tap(qian, '申诉成立');
  await fill(qian, '申诉成立的理由', '头像确实不是本人');
  await tap(qian, '恢复');
  await see(qian, '已经原样恢复');

  await fang.goto(`${emulator.url}/#/pages/volunteer/points/index`);
  await fang.reload();
  await see(fang, '7');
  await see(fang, '+7');
  expect(phones.errors).toEqual([]);
});

test('a leader changes what earns points; what would reward opening the app is refused; the next wish earns by it', async () => {
  await phones.emulator.setClock('2026-10-13T10:00:00+08:00', 'none');
  const shu = await phones.open('shu', 'pages/staff/standing/index');
  await tap(shu, /积分规则/);
  await see(shu, '5 分，两年有效');
  await tap(shu, '加一条得分规则');
  await tap(shu, '微心愿');
  await fill(shu, '叫什么？', '每天打开一码办');
  await fill(shu, '几分？', '1');
  await tap(shu, '保存');
  await see(shu, /“打开”不能得分/);
  await shu.reload();
  await tap(shu, /完成一个微心愿/);
  await fill(shu, '几分？', '8');
  await fill(shu, '每月最多几分？', '10');
  await tap(shu, '保存');
  await see(shu, '8 分，两年有效，每月最多 10 分');
  await see(shu, /改过$/);

  const zhao = await phones.open('zhao', 'pages/staff/earning/index');
  await see(zhao, '改规则由社区负责人来做。');

  await fulfilledWish();
  await fulfilledWish();
  const fang = await phones.open('guest1', 'pages/volunteer/points/index');
  await see(fang, '+8');
  await see(fang, '+2');
  await see(fang, /这个月已记满 10 分/);
  expect(phones.errors).toEqual([]);
});
