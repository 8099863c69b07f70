/** An invitation code as a person types it. */

export const CODE_LENGTH = 8;

/** Its letters and digits only, at most eight, in capitals. */
export function lettersOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_LENGTH);
}

/** With a hyphen after the fourth, as it is printed: 7KQ4-M2XA. */
export function asPrinted(typed: string): string {
  const letters = lettersOf(typed);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}
