/** Colours as a browser computes them, and their contrast (WCAG 2.2 §1.4.3). */

/** Red, green, blue 0–255; alpha 0–1. */
export type Colour = readonly [number, number, number, number];

/** Reads `rgb(…)`, `rgba(…)` or `color(srgb …)`; anything else is no plain colour: null. */
export function parseColour(text: string): Colour | null {
  const inside = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(text.trim());
  if (!inside) return null;
  const scale = inside[1] === 'color' ? 255 : 1;
  const [r, g, b, a = 1] = (inside[2] ?? '').split(/[\s,/]+/).map(Number);
  if (r === undefined || g === undefined || b === undefined) return null;
  return [r * scale, g * scale, b * scale, a];
}

/** `top` as it is seen lying on `ground`, which is opaque. */
export function over([r, g, b, a]: Colour, ground: Colour): Colour {
  const mixed = (top: number, under: number) => top * a + under * (1 - a);
  return [mixed(r, ground[0]), mixed(g, ground[1]), mixed(b, ground[2]), 1];
}

/** 1–21. Both opaque. */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([r, g, b]: Colour): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
