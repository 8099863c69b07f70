/** Points on the map: degrees as WeChat gives them (GCJ-02). Distances within a town do not depend on the datum. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

const EARTH = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance of two points in metres, by the great circle. */
export function metresBetween(a: Point, b: Point): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const flat = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  const chord = Math.sin(north / 2) ** 2 + flat * Math.sin(east / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}
