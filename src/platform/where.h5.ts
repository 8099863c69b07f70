import type { Point } from '@/domain/org/point';

/** A browser that has not found itself in so long will not. Milliseconds. */
const PATIENCE = 8_000;

export function whereNow(): Promise<Point | null> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve({ longitude, latitude }),
      () => resolve(null),
      { timeout: PATIENCE, maximumAge: 60_000 },
    );
  });
}
