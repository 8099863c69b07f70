/** From the code on the wall to the rating, in a real browser at phone size, with the emulator's clock moved. */
import { readFileSync } from 'node:fs';
import { choose, see, tap, withPhones, write } from '@/test/support/phones';

const phones = withPhones();

/** A JPEG as a phone takes it: with an EXIF segment that names the place. */
function photoWithPlace(): Buffer {
  const picture = readFileSync('scripts/worlds/photos/lamp-lit.jpg');
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('GPSLatitude 36.71 GPSLongitude 117.54')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, exif, picture.subarray(2)]);
}

test('scan → report → sign → resolve with a photo → unhappy → rework → checked by another → happy → closed', async () => {
  const { emulator } = phones;
  await emulator.setClock('2026-09-29T10:00:00+08:00', 'none');

  const lin = await phones.scan('lin');
  await see(lin, '3号楼2单元');
  await see(lin, '赵海平');
  await tap(lin, /报一个问题/);
  await tap(lin, /楼道灯不亮/);
  await tap(lin, '楼道');
  await write(lin, '二楼的灯坏了三天');
  await tap(lin, '提交问题');
  await see(lin, '已交给闫满村网格的赵海平');
  // National Day: 1–7 October are off, Saturday the 10th is worked, so five working days end on Monday the 12th.
  await see(lin, /10月12日 周一 17:30前/);

  await emulator.advance(60 * 60_000);
  const zhao = await phones.open('zhao', 'pages/staff/work/index');
  await see(zhao, '剩 5 个工作日');
  await tap(zhao, /^签收/);
  await zhao.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await tap(zhao, '已联系居民');
  await tap(zhao, '电话联系上了');
  await tap(zhao, '记下来');
  await see(zhao, '办好了');

  await emulator.setClock('2026-10-10T09:30:00+08:00');
  await lin.reload();
  await see(lin, '赵海平正在办');
  await see(lin, /10 天 23 小时/);
  await see(lin, /1 个工作日/);

  await zhao.reload();
  await tap(zhao, '办好了');
  await tap(zhao, '已解决');
  await write(zhao, '换了灯泡');
  await choose(zhao, /照片|拍/, photoWithPlace());
  await tap(zhao, /^提交/);
  await see(zhao, '等居民评价');

  await lin.reload();
  await see(lin, '换了灯泡');
  await see(lin, '已办好，等您评价');
  await tap(lin, '没好');
  await tap(lin, '没解决');
  await tap(lin, '提交，请重新办');
  await see(lin, /第 2 次办理/);
  // A new limit of five working days from Saturday the 10th, which is worked: Friday the 16th.
  await see(lin, /10月16日 周五 17:30前/);

  await zhao.reload();
  await see(zhao, /没解决/);
  await tap(zhao, '办好了');
  await tap(zhao, '已解决');
  await write(zhao, '换了声控开关');
  await tap(zhao, /^提交/);
  await see(zhao, /待复核/);

  // what was redone is looked at by somebody else before the resident is asked again
  await lin.reload();
  await see(lin, '赵海平说办好了，换一个人去看过，再请您评');
  const sun = await phones.open('sun', 'pages/staff/work/index');
  await see(sun, '等您复核 1');
  await sun.getByText('楼道灯不亮').filter({ visible: true }).first().click();
  await tap(sun, '复核');
  await tap(sun, '记下复核');
  await see(sun, '请选办好了没有');
  await tap(sun, '没办好');
  await tap(sun, '记下复核');
  await see(sun, '请先写一句');
  await tap(sun, '办好了');
  await tap(sun, '记下复核');
  await see(sun, /等居民评价/);

  await lin.reload();
  await tap(lin, '好了');
  await tap(lin, '满意');
  await tap(lin, '提交评价');
  await see(lin, '已办结，谢谢您的评价');
  expect(phones.errors).toEqual([]);

  const { data } = await emulator.db.collection('tickets').limit(10).get();
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ state: 'closed', cycle: 2, ratings: [{ solved: 'no' }, { level: 4 }] });
  await expectNoPlaceIn(data[0].history.flatMap((entry: { photos?: string[] }) => entry.photos ?? []));
});

/** The stored bytes of these photos name no place. */
async function expectNoPlaceIn(ids: string[]): Promise<void> {
  expect(ids.length).toBeGreaterThan(0);
  for (const fileID of ids) {
    const { fileContent } = await phones.emulator.app.downloadFile({ fileID });
    const bytes = Buffer.from(fileContent as Buffer);
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(bytes.includes('GPS') || bytes.includes('Exif')).toBe(false);
  }
}
