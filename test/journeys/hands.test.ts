/** By hand, by keyboard, with nothing given away: a report is sent all the same. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { filed, lamp } from '@/test/support/errands';
import { see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

async function stored(): Promise<Record<string, unknown>[]> {
  return (await phones.emulator.db.collection('tickets').orderBy('openedAt', 'desc').limit(10).get()).data;
}

/** Counts what a finger does on this page from now on. */
async function counted(page: Page): Promise<() => Promise<{ taps: number; keys: number }>> {
  await page.evaluate(() => {
    const done = { taps: 0, keys: 0 };
    // a phone's tap is one pointer, whatever the app makes of it
    document.addEventListener('pointerdown', () => done.taps++, true);
    document.addEventListener('keydown', () => done.keys++, true);
    Object.assign(window, { done });
  });
  return () => page.evaluate(() => (window as unknown as { done: { taps: number; keys: number } }).done);
}

test('from the scanned code to a sent report with a photo: four taps, nothing typed', async () => {
  const lin = await phones.scan('lin');
  await see(lin, '3号楼2单元');
  const done = await counted(lin);
  await tap(lin, /报一个问题/);
  await tap(lin, /化粪池外溢/);
  const [chooser] = await Promise.all([lin.waitForEvent('filechooser'), tap(lin, /拍张照/)]);
  await chooser.setFiles({
    name: 'IMG_1.jpg',
    mimeType: 'image/jpeg',
    buffer: readFileSync('scripts/worlds/photos/lamp-lit.jpg'),
  });
  await see(lin, '1/9');
  await tap(lin, '提交问题');
  await see(lin, '办理经过');
  expect(await done()).toEqual({ taps: 4, keys: 0 });
  const [sent] = await stored();
  expect(sent).toMatchObject({ text: '', state: 'dispatched' });
  expect(sent?.photos).toHaveLength(1);
});

test('no place, no phone, no name, no photo: it is sent all the same', async () => {
  const page = await phones.scan('guest7');
  await page.context().clearPermissions();
  await lamp(page);
  await write(page, '三楼的灯坏了');
  // the camera is opened and closed again
  await Promise.all([page.waitForEvent('filechooser'), tap(page, /拍张照/)]);
  await tap(page, '提交问题');
  await see(page, '办理经过');
  const [sent] = await stored();
  expect(sent).toMatchObject({ text: '三楼的灯坏了', photos: [], reporter: { name: '居民', phone: '' } });
});

test('a worker who does not say where they are has a way round all the same', async () => {
  const tickets = phones.emulator.db.collection('tickets');
  for (const [name, longitude] of [
    ['lin', 117.53],
    ['wang', 117.54],
  ] as const) {
    const { id } = await filed(phones, name, { text: `${name}家楼道的灯坏了` });
    await tickets.where({ _id: id }).update({ 'place.at': { longitude, latitude: 36.71 } });
  }
  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await zhao.context().clearPermissions();
  await see(zhao, '赵海平');
  await tap(zhao, '按路程排');
  await see(zhao, '没有定位，从最急的一处排起');
  await see(zhao, /再走 \d+ 米/);
  await zhao.reload();
  await see(zhao, '顺路走');
});

/** Tab until what is focused speaks these words, then Enter. */
async function press(page: Page, words: RegExp): Promise<void> {
  await reach(page, words);
  await page.keyboard.press('Enter');
}

async function reach(page: Page, words: RegExp): Promise<void> {
  for (let nth = 0; nth < 60; nth++) {
    await page.keyboard.press('Tab');
    const spoken = await page.evaluate(() => {
      const here = document.activeElement;
      return `${here?.getAttribute('aria-label') ?? ''} ${here?.textContent ?? ''} ${here?.tagName ?? ''}`;
    });
    if (words.test(spoken)) return;
  }
  throw new Error(`the keyboard does not reach ${words}\n${await page.locator('body').ariaSnapshot()}`);
}

test('without a pointer: from the scanned code to the sent report by keyboard alone', async () => {
  const page = await phones.scan('guest8');
  await see(page, '3号楼2单元');
  const done = await counted(page);
  await press(page, /报一个问题/);
  await see(page, '楼道灯不亮');
  await press(page, /楼道灯不亮/);
  await see(page, '哪里的灯');
  await press(page, /^\s*楼道/);
  await reach(page, /TEXTAREA/);
  await page.keyboard.type('键盘写的：灯不亮');
  await press(page, /提交问题/);
  await see(page, '办理经过');
  expect((await done()).taps).toBe(0);
  const [sent] = await stored();
  expect(sent).toMatchObject({ text: '键盘写的：灯不亮' });
  expect(phones.errors).toEqual([]);
});
