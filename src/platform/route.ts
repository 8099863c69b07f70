/** Getting about. */
import Taro, { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';

export const HOME = '/pages/resident/home/index';

/** WeChat keeps ten pages at most. */
const STACK_MAX = 10;

/** Opens a page. `replace` takes the place of this one; `anew` drops all pages before. */
export function go(
  path: string,
  params: Readonly<Record<string, string | undefined>> = {},
  how: 'open' | 'replace' | 'anew' = 'open',
): void {
  const query = Object.entries(params)
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const url = query ? `${path}?${query}` : path;
  if (how === 'anew') void Taro.reLaunch({ url });
  else if (how === 'replace' || Taro.getCurrentPages().length >= STACK_MAX) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** To the page before; to `otherwise` when there is none, as after a scan or a shared link. */
export function back(otherwise: string = HOME): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: otherwise });
}

/** Back to where a changed page says what has changed. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}

/** What the page was opened with, decoded once. A name that is absent reads undefined. */
export function useRouteParams(): Readonly<Partial<Record<string, string>>> {
  const { params } = useRouter();
  return useMemo(() => {
    const read: Record<string, string> = {};
    for (const [name, value] of Object.entries(params ?? {}))
      if (typeof value === 'string') read[name] = decoded(value);
    return read;
  }, [params]);
}

/** WeChat hands query values over encoded; a browser's router has decoded them. */
function decoded(value: string): string {
  if (process.env.TARO_ENV === 'h5') return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const SCENE = /p=[0-9a-hjkmnp-tv-z]{10}\.[0-9a-hjkmnp-tv-z]{8}/;

/**
 * The scene of a place code in whatever a scan gives: the scene itself, a mini-program path, a web address; encoded
 * or not. Null when there is none. Whether it is genuine, the cloud knows.
 */
export function sceneIn(text: string | undefined): string | null {
  if (!text) return null;
  return SCENE.exec(text)?.[0] ?? SCENE.exec(text.replace(/%3D/gi, '='))?.[0] ?? null;
}

/** The place code this page was opened with: WeChat's `scene`, or `q` when an ordinary code was scanned. */
export function useScene(): string | null {
  const { scene, q } = useRouteParams();
  return sceneIn(scene) ?? sceneIn(q);
}
