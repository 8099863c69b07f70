import * as fc from 'fast-check';
import { fitted } from './picture-size';

test.each([
  ['a photo', 4000, 3000, 1600, 1200],
  ['the same, upright', 3000, 4000, 1200, 1600],
  ['a small one', 640, 480, 640, 480],
  ['one screen', 1080, 1920, 900, 1600],
  ['a conversation, 12,000 tall', 1080, 12_000, 800, 8889],
  ['one wider than any phone', 30_000, 1000, 12_000, 400],
  ['a strip', 100, 8000, 100, 8000],
  ['a square too large for a canvas', 9000, 9000, 1600, 1600],
])('%s', (_, width, height, to, tall) => {
  expect(fitted(width, height)).toEqual({ width: to, height: tall });
});

test('never larger than it was, nor than phones draw; never thinner than can be read where it was wide enough', () => {
  const side = fc.integer({ min: 1, max: 40_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const to = fitted(width, height);
      expect(to.width <= width && to.height <= height).toBe(true);
      expect(Math.max(to.width, to.height)).toBeLessThanOrEqual(12_000);
      expect(to.width * to.height).toBeLessThan(16_100_000);
      const [long, short] = [Math.max(width, height), Math.min(width, height)];
      if (long / short <= 15)
        expect(Math.min(to.width, to.height)).toBeGreaterThanOrEqual(Math.min(short, 799));
    }),
  );
});
