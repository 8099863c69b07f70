/** Reads a `multipart/form-data` body as the SDK writes it: small forms, held in memory. */
export function readForm(body: Buffer, contentType: string): ReadonlyMap<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw new Error('the form has no boundary');
  const mark = Buffer.from(`--${boundary}`);
  const out = new Map<string, Buffer>();
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    // A part is CRLF, headers, an empty line, the value, CRLF.
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.subarray(0, split).toString('utf8'))?.[1];
    if (split >= 0 && name !== undefined) out.set(name, part.subarray(split + 4));
    at = next;
  }
  return out;
}
