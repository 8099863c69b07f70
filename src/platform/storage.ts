/** Small values kept on this phone, as JSON under names of ours. Losing them must never matter. */
import Taro from '@tarojs/taro';
import { chosenPersona } from './personas';

const PREFIX = 'yima.';
/** WeChat refuses a value above 1 MB; far below that a draft is no longer a draft. Characters. */
const VALUE_MAX = 300_000;

/** A name for what belongs to the person and not to the phone. WeChat keeps the storage of its users apart by itself. */
export function personal(name: string): string {
  const who = chosenPersona();
  return who ? `${name}@${who}` : name;
}

/** What was kept under this name, or null: nothing, or unreadable. */
export function recall<T>(name: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + name);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/** Keeps a value; false when the phone refuses (full, private mode) or it is too large. */
export function keep(name: string, value: unknown): boolean {
  try {
    const text = JSON.stringify(value);
    if (text.length > VALUE_MAX) return false;
    Taro.setStorageSync(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(PREFIX + name);
  } catch {
    // a phone that cannot forget still works
  }
}
