/** What belongs to the person: my data and its end, a voice instead of a keyboard, large type, the shortest ways. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import { verifyAudit } from '@/scripts/audit-verify';
import { idOf } from '@/test/builders/standing';
import { choose, holds, see, tap, withPhones, write } from '@/test/support/phones';
import { KEYS, openidOf, SCENE } from '@/test/support/yima';

const phones = withPhones();
afterEach(() => expect(phones.errors).toEqual([]));

const PHOTO = readFileSync('scripts/worlds/photos/lamp-dark.jpg');

async function everything(): Promise<string> {
  const names = Object.keys(JSON.parse(readFileSync('database.json', 'utf8')).collections);
  const parts = await Promise.all(
    names.map(async (name) => (await phones.emulator.db.collection(name).where({}).limit(1000).get()).data),
  );
  return JSON.stringify(parts);
}

/** Counts taps from here on. */
function counting(page: Page) {
  let taps = 0;
  return {
    tap: async (name: string | RegExp) => {
      taps += 1;
      await tap(page, name);
    },
    count: () => taps,
  };
}

test('my data: seen, put right, taken along, a consent taken back in three taps, all of it deleted', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-03-02T10:00:00+08:00', 'none');
  const [name, phone, home] = ['慕容云裳', '17099998888', '青石巷十九号'];
  const key = () => crypto.randomUUID();
  await phones.call('guest1', 'profile.save', { name, phone });
  const filed = await phones.call('guest1', 'ticket.file', {
    key: key(),
    service: 'street-lamp',
    scene: SCENE(),
    address: home,
    text: `我是${name}，二楼的灯坏了`,
    answers: [{ id: 'where', answer: '楼道' }],
    photos: [],
    contact: { name, phone },
  });
  await phones.call('guest1', 'wish.post', {
    key: key(),
    kind: 'repair',
    scene: SCENE(),
    address: home,
    text: '想装一个扶手',
    contact: { name, phone },
    whose: { sort: 'self' },
  });

  const page = await phones.scan('guest1');
  await see(page, '赵海平');
  // something is begun and left: it lies on the phone
  await tap(page, /报一个问题/);
  await tap(page, /楼道灯不亮/);
  await write(page, `${name}又来了`);
  await page.locator('textarea').last().blur();
  await page.goto(`${emulator.url}/#/pages/resident/home/index`);

  const ways = counting(page);
  await ways.tap('我的');
  await ways.tap(/^我的数据/);
  await see(page, '您同意过的');
  // the third tap would take the consent back
  expect(ways.count()).toBeLessThan(3);
  await tap(page, /^改地址/);
  await see(page, home);
  await tap(page, /^楼道灯不亮/);
  const field = page.getByRole('dialog').locator('input').last();
  await field.fill('青石巷二十号');
  await tap(page, '改正');
  await see(page, '已经改好');
  expect((await phones.call('guest1', 'ticket.read', { id: filed.id })).address).toBe('青石巷二十号');

  const [file] = await Promise.all([page.waitForEvent('download'), tap(page, /^存成表格/)]);
  const table = readFileSync((await file.path()) ?? '', 'utf8');
  expect(table).toContain(phone);
  expect(table).toContain('二楼的灯坏了');

  await tap(page, '撤回：留着我的名字和电话');
  await see(page, '您没有同意过什么');
  expect(await phones.call('guest1', 'session.open', {})).toMatchObject({ name: '', phone: '' });

  await tap(page, '删除我的全部资料');
  await page.getByText('全部删除', { exact: true }).filter({ visible: true }).last().click();
  await see(page, '正在删除您的资料');
  await emulator.advance(3 * 60_000, 'each');
  const dump = await everything();
  for (const word of [name, phone, home, '青石巷二十号', idOf('guest1'), openidOf('guest1')])
    expect([word, dump.includes(word)]).toEqual([word, false]);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  for (const word of [name, phone, '青石巷', '又来了'])
    expect([word, kept.includes(word)]).toEqual([word, false]);
  process.env.YIMA_AUDIT_KEY = KEYS.YIMA_AUDIT_KEY;
  expect((await verifyAudit(emulator.db)).faults).toEqual([]);

  await tap(page, '知道了');
  await see(page, '您好，今天');
  expect(await phones.call('guest1', 'session.open', {})).toMatchObject({ name: '', phone: '' });
});

test('nothing typed: spoken by a tap and by holding, sent, heard by who works on it', async () => {
  const lin = await phones.scan('lin');
  await see(lin, '赵海平');
  await tap(lin, /报一个问题/);
  await tap(lin, /楼道灯不亮/);
  await tap(lin, '楼道');
  await tap(lin, '按住说话，或点一下再说');
  await see(lin, '正在听，再点一下就说完');
  await lin.waitForTimeout(2500);
  await tap(lin, '正在听，再点一下就说完');
  await see(lin, /听一听（[23] 秒）/);
  // held: letting go ends it
  const button = lin.getByRole('button', { name: '按住说话，或点一下再说' }).filter({ visible: true });
  await button.dispatchEvent('touchstart', { touches: [], changedTouches: [], targetTouches: [] });
  await lin.waitForTimeout(1800);
  await lin
    .getByRole('button', { name: /正在听/ })
    .filter({ visible: true })
    .dispatchEvent('touchend', { touches: [], changedTouches: [], targetTouches: [] });
  await lin
    .getByText(/听一听/)
    .nth(1)
    .waitFor();
  await tap(lin, '提交问题');
  await see(lin, '已交给闫满村网格的赵海平');
  await see(lin, /（语音 [23] 秒）（语音 [12] 秒）/);

  const { rows } = await phones.call('lin', 'ticket.list', { box: 'mine' });
  const zhao = await phones.open('zhao', `pages/staff/ticket/index?id=${rows[0]?.id}`);
  await see(zhao, /（语音/);
  await tap(zhao, /^听一听（[23] 秒）/);
  await see(zhao, /停下|听一听/);
});

test('a microphone that is refused holds nothing up', async () => {
  const page = await phones.open('guest3', 'pages/resident/home/index');
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(
    `${phones.emulator.url}/?x#/pages/resident/home/index?scene=${encodeURIComponent(SCENE())}`,
  );
  await see(page, '赵海平');
  await tap(page, /报一个问题/);
  await tap(page, /楼道灯不亮/);
  await tap(page, '楼道');
  await tap(page, '按住说话，或点一下再说');
  await see(page, /没有打开麦克风/);
  await write(page, '二楼的灯坏了');
  await tap(page, '提交问题');
  await see(page, '已交给闫满村网格的赵海平');
});

test('from the code to a sent report without typing: at most four taps with a photo', async () => {
  const page = await phones.scan('guest4');
  await see(page, '赵海平');
  const ways = counting(page);
  await ways.tap(/报一个问题/);
  await ways.tap(/化粪池外溢/);
  const before = ways.count();
  await choose(page, /拍张照/, PHOTO);
  await tap(page, '提交问题');
  await see(page, /已交给/);
  expect(before + 2).toBeLessThanOrEqual(4);
});

test('complaints are two taps from home and from 我的 at most', async () => {
  const page = await phones.scan('guest5');
  await see(page, '赵海平');
  const home = counting(page);
  await home.tap(/^投诉建议/);
  await expect(page.waitForURL(/pages\/resident\/file/)).resolves.toBeUndefined();
  expect(home.count()).toBeLessThanOrEqual(2);
  // Whoever leaves a page that is still on its way meets it again. The menu of this town has no complaints.
  await see(page, '这项服务已下架');
  await page.goto(`${phones.emulator.url}/#/pages/resident/me/index`);
  const me = counting(page);
  await me.tap(/^投诉建议/);
  await expect(page.waitForURL(/pages\/resident\/file/)).resolves.toBeUndefined();
  expect(me.count()).toBeLessThanOrEqual(2);
});

test.each([
  ['of no place of ours', () => 'p=0123456789.abcdefgh', /没有认出这个码/],
  ['that is retired', () => sceneOf('farend0000'), /这个码已停用/],
  ['of another app', () => 'https://example.com/pay?x=1', /没有认出|不是一码办/],
])('a code %s is explained, and nothing is asked before', async (_, scene, words) => {
  await phones.emulator.db.collection('places').doc('farend0000').update({ retiredAt: 1 });
  const page = await phones.open('guest6', `pages/resident/home/index?scene=${encodeURIComponent(scene())}`);
  await see(page, words);
  // what can be done is there all the same
  await see(page, '报一个问题');
  await see(page, '投诉建议');
  await page.close();
});

test('in large type from the code to the rating', async () => {
  const { emulator } = phones;
  const lin = await phones.open('guest7', 'pages/resident/home/index');
  await lin.goto(`${emulator.url}/#/pages/resident/home/index?scene=${encodeURIComponent(SCENE())}`);
  await see(lin, '赵海平');
  await tap(lin, /^长辈版/);
  await see(lin, '回到标准版');
  // the third size is chosen in 我的, and stays
  await tap(lin, '我的');
  await tap(lin, /^字再大一号/);
  const size = () =>
    lin.evaluate(() => {
      const body = [...document.querySelectorAll('.page')].at(-1);
      const text = body?.querySelector('.toggle-words .text, .toggle-words') as HTMLElement;
      return Number.parseFloat(getComputedStyle(text).fontSize);
    });
  await holds(async () => expect(await size()).toBeGreaterThanOrEqual(30));
  await lin.goto(`${emulator.url}/?again#/pages/resident/home/index`);
  await see(lin, '说一句，报一件事');
  await holds(async () => expect(await lin.locator('.page.is-huge').count()).toBe(1));
  // four big choices
  for (const choice of [/点一项服务/, /报一个问题/, /我的事|我的办件/, /打电话给网格员/])
    await see(lin, choice);
  await tap(lin, /报一个问题/);
  await tap(lin, /楼道灯不亮/);
  await tap(lin, '楼道');
  await tap(lin, '按住说话，或点一下再说');
  await lin.waitForTimeout(1500);
  await tap(lin, '正在听，再点一下就说完');
  await see(lin, /听一听/);
  await tap(lin, '提交问题');
  await see(lin, '已交给闫满村网格的赵海平');
  const { rows } = await phones.call('guest7', 'ticket.list', { box: 'mine' });
  const id = rows[0]?.id ?? '';
  const move = (what: string, more: object = {}) =>
    phones.call('zhao', 'ticket.move', { id, key: crypto.randomUUID(), move: what, ...more } as never);
  await move('sign');
  await move('contact', { contact: 'phone' });
  await move('resolve', { result: 'solved', text: '换了灯泡' });
  await lin.goto(`${emulator.url}/#/pages/resident/tickets/index`);
  await lin.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await see(lin, '换了灯泡');
  await tap(lin, '非常满意');
  await tap(lin, '提交评价');
  // the story says it, and not the choice that stood there before
  await see(lin, /^评价：非常满意/);
  expect((await phones.call('guest7', 'ticket.read', { id })).rating).toMatchObject({ level: 5 });
});
