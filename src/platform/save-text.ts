/** Handing a text file to the person. Not part of the index: one page uses it. */

/** False where the target cannot. */
export function saveText(_name: string, _text: string): boolean {
  return false;
}
