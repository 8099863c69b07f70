/** The inspector sees what it should: a page with each fault, and the same page mended. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '@/test/support/browser';
import { look, normOf } from './audit';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 812 } });
}, 60_000);
afterAll(() => browser?.close());

const STYLE = `
  body { margin: 0; background: #fff; color: #222; font: 15px/1.5 sans-serif }
  .button { display: flex; align-items: center; min-height: 44px; width: 120px }
`;

/** Each rule: what breaks it, and what does not. */
const TABLE: readonly (readonly [rule: string, broken: string, mended: string])[] = [
  ['scroll', '<div style="width:500px">路灯不亮</div>', '<div style="width:300px">路灯不亮</div>'],
  [
    'scroll',
    '<div style="overflow-x:auto"><div style="width:500px">路灯</div></div>',
    '<div style="overflow-y:auto"><div>路灯</div></div>',
  ],
  [
    'outside',
    '<div style="position:fixed;left:-30px">路灯不亮</div>',
    '<div style="position:fixed;left:30px">路灯不亮</div>',
  ],
  [
    'clipped',
    '<div style="width:60px;overflow:hidden;white-space:nowrap">路灯不亮好几天了</div>',
    '<div style="width:60px;overflow:hidden">路灯不亮好几天了</div>',
  ],
  [
    'clipped',
    '<div style="height:20px;overflow:hidden"><p style="width:60px">路灯不亮好几天了</p></div>',
    '<div style="height:20px;overflow:auto" tabindex="0"><p style="width:60px">路灯不亮好几天了</p></div>',
  ],
  [
    'clipped',
    '<div style="width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">路灯不亮好几天了</div>',
    '<div role="button" class="button"><div style="width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">路灯不亮好几天了</div></div>',
  ],
  [
    'clipped',
    '<input aria-label="找" style="font:16px sans-serif;height:44px;width:80px" placeholder="按姓名、单位找一找">',
    '<input aria-label="找" style="font:16px sans-serif;height:44px;width:300px" placeholder="按姓名、单位找一找">',
  ],
  [
    'spilled',
    '<div style="width:60px;white-space:nowrap">路灯不亮好几天了</div>',
    '<div style="width:60px">路灯不亮好几天了</div>',
  ],
  [
    'overlap',
    '<div>路灯不亮</div><div style="margin-top:-20px">好几天了</div>',
    '<div>路灯不亮</div><div>好几天了</div>',
  ],
  ['squeezed', '<div style="width:10px">代买代办</div>', '<div style="width:64px">代买代办</div>'],
  [
    'target',
    '<div role="button" class="button" style="min-height:40px">签收</div>',
    '<div role="button" class="button">签收</div>',
  ],
  [
    'target',
    '<input aria-label="姓名" style="font:16px sans-serif;height:30px">',
    '<div class="field-box" style="height:44px"><input aria-label="姓名" style="font:16px sans-serif;height:30px"></div>',
  ],
  ['contrast', '<div style="color:#8a8a8a">路灯不亮</div>', '<div style="color:#707070">路灯不亮</div>'],
  [
    'contrast',
    '<div style="background:#1e6652;color:#fff"><div style="opacity:.5">路灯不亮</div></div>',
    '<div style="background:#1e6652;color:#fff"><div style="opacity:.94">路灯不亮</div></div>',
  ],
  [
    'contrast',
    '<style>input::placeholder{color:#bbb}</style><input aria-label="找" style="font:16px sans-serif;height:44px" placeholder="找">',
    '<style>input::placeholder{color:#666}</style><input aria-label="找" style="font:16px sans-serif;height:44px" placeholder="找">',
  ],
  ['small', '<div style="font-size:12px">路灯不亮</div>', '<div style="font-size:14px">路灯不亮</div>'],
  ['tight', '<div style="line-height:1.1">路灯不亮</div>', '<div style="line-height:1.3">路灯不亮</div>'],
  ['english', '<div>路灯 undefined</div>', '<div>路灯 T1119-7CH3W，3 km</div>'],
  [
    'english',
    '<div role="button" class="button" aria-label="Submit 签收">签收</div>',
    '<div role="button" class="button" aria-label="签收：路灯">签收</div>',
  ],
  ['english', '<div>核对码 Submit</div>', '<div>核对码 5XPK-734B</div>'],
  [
    'axe',
    '<div role="button" tabindex="0" class="button" aria-label="8 件">9 件</div>',
    '<div role="button" tabindex="0" class="button" aria-label="小修小补 刚许下，方敏说办到了"><div>小修小补 刚许下</div><div>方敏说办到了</div></div>',
  ],
  [
    'axe',
    '<div role="checkbox" tabindex="0" class="button">同意</div>',
    '<div role="checkbox" tabindex="0" aria-checked="false" class="button">同意</div>',
  ],
];

test.each(TABLE)('%s is seen in %s', async (rule, broken, mended) => {
  expect(await rulesIn(broken)).toContain(rule);
  expect(await rulesIn(mended)).toEqual([]);
});

test('what is hidden, or lies behind, is not looked at', async () => {
  expect(await rulesIn('<div style="display:none;font-size:8px">Hidden</div>')).toEqual([]);
  expect(
    await rulesIn('<div>路灯不亮</div><div style="position:fixed;top:0;background:#fff">好几天了</div>'),
  ).toEqual([]);
});

test('large type has the larger norm', async () => {
  const small = '<div role="button" class="button">签收</div>';
  expect(await rulesIn(small, 1.4)).toEqual(['small', 'target']);
  expect(
    await rulesIn('<div role="button" class="button" style="font-size:18px;min-height:60px">签收</div>', 1.4),
  ).toEqual([]);
});

async function rulesIn(html: string, font = 1): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>一码办</title><style>${STYLE}</style></head><body>${html}</body></html>`,
  );
  const { faults, axe } = await look(page, normOf(font));
  return [...new Set([...faults.map(({ rule }) => rule), ...(axe.length > 0 ? ['axe'] : [])])].sort();
}
