/** The connection breaks at five points of a form: nothing is lost, nothing is filed twice, and the database is asked. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { lamp } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();
const WORDS = '二楼的灯坏了三天';

interface Stored {
  text: string;
  key?: string;
  photos: string[];
}

async function stored(name: string): Promise<Stored[]> {
  const { data } = await phones.emulator.db.collection('tickets').where({ text: name }).limit(10).get();
  return data as Stored[];
}

/** No connection, as in a lift; the app and what it holds stay open. */
const cut = (page: Page) => page.context().setOffline(true);
const back = (page: Page) => page.context().setOffline(false);

/** A phone on the form, whose machinery for days without a network is there. */
async function onForm(name: `guest${number}`): Promise<Page> {
  const page = await phones.scan(name);
  await lamp(page);
  await page.waitForLoadState('networkidle');
  return page;
}

async function photo(page: Page): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, /拍张照|添加照片/)]);
  await chooser.setFiles({
    name: 'IMG_1.jpg',
    mimeType: 'image/jpeg',
    buffer: readFileSync('scripts/worlds/photos/lamp-lit.jpg'),
  });
}

test('1 · while typing: the draft outlives the page, and says so', async () => {
  const page = await onForm('guest1');
  await cut(page);
  await write(page, `${WORDS}，一`);
  await page.waitForTimeout(600);
  await back(page);
  await page.reload();
  await see(page, '上次没写完的还在');
  await expect(page.locator('textarea').first().inputValue()).resolves.toBe(`${WORDS}，一`);
  await tap(page, '提交问题');
  await see(page, '办理经过');
  expect(await stored(`${WORDS}，一`)).toHaveLength(1);
});

test('2 · at the photo: it waits on the phone and goes along', async () => {
  const page = await onForm('guest2');
  await write(page, `${WORDS}，二`);
  await cut(page);
  await photo(page);
  await see(page, '有网再传');
  await tap(page, '提交问题');
  await see(page, '已存好，等待发送');
  await see(page, '1 张照片还没传上');
  expect(await stored(`${WORDS}，二`)).toHaveLength(0);
  await back(page);
  await see(page, '办理经过');
  const [only, ...more] = await stored(`${WORDS}，二`);
  expect([only?.photos.length, more.length]).toEqual([1, 0]);
});

test('3 · at the submit: it waits, is seen under 我的办件, and goes by itself', async () => {
  const page = await onForm('guest3');
  await write(page, `${WORDS}，三`);
  await cut(page);
  await tap(page, '提交问题');
  await see(page, '等待发送');
  await back(page);
  await see(page, '办理经过');
  expect(await stored(`${WORDS}，三`)).toHaveLength(1);
});

test('4 · the answer is lost: what has arrived is not filed again', async () => {
  const page = await onForm('guest4');
  await write(page, `${WORDS}，四`);
  let lost = 0;
  await page.route('**/call/api', async (route) => {
    if (!route.request().postData()?.includes('ticket.file') || lost > 0) return route.continue();
    lost++;
    await route.fetch();
    await route.abort();
  });
  await tap(page, '提交问题');
  await see(page, '办理经过');
  expect(lost).toBe(1);
  expect(await stored(`${WORDS}，四`)).toHaveLength(1);
});

test('5 · the app is closed while it waits: opened again, it is sent, once', async () => {
  const page = await onForm('guest5');
  await write(page, `${WORDS}，五`);
  await cut(page);
  await tap(page, '提交问题');
  await see(page, '等待发送');
  await page.close();
  await back(page);
  const anew = await phones.scan('guest5');
  await see(anew, '已交给');
  expect(await stored(`${WORDS}，五`)).toHaveLength(1);
  expect(phones.errors).toEqual([]);
});

test('a refusal is a question: everything that was typed is still there', async () => {
  const page = await onForm('guest6');
  await write(page, `${WORDS}，六`);
  await cut(page);
  await tap(page, '提交问题');
  await see(page, '等待发送');
  const refusing = {
    ok: false,
    code: 'PHONE_REQUIRED',
    message: '这项服务要上门，请留一个电话',
    details: { field: 'contact.phone' },
    now: Date.now(),
  };
  let no = true;
  await page.route('**/call/api', (route) =>
    no && route.request().postData()?.includes('ticket.file')
      ? route.fulfill({ json: { result: refusing } })
      : route.continue(),
  );
  await back(page);
  await see(page, '没发成');
  no = false;
  await tap(page, '改一改再发');
  await see(page, /刚才没发成/);
  await expect(page.locator('textarea').filter({ visible: true }).last().inputValue()).resolves.toBe(
    `${WORDS}，六`,
  );
  await tap(page, '提交问题');
  await see(page, '办理经过');
  expect(await stored(`${WORDS}，六`)).toHaveLength(1);
});
