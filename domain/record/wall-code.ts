/** The eight letters that stand beside the code on a wall, for who cannot scan it: K7QM-2XDA. */

/** As it is printed, from the scene that the code carries; '' for none. */
export function sayWallCode(scene: string): string {
  const code = /\.([0-9a-z]{8})$/.exec(scene)?.[1] ?? '';
  return code && `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase();
}

/** What somebody typed, as it is sent; letters that look like digits are read as such. Null when it is no such code. */
export function wallCode(typed: string): string | null {
  const code = typed
    .toLowerCase()
    .replace(/[-\s－—]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]{8}$/.test(code) ? code : null;
}
