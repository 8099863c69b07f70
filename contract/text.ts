/** How text from people arrives: one normal form, without invisible tricks, of a stated length. */
import * as z from 'zod/mini';

/** Control characters (but not line breaks), bidi overrides and zero-width characters. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line, as a name or a title is: a line break is a blank, so that nothing can be written under it. */
export const line = (max: number, message?: string) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((raw: string) => raw.replace(/\s+/g, ' ')),
    ),
    text(max, message),
  );

/** A text of at most `max` characters (UTF-16 units), NFC, trimmed. */
export const text = (max: number, message = `最多写 ${max} 个字`) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((raw: string) =>
        raw.replace(/\r\n?/g, '\n').normalize('NFC').replace(INVISIBLE, '').trim(),
      ),
    ),
    z.string().check(z.maxLength(max, message)),
  );
