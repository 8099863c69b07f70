/** A bad line: small pictures first, what was said waits like a photo does, and what was refused is there to be changed. */
import type { Locator, Page } from 'playwright-core';
import { SMALL_BYTES_MAX } from '@/contract/limits';
import { filed, lamp, moved } from '@/test/support/errands';
import { holds, see, tap, withPhones, write } from '@/test/support/phones';
import type { Name } from '@/test/support/yima';

const phones = withPhones();
const TICKET = 'pages/resident/ticket/index?id=';

/** Photos as cameras make them: 2000 × 1500, full of grain, each another. */
async function camera(page: Page, count: number): Promise<Buffer[]> {
  const all = await page.evaluate(async (many) => {
    const photos: string[] = [];
    for (let nth = 0; nth < many; nth++) {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [2000, 1500];
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      const grain = pen.createImageData(250, 187);
      for (let at = 0; at < grain.data.length; at++)
        grain.data[at] = at % 4 === 3 ? 255 : Math.random() * 255;
      const small = document.createElement('canvas');
      [small.width, small.height] = [250, 187];
      small.getContext('2d')?.putImageData(grain, 0, 0);
      pen.drawImage(small, 0, 0, 2000, 1500);
      pen.fillStyle = `hsl(${nth * 40} 80% 50%)`;
      pen.fillRect(300, 300, 900, 700);
      photos.push(canvas.toDataURL('image/jpeg', 0.8).split(',')[1] as string);
    }
    return photos;
  }, count);
  return all.map((each) => Buffer.from(each, 'base64'));
}

/** Takes photos by the button; they are under way then. */
async function take(page: Page, photos: readonly Buffer[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, /拍张照|添加照片/)]);
  await chooser.setFiles(
    photos.map((buffer, nth) => ({ name: `IMG_${nth}.jpg`, mimeType: 'image/jpeg', buffer })),
  );
}

/** The pictures on top, once each of them is drawn. */
async function drawn(on: Locator, count: number): Promise<void> {
  const pictures = on.locator('.photo-picture img');
  for (let nth = 0; nth < count; nth++) {
    await pictures.nth(nth).scrollIntoViewIfNeeded();
    await expect(
      pictures.nth(nth).evaluate(
        (image: HTMLImageElement) =>
          new Promise<number>((resolve) => {
            const look = () => (image.naturalWidth > 0 ? resolve(image.naturalWidth) : setTimeout(look, 50));
            look();
          }),
      ),
    ).resolves.toBeGreaterThan(0);
  }
  expect(await pictures.count()).toBe(count);
}

/** Bytes of each photo that this page fetches from now on. */
function weighing(page: Page): number[] {
  const weights: number[] = [];
  page.on('response', (answer) => {
    if (answer.headers()['content-type'] === 'image/jpeg')
      void answer.body().then(
        (body) => weights.push(body.length),
        () => undefined,
      );
  });
  return weights;
}

async function stored(
  id: string,
): Promise<{ text: string; photos: string[]; history: { photos?: string[] }[] }> {
  return (await phones.emulator.db.collection('tickets').where({ _id: id }).get()).data[0];
}

/** The cloud says no to this action until `yes()`. */
async function refusing(page: Page, action: string, message: string): Promise<{ yes: () => void }> {
  let no = true;
  await page.route('**/call/api', (route) =>
    no && route.request().postData()?.includes(`"${action}"`)
      ? route.fulfill({
          json: { result: { ok: false, code: 'BAD_INPUT', message, details: {}, now: Date.now() } },
        })
      : route.continue(),
  );
  return {
    yes: () => {
      no = false;
    },
  };
}

const cut = (page: Page) => page.context().setOffline(true);
const back = (page: Page) => page.context().setOffline(false);

async function speak(page: Page): Promise<void> {
  await tap(page, '按住说话，或点一下再说');
  await see(page, '正在听，再点一下就说完');
  await page.waitForTimeout(1500);
  await tap(page, '正在听，再点一下就说完');
}

async function mineOf(name: Name): Promise<string> {
  return (await phones.call(name, 'ticket.list', { box: 'mine' })).rows[0]?.id ?? '';
}

test('a ticket with nine photos fetches nine small ones, and a full one when it is opened', async () => {
  const lin = await phones.scan('lin');
  await lamp(lin);
  const photos = await camera(lin, 9);
  for (const photo of photos) expect(photo.length).toBeGreaterThan(10 * SMALL_BYTES_MAX);
  await take(lin, photos);
  await see(lin, '正在上传');
  await lin.getByText('正在上传').first().waitFor({ state: 'detached', timeout: 60_000 });
  await tap(lin, '提交问题');
  await see(lin, '办理经过');
  const id = await mineOf('lin');
  expect((await stored(id)).photos.filter((file) => file.endsWith('-full.jpg'))).toHaveLength(9);

  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await see(zhao, '赵海平');
  const weights = weighing(zhao);
  await zhao.goto(`${phones.emulator.url}/#/pages/staff/ticket/index?id=${id}`);
  await see(zhao, '当时写的');
  await drawn(zhao.locator('.photos').filter({ visible: true }), 9);
  await zhao.waitForLoadState('networkidle');
  await holds(async () => expect(weights.length).toBeGreaterThanOrEqual(9));
  expect(weights).toHaveLength(9);
  for (const bytes of weights) expect(bytes).toBeLessThanOrEqual(SMALL_BYTES_MAX);
  console.info(`nine photos: ${weights.reduce((sum, bytes) => sum + bytes, 0)} bytes before one is opened`);

  await tap(zhao, '第 2 张照片');
  await zhao.getByRole('dialog', { name: '照片' }).locator('img').waitFor();
  await holds(async () => expect(weights.length).toBeGreaterThanOrEqual(10));
  expect(weights).toHaveLength(10);
  expect(weights[9]).toBeGreaterThan(4 * SMALL_BYTES_MAX);
  expect(phones.errors).toEqual([]);
});

test('a note that was refused opens again with its photo, and goes with it', async () => {
  const { id } = await filed(phones, 'wang');
  const wang = await phones.open('wang', `${TICKET}${id}`);
  await tap(wang, '补充说明');
  await write(wang, '拍了一张近的');
  await take(wang, await camera(wang, 1));
  await wang.getByText('正在上传').first().waitFor({ state: 'detached', timeout: 30_000 });
  await wang.waitForLoadState('networkidle');
  await cut(wang);
  await tap(wang, '补充');
  await see(wang, '等待发送');
  const { yes } = await refusing(wang, 'ticket.move', '这句话请换个说法');
  await back(wang);
  await see(wang, '这句话请换个说法');
  yes();
  await tap(wang, '改一改再发');
  const sheet = wang.getByRole('dialog').filter({ visible: true });
  await sheet.waitFor();
  await drawn(sheet, 1);
  await write(wang, '拍了一张近的，灯罩裂了');
  await tap(wang, '补充');
  await see(wang, '拍了一张近的，灯罩裂了');
  expect((await stored(id)).history.at(-1)?.photos).toHaveLength(1);
});

test('a request that was refused after its photo had arrived opens again with it', async () => {
  const page = await phones.scan('guest1');
  await lamp(page);
  await page.waitForLoadState('networkidle');
  await write(page, '二楼的灯');
  await cut(page);
  await take(page, await camera(page, 1));
  await see(page, '有网再传');
  await tap(page, '提交问题');
  await see(page, '1 张照片还没传上');
  const { yes } = await refusing(page, 'ticket.file', '请写清楚是哪一层');
  await back(page);
  await see(page, '请写清楚是哪一层');
  yes();
  await tap(page, '改一改再发');
  await see(page, /刚才没发成/);
  await drawn(page.locator('.photos').filter({ visible: true }), 1);
  await tap(page, '提交问题');
  await see(page, '办理经过');
  expect((await stored(await mineOf('guest1'))).photos).toHaveLength(1);
});

test('a verdict that was refused stands again as it was given, and is given anew', async () => {
  const { id } = await filed(phones, 'guest2');
  await moved(phones, 'zhao', id, 'sign');
  await moved(phones, 'zhao', id, 'contact', { contact: 'phone' });
  await moved(phones, 'zhao', id, 'resolve', { result: 'solved', text: '换了灯泡' });
  const page = await phones.open('guest2', `${TICKET}${id}`);
  await tap(page, '没好');
  await tap(page, '不满意');
  await tap(page, '没解决');
  await write(page, '还是不亮');
  await page.waitForLoadState('networkidle');
  await cut(page);
  await tap(page, '提交，请重新办');
  await see(page, '等待发送');
  const { yes } = await refusing(page, 'ticket.move', '这句话请换个说法');
  await back(page);
  await see(page, '这句话请换个说法');
  yes();
  await tap(page, '改一改再发');
  await see(page, '真的好了吗？');
  await expect(page.locator('textarea').filter({ visible: true }).inputValue()).resolves.toBe('还是不亮');
  await write(page, '三楼还是不亮');
  await tap(page, '提交，请重新办');
  await see(page, /三楼还是不亮/);
  expect(await page.getByText('没发成').filter({ visible: true }).count()).toBe(0);
  expect((await phones.call('guest2', 'ticket.read', { id })).cycle).toBe(2);
});

test('said without a network: it waits on the phone and goes along with the report', async () => {
  const page = await phones.scan('guest3');
  await lamp(page);
  await see(page, '按住说话，或点一下再说');
  await page.waitForLoadState('networkidle');
  await cut(page);
  await speak(page);
  await see(page, '存在手机里，有网再传');
  await see(page, /听一听（\d+ 秒）/);
  await tap(page, '提交问题');
  await see(page, '1 段语音还没传上');
  // no words to send first
  expect(await page.getByRole('button', { name: '先发文字' }).count()).toBe(0);
  await back(page);
  await see(page, '办理经过');
  expect((await stored(await mineOf('guest3'))).text).toMatch(/^（语音 \d+ 秒）$/);
});

test('a note that waits outlives the page, can be heard, and arrives when the network is back', async () => {
  const page = await phones.scan('guest4');
  await lamp(page);
  await see(page, '按住说话，或点一下再说');
  await page.waitForLoadState('networkidle');
  await cut(page);
  await speak(page);
  await see(page, '存在手机里，有网再传');
  await page.route('**/call/api', (route) =>
    route.request().postData()?.includes('voice.prepare') ? route.abort() : route.continue(),
  );
  await back(page);
  await page.reload();
  await see(page, '上次没写完的还在');
  await see(page, /听一听（\d+ 秒）/);
  await page.unroute('**/call/api');
  // the app is shown again
  await cut(page);
  await back(page);
  await page.getByText('存在手机里，有网再传').waitFor({ state: 'detached' });
  await tap(page, '提交问题');
  await see(page, '办理经过');
  expect((await stored(await mineOf('guest4'))).text).toMatch(/^（语音 \d+ 秒）$/);
});

test('a question of the office is answered by voice, without a network, too', async () => {
  const { id } = await filed(phones, 'guest5');
  await moved(phones, 'zhao', id, 'sign');
  await moved(phones, 'zhao', id, 'contact', { contact: 'phone' });
  await moved(phones, 'zhao', id, 'ask', { text: '是哪一层？' });
  const page = await phones.open('guest5', `${TICKET}${id}`);
  await tap(page, '补充回答');
  await see(page, '按住说话，或点一下再说');
  await page.waitForLoadState('networkidle');
  await cut(page);
  await speak(page);
  await see(page, '存在手机里，有网再传');
  await tap(page, '回答');
  await see(page, '1 段语音还没传上');
  await back(page);
  await see(page, /（语音 \d+ 秒）/);
  const zhao = await phones.call('zhao', 'ticket.read', { id });
  expect(zhao.state).toBe('working');
  expect(zhao.voices).toHaveLength(1);
  expect(phones.errors).toEqual([]);
});
