import { encode } from 'uqr';
import { qrPicture } from './qr';

const TEXT = 'https://example.org/#/pages/resident/home/index?scene=p%3D9b5j1tsbna.5xpk734b';

test('the drawn runs are exactly the dark modules of the code, with a quiet zone of four', () => {
  const svg = decodeURIComponent(qrPicture(TEXT).replace('data:image/svg+xml,', ''));
  const { size, data } = encode(TEXT, { ecc: 'M', border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, wide] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(wide); step++) (drawn[Number(y)] as boolean[])[Number(x) + step] = true;
  expect(drawn).toEqual(data);
  expect(svg).toContain(`viewBox='0 0 ${size} ${size}'`);
  expect(data.slice(0, 4).flat()).not.toContain(true);
});
