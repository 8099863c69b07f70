import type { Point } from '@/domain/org/point';

/** Where the phone is, asked for in the tap that needs it; null when the person or the phone does not say. Split by target. */
export async function whereNow(): Promise<Point | null> {
  return null;
}
