/** Handing a text file to the person. Not part of the index: few pages use it. */

/** False where the target cannot, or the person does not want to. */
export async function saveText(_name: string, _text: string): Promise<boolean> {
  return false;
}
