/** The codes of a village, as pictures. */
import { useMemo } from 'react';
import { call, HOME, type Screen, useLoaded } from '@/src/platform';
import { webAddress } from '@/src/platform/paper';
import { qrPicture } from './qr';

export interface Code {
  readonly scene: string;
  readonly name: string;
  /** 闫满村第2网格第12微网格 */
  readonly words: string;
}

/** The codes of the village at this path; none while no village is chosen. */
export function useCodes(path: string | null): Screen<readonly Code[]> {
  return useLoaded(async () => (path ? call('place.codes', { path }) : []), [path]).screen;
}

/**
 * The picture of one code. In a browser it leads to the home page with the place filled in; in WeChat, where the page has
 * no address, it carries the scene for our own scanner.
 */
export function useCodePicture({ scene }: Pick<Code, 'scene'>): string {
  return useMemo(() => qrPicture(webAddress(HOME, { scene }) ?? scene), [scene]);
}
