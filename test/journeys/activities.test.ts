/**
 * An activity from its draft to the certificate that a stranger verifies, and a list of those who report to two
 * organisations. In a real browser at phone size, with the emulator's clock moved.
 */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { see, tap, withPhones, write } from '@/test/support/phones';
import { workbook, workbookOf } from '@/test/support/workbook';
import { SCENE } from '@/test/support/yima';

const phones = withPhones();
/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  // What slides in has come to rest.
  await page.waitForTimeout(600);
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  const size = page.viewportSize() ?? { width: 375, height: 812 };
  const large = (on: boolean) =>
    page.evaluate((is) => {
      for (const each of Array.from(document.querySelectorAll('.page')))
        each.classList.toggle('is-large', is);
    }, on);
  await large(true);
  await page.screenshot({ path: `${PICTURES}/${name}-large.png`, fullPage: true });
  await large(false);
  await page.setViewportSize({ width: 1280, height: 812 });
  await page.screenshot({ path: `${PICTURES}/${name}-wide.png`, fullPage: true });
  await page.setViewportSize(size);
}

async function fill(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).filter({ visible: true }).last().fill(words);
}

const day = 24 * 60 * 60_000;

/** lin becomes a volunteer: a name, a phone, a village, the notes read. */
async function register(page: Page): Promise<void> {
  await see(page, '志愿者登记');
  await fill(page, '姓名', '林桂芬');
  await fill(page, '电话', '17000000001');
  await tap(page, '摄影写作');
  await tap(page, '闫满村');
  await tap(page, '我看过并同意');
  await picture(page, 'register');
  await tap(page, '登记成为志愿者');
  // saved, it goes back by itself: not under what comes next
  await page.waitForURL((url) => !url.hash.includes('register'));
}

test('drafted → published → signed up → checked in and out by the code → certificate → verified by its code', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-09-21T09:00:00+08:00', 'none');

  const ma = await phones.open('ma', 'pages/staff/activities/index');
  await tap(ma, '发起一个活动');
  await fill(ma, '题目', '河边捡垃圾');
  await write(ma, '沿河走一遍，把垃圾捡起来。手套和袋子村里有。');
  await fill(ma, '为谁服务', '全体村民');
  await tap(ma, '9月26日 周六');
  await fill(ma, '名额', '2');
  await tap(ma, '闫满村');
  await tap(ma, '3号楼2单元');
  await picture(ma, 'draft');
  await tap(ma, '存成草稿');
  await see(ma, '草稿');

  const qian = await phones.open('qian', 'pages/staff/activities/index');
  await qian.getByText('河边捡垃圾').filter({ visible: true }).first().click();
  await tap(qian, '发布');
  await see(qian, '报名中');

  const lin = await phones.scan('lin');
  await see(lin, '3号楼2单元');
  const volunteer = await phones.open('lin', 'pages/volunteer/activities/index');
  await see(volunteer, /本月主题/);
  await picture(volunteer, 'activities');
  await tap(volunteer, '登记成为志愿者，就能报名');
  await register(volunteer);
  await volunteer.goto(`${emulator.url}/#/pages/volunteer/activities/index`);
  await volunteer.reload();
  await volunteer.getByText('河边捡垃圾').filter({ visible: true }).first().click();
  await tap(volunteer, '报名');
  await see(volunteer, '已报名');
  await picture(volunteer, 'joined');

  await emulator.setClock('2026-09-26T08:50:00+08:00');
  await volunteer.reload();
  await tap(volunteer, '签到');
  await see(volunteer, '您刚扫的是：3号楼2单元');
  await picture(volunteer, 'check-in');
  await tap(volunteer, '就在这里');
  await see(volunteer, '已签到');
  await emulator.setClock('2026-09-26T11:06:00+08:00');
  await volunteer.reload();
  await tap(volunteer, '签退');
  await tap(volunteer, '就在这里');
  await see(volunteer, '已完成，2.1 小时');
  await see(volunteer, /公示到/);
  await picture(volunteer, 'done');

  await ma.reload();
  await see(ma, '林桂芬');
  await see(ma, /08:50 到，11:06 走/);
  await tap(ma, '写一条纪实');
  await write(ma, '捡了 12 袋，河边清爽了。');
  await tap(ma, '提交');
  await see(ma, '捡了 12 袋，河边清爽了。');
  await picture(ma, 'desk');

  await emulator.advance(7 * day);
  const record = await phones.open('lin', 'pages/volunteer/record/index');
  await see(record, '2.1 小时，1 次');
  await picture(record, 'record');
  await record.getByText('开一份服务证明').filter({ visible: true }).first().click();
  await see(record, '志愿服务记录证明');
  await see(record, /兹证明林桂芬（志愿者编号 V/);
  await picture(record, 'certificate');
  if (PICTURES)
    await record.pdf({ path: `${PICTURES}/certificate.pdf`, preferCSSPageSize: true, printBackground: true });

  const { data } = await emulator.db.collection('certificates').limit(1).get();
  const code =
    /校验码 ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec((await record.locator('body').textContent()) ?? '')?.[1] ?? '';
  const stranger = await phones.open(
    'wang',
    `pages/volunteer/verify/index?no=${data[0]._id}&code=${encodeURIComponent(code)}`,
  );
  await see(stranger, '这份证明是真的');
  await see(stranger, '林*');
  await see(stranger, '2.1 小时');
  expect(await stranger.locator('body').textContent()).not.toContain('林桂芬');
  await picture(stranger, 'verify');
  await fill(stranger, '校验码', code === 'AAAA-AAAA' ? 'BBBB-BBBB' : 'AAAA-AAAA');
  await tap(stranger, '核验');
  await see(stranger, /没有查到这份证明/);
  expect(phones.errors).toEqual([]);
});

const HEAD = ['姓名', '手机号码', '工作单位', '居住社区', '特长'];
const LIST = [
  ['王建国', '17000010002', '区税务局', '闫满村', '律师'],
  ['李', '17000010003', '区税务局', '闫满村', ''],
  ['赵红', '170****0004', '区医院', '柳沟村', '医生护士'],
  ['孙梅', '17000010005', '区医院', '柳沟', '医生护士'],
];

async function chooseFile(page: Page, file: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tap(page, '选一个文件（CSV 或 XLSX）'),
  ]);
  await chooser.setFiles({
    name: '名单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(file),
  });
}

test('双报到: a spreadsheet is tried, its faulty rows are named, the rest is taken; then one reports', async () => {
  const { emulator } = phones;
  const qian = await phones.open('qian', 'pages/staff/volunteers/index');
  await qian.getByRole('tab', { name: '双报到' }).last().click();
  await chooseFile(qian, workbook([HEAD, ...LIST], { prefix: 'x', bare: true }));
  await see(qian, '新增 2 人，更新 0 人，没变 0 人，有错 2 行');
  await see(qian, '姓名要写 2 到 10 个汉字');
  await see(qian, '电话是打了星号的，请换成完整的号码');
  await picture(qian, 'import');
  // another file: what was tried before it is gone, whatever comes of the other
  await chooseFile(
    qian,
    workbook([
      ['姓名', '手机号'],
      ['赵红', '17000010009'],
    ]),
  );
  await see(qian, '表格里没有这些列：工作单位、居住村');
  expect(await qian.getByText('导入 2 人').filter({ visible: true }).count()).toBe(0);
  const dictionary = { name: '字典', rows: [['类别'], ['党员']], state: 'hidden' as const };
  await chooseFile(qian, workbookOf([dictionary, { name: '名单', rows: [HEAD, ...LIST] }]));
  await see(qian, '读的是“名单”这张表；隐藏的“字典”没有读');
  await tap(qian, '导入 2 人');
  await see(qian, '名单 2 人，已报到 0 人');
  expect((await emulator.db.collection('enrolments').count()).total).toBe(2);

  const report = await phones.open(
    'wang',
    `pages/volunteer/report/index?scene=${encodeURIComponent(SCENE())}`,
  );
  await fill(report, '姓名', '王建国');
  await fill(report, '电话', '17000010002');
  await tap(report, '用微信手机号');
  await see(report, '号码核实好了');
  await tap(report, '报到');
  await see(report, '已在闫满村报到');
  await see(report, '区税务局');
  await picture(report, 'report');
  expect(phones.errors).toEqual([]);
});
