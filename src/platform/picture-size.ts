/** How large a photo is sent. All in pixels. */

/** The longer side of an ordinary photo, and the least that the shorter side of a long one keeps: words on it stay legible. */
const LONG = 1600;
const SHORT = 800;
/** What phones can draw: the longest side, and the area that iOS gives a canvas. */
const SIDE_MAX = 12_000;
const AREA_MAX = 16_000_000;

/** A screenshot of a whole conversation is ten times as tall as wide: by its longer side alone it would be a thread. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const wanted = Math.max(LONG / long, SHORT / short);
  const scale = Math.min(1, wanted, SIDE_MAX / long, Math.sqrt(AREA_MAX / (long * short)));
  const side = (of: number) => Math.max(1, Math.round(of * scale));
  return { width: side(width), height: side(height) };
}
