/** One story, whatever it is called: a request becomes a wish of neighbours, a wish becomes a request. In a real browser. */
import type { Page } from 'playwright-core';
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import { AREA } from '@/test/builders/town';
import { inHand, reported } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';
import { type Name, openidOf, SCENE } from '@/test/support/yima';

const phones = withPhones();
const FANG: Name = 'guest1';
const GENG: Name = 'guest2';
const WISH = (id: string) => `pages/volunteer/wish/index?id=${id}`;

beforeAll(async () => {
  const { db } = phones.emulator;
  await phones.emulator.setClock('2026-09-29T10:00:00+08:00', 'none');
  const handy = {
    id: 'handy',
    name: '能工巧匠队',
    line: '修灯修水管',
    skills: [],
    services: ['street-lamp'],
  };
  await db
    .collection('directory')
    .where({ _id: `area:${AREA}` })
    .update({ teams: [handy] });
  const volunteer = { since: 1, skills: [], places: [AREA], area: AREA };
  await db.collection('people').add(
    [
      { who: FANG, name: '方敏', phone: '13900000001', teams: ['handy'] },
      { who: GENG, name: '耿直', phone: '13900000002', teams: [] },
    ].map(({ who, name, phone, teams }) => ({
      _id: personIdOf(openidOf(who)),
      openid: openidOf(who),
      name,
      phone,
      staff: null,
      volunteer: { ...volunteer, teams },
    })),
  );
});

/** Picture of a moment, where a folder is named for them. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
}

async function yes(page: Page, words: string): Promise<void> {
  await page.locator('.taro-modal__foot, .taro__modal').getByText(words, { exact: true }).last().click();
}

test('a request that a volunteer team serves becomes a wish, its members are asked, the resident reads one story', async () => {
  const { emulator } = phones;
  await reported(phones, 'lin', '楼道的灯泡想请人帮忙换一换');
  const [{ _id: ticket = '' } = {}] = (await emulator.db.collection('tickets').get()).data;
  const qian = await inHand(phones, 'qian', ticket);
  await tap(qian, /^转成微心愿/);
  await see(qian, '能工巧匠队办这类事，上墙后先问他们。');
  await tap(qian, '小修小补');
  await write(qian, '换灯泡请志愿队来，更快');
  await picture(qian, 'become');
  await tap(qian, '转过去');
  await see(qian, /转成了微心愿/);

  const lin = await phones.open('lin', `pages/resident/ticket/index?id=${ticket}`);
  await see(lin, /转成了微心愿 W/);
  await tap(lin, /^转成了微心愿 W/);
  await see(lin, '社区看过就贴上心愿墙');
  await see(lin, /来自办件 T/);
  await picture(lin, 'one-story');

  const [{ _id: wish = '' } = {}] = (await emulator.db.collection('wishes').get()).data;
  const desk = await phones.open('qian', WISH(wish));
  await tap(desk, '通过，上墙');
  await see(desk, /在心愿墙上/);
  await emulator.advance(60_000);
  await emulator.advance(60_000);
  const fang = await phones.open(FANG, 'pages/resident/notices/index');
  await see(fang, '有一个适合您的新心愿“小修小补”，有空就去看看');
  await fang.getByText('适合您的新心愿').filter({ visible: true }).first().click();
  await see(fang, '您的志愿队办这类事');
  await see(fang, '能工巧匠队办这类事，先问他们');
  await picture(fang, 'team');
  await tap(fang, '我来认领');
  await yes(fang, '认领');
  await see(fang, '联系谁');

  // The next waits, sees the place in line in one list, and leaves it with one tap.
  const geng = await phones.open(GENG, WISH(wish));
  await tap(geng, '我来排队');
  await see(geng, '您排在第 1 位');
  const mine = await phones.open(GENG, 'pages/volunteer/mine/index');
  await see(mine, '等着的心愿 1 个');
  await picture(mine, 'waiting');
  await tap(mine, /不排了/);
  await mine.getByText('等着的心愿 1 个').waitFor({ state: 'hidden' });

  // Who leaves gives it back, and it is everybody's again.
  const me = await phones.open(FANG, 'pages/volunteer/me/index');
  await tap(me, '不再做志愿者');
  await see(me, /认领的心愿还回去/);
  await tap(me, '退出');
  await see(me, '扫一扫');
  expect((await emulator.db.collection('wishes').doc(wish).get()).data[0]).toMatchObject({
    state: 'open',
    claimer: null,
  });
  expect(phones.errors).toEqual([]);
});

test('a wish that is really a request goes on as one, and each names the other', async () => {
  const { emulator } = phones;
  await emulator.db.collection('wishes').where({}).remove();
  const { id } = await phones.call('lin', 'wish.post', {
    key: crypto.randomUUID(),
    kind: 'repair',
    scene: SCENE(),
    address: '501',
    text: '楼道的灯一直不亮，晚上怕摔',
    contact: { name: '林桂芬', phone: '17000000001' },
    whose: { sort: 'self' },
  });
  const qian = await phones.open('qian', WISH(id));
  await tap(qian, '转成办件');
  await tap(qian, '楼道灯不亮');
  await picture(qian, 'turn');
  await tap(qian, '转过去');
  await see(qian, /转成了办件 T/);
  const lin = await phones.open('lin', WISH(id));
  await lin
    .getByText(/转成了办件 T/)
    .filter({ visible: true })
    .last()
    .click();
  await see(lin, '办理经过');
  await see(lin, /来自微心愿 W/);
  await see(lin, /由微心愿 W.+ 转来/);
  await picture(lin, 'turned');
  expect(phones.errors).toEqual([]);
});
