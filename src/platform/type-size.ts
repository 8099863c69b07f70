/** Large type: as chosen here, else as chosen in WeChat or the browser. */
import { fontScale } from './font-scale';
import { keep, recall } from './storage';
import { store, useStore } from './store';

/** From this scale on a person wants large type everywhere, and from the other the largest. */
const LARGE_FROM = 1.3;
const HUGE_FROM = 1.6;

export type TypeSize = 'normal' | 'large' | 'huge';

const large = store<boolean | null>(null);

function current(): boolean {
  const known = large.get();
  if (known !== null) return known;
  const first = recall<boolean>('large') ?? fontScale() >= LARGE_FROM;
  large.set(first);
  return first;
}

export function useLargeType(): boolean {
  return useStore(large) ?? current();
}

/** Large type grows once more for who reads everything very large. */
export function useTypeSize(): TypeSize {
  if (!useLargeType()) return 'normal';
  return fontScale() >= HUGE_FROM ? 'huge' : 'large';
}

/** Chooses for this phone, at once on every page. */
export function chooseLargeType(on: boolean): void {
  keep('large', on);
  large.set(on);
}
