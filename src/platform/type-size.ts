/** The size of the type: as chosen here, else as chosen in WeChat or the browser. */
import { fontScale } from './font-scale';
import { keep, recall } from './storage';
import { store, useStore } from './store';

/** From this scale on a person wants large type everywhere, and from the other the largest. */
const LARGE_FROM = 1.3;
const HUGE_FROM = 1.6;

export type TypeSize = 'normal' | 'large' | 'huge';
const SIZES: readonly unknown[] = ['normal', 'large', 'huge'] satisfies TypeSize[];

const chosen = store<TypeSize | null>(null);

function current(): TypeSize {
  const known = chosen.get();
  if (known !== null) return known;
  const kept = recall<unknown>('size');
  const first = SIZES.includes(kept) ? (kept as TypeSize) : (fromBefore() ?? followed());
  chosen.set(first);
  return first;
}

/** As WeChat or the browser has it. */
function followed(): TypeSize {
  const scale = fontScale();
  return scale >= HUGE_FROM ? 'huge' : scale >= LARGE_FROM ? 'large' : 'normal';
}

/** Phones of before kept a yes or a no. */
function fromBefore(): TypeSize | null {
  const large = recall<boolean>('large');
  if (large === null) return null;
  return large ? (fontScale() >= HUGE_FROM ? 'huge' : 'large') : 'normal';
}

export const useTypeSize = (): TypeSize => useStore(chosen) ?? current();

export const useLargeType = (): boolean => useTypeSize() !== 'normal';

/** Chooses for this phone, at once on every page; what WeChat says counts no more. */
export function chooseTypeSize(size: TypeSize): void {
  keep('size', size);
  chosen.set(size);
}

/** Large type on or off: the largest where WeChat's own is. */
export function chooseLargeType(on: boolean): void {
  chooseTypeSize(on ? (fontScale() >= HUGE_FROM ? 'huge' : 'large') : 'normal');
}
