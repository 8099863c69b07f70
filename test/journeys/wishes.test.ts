/** Neighbours for neighbours, in a real browser: an elder's wish from the grid worker to the thanks, and the next in line. */
import type { Page } from 'playwright-core';
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import { AREA } from '@/test/builders/town';
import { choose, see, tap, withPhones, write } from '@/test/support/phones';
import { aPhoto, type Name, openidOf, SCENE } from '@/test/support/yima';

const phones = withPhones();
const FANG: Name = 'guest1';
const GENG: Name = 'guest2';
const WALL = 'pages/volunteer/wall/index';
const WISH = (id: string) => `pages/volunteer/wish/index?id=${id}`;

beforeAll(async () => {
  await phones.emulator.setClock('2026-09-29T10:00:00+08:00', 'none');
  const people = [
    { who: FANG, name: '方敏', phone: '13900000001' },
    { who: GENG, name: '耿直', phone: '13900000002' },
  ];
  await phones.emulator.db.collection('people').add(
    people.map(({ who, name, phone }) => ({
      _id: personIdOf(openidOf(who)),
      openid: openidOf(who),
      name,
      phone,
      staff: null,
      volunteer: { since: 1, skills: ['electric'], places: [AREA], teams: [] },
    })),
  );
});

/** Picture of a moment, where a folder is named for them. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
}

/** Answers the question that the phone asks before what cannot be undone. */
async function yes(page: Page, words: string): Promise<void> {
  await page.locator('.taro-modal__foot, .taro__modal').getByText(words, { exact: true }).last().click();
}

async function wishes(): Promise<{ _id: string; state: string }[]> {
  return (await phones.emulator.db.collection('wishes').where({}).limit(100).get()).data;
}

test('an elder’s wish by the grid worker: reviewed, claimed, delivered, confirmed, thanked', async () => {
  const zhao = await phones.open('zhao', `${WALL}?scene=${encodeURIComponent(SCENE())}`);
  await see(zhao, '心愿会贴在这里');
  await tap(zhao, '许个心愿');
  await see(zhao, '哪一类心愿？');
  await tap(zhao, '许下心愿');
  await see(zhao, '请选一类心愿');
  await tap(zhao, '小修小补');
  await write(zhao, '卫生间想装一个扶手，电话 13800000001');
  await tap(zhao, '家里的老人、邻居');
  await zhao.getByLabel('本人姓名').last().fill('王秀英');
  await zhao.getByLabel('本人电话').last().fill('13800000001');
  await tap(zhao, '许下心愿');
  await see(zhao, '请先征得同意');
  await tap(zhao, '本人同意我替他许这个心愿');
  await zhao.getByLabel('您的电话').last().fill('17000000003');
  await picture(zhao, 'post');
  await tap(zhao, '许下心愿');
  await see(zhao, '这些话会贴在墙上，请不要写电话和证件号');
  await write(zhao, '卫生间想装一个扶手，起身不方便');
  await tap(zhao, '许下心愿');
  await see(zhao, '社区看过就贴上心愿墙');

  const qian = await phones.open('qian', 'pages/staff/wishes/index');
  await see(qian, '卫生间想装一个扶手，起身不方便');
  await picture(qian, 'review');
  await qian.getByText('卫生间想装一个扶手').filter({ visible: true }).first().click();
  await see(qian, '王秀英');
  await picture(qian, 'review-wish');
  await tap(qian, '通过，上墙');
  await see(qian, /在心愿墙上，等人认领/);
  const [{ _id: id = '' } = {}] = await wishes();

  const wang = await phones.open('wang', `${WALL}?scene=${encodeURIComponent(SCENE())}`);
  await see(wang, /王\*/);
  await picture(wang, 'wall-resident');
  const fang = await phones.open(FANG, WALL);
  await see(fang, '您会电工');
  await picture(fang, 'wall-volunteer');
  await fang.getByText('卫生间想装一个扶手').filter({ visible: true }).first().click();
  await tap(fang, '我来认领');
  await yes(fang, '认领');
  await see(fang, '王秀英');
  await see(fang, /闫满村第1网格第12微网格/);
  await picture(fang, 'claimed');
  await tap(fang, '约好了');
  await tap(fang, '周末去');
  await tap(fang, '记下来');
  await see(fang, '方敏和对方约好了');
  await tap(fang, '办到了');
  await write(fang, '扶手装好了，试过很稳');
  await choose(fang, /照片/, aPhoto());
  await picture(fang, 'deliver-sheet');
  await tap(fang, '提交');
  await see(fang, /等对方确认/);
  expect(await fang.getByText('王秀英').filter({ visible: true }).count()).toBe(0);

  await zhao.goto(`${phones.emulator.url}/#/${WISH(id)}`);
  await see(zhao, /方敏说办到了，请您说一声是不是收到了/);
  await picture(zhao, 'to-confirm');
  await tap(zhao, '收到了');
  await tap(zhao, '说声谢谢');
  await tap(zhao, '谢谢您，帮了大忙！');
  await choose(zhao, /照片/, aPhoto());
  await tap(zhao, '送出');
  await see(zhao, '收到的感谢');
  expect(
    await zhao
      .getByRole('button', { name: /第 1 张照片/ })
      .filter({ visible: true })
      .count(),
  ).toBe(2);
  await picture(zhao, 'thanked');
  expect(await wishes()).toMatchObject([{ state: 'thanked' }]);
  await phones.emulator.advance(60_000);
  await phones.emulator.advance(60_000);
  const told = await phones.open(FANG, 'pages/resident/notices/index');
  await see(told, '您办的心愿“小修小补”收到一声谢谢');
  await told.getByText('收到一声谢谢').filter({ visible: true }).first().click();
  await see(told, '谢谢您，帮了大忙！');
  expect(phones.errors).toEqual([]);
});

test('the hold time passes, and the next in line is asked', async () => {
  const { emulator } = phones;
  await emulator.db.collection('wishes').where({}).remove();
  const lin = await phones.scan('lin');
  await tap(lin, /^心愿墙/);
  await tap(lin, '许个心愿');
  await tap(lin, '上门理发');
  await write(lin, '母亲腿脚不便，想请人上门理个发');
  await tap(lin, '我自己');
  await lin.getByLabel('您的电话').last().fill('13800000009');
  await tap(lin, '许下心愿');
  await see(lin, '社区看过就贴上心愿墙');
  const [{ _id: id = '' } = {}] = await wishes();
  const qian = await phones.open('qian', WISH(id));
  await tap(qian, '通过，上墙');
  await see(qian, /在心愿墙上/);

  const fang = await phones.open(FANG, WISH(id));
  await tap(fang, '我来认领');
  await yes(fang, '认领');
  await see(fang, '联系谁');
  const geng = await phones.open(GENG, WALL);
  await tab(geng, '可以排队');
  await geng.getByText('母亲腿脚不便').filter({ visible: true }).first().click();
  await tap(geng, '我来排队');
  await see(geng, '您排在第 1 位');
  await picture(geng, 'in-line');

  await emulator.advance(7 * 24 * 3_600_000);
  await emulator.advance(60_000);
  const told = await phones.open(GENG, 'pages/resident/notices/index');
  await see(told, '您排队的心愿“上门理发”轮到您了，请在一天内答复');
  await told.getByText('轮到您了').filter({ visible: true }).first().click();
  await see(told, /轮到您了，请在/);
  await picture(told, 'offered');
  await tap(told, '我来认领');
  await yes(told, '认领');
  await see(told, '联系谁');
  await fang.goto(`${emulator.url}/#/pages/volunteer/mine/index`);
  await see(fang, '认领的心愿会在这里');
  const mine = await phones.open(GENG, 'pages/volunteer/mine/index');
  await see(mine, '母亲腿脚不便');
  await picture(mine, 'mine');
  expect(await wishes()).toMatchObject([{ state: 'claimed' }]);
  expect(phones.errors).toEqual([]);
});

/** A tab has no button's role. */
async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).filter({ visible: true }).last().click();
}
