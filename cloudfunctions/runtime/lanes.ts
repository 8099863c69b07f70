/**
 * Does the work for each of `items`, begun in their order and at most `atOnce` at the same time. Rejects with the first
 * failure; what has begun goes on to its end.
 */
export async function inLanes<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
