/**
 * The little of protobuf that WeChat's open-API envelope needs: length-delimited fields and numbers.
 * `CommApiData{1: apiType, 2: OpenApiData{1: repeated KeyValuePair{1: key, 2: value, 3: contentType,
 * 4: fileName}}, 6: appid}` and `CommOpenApiResp{1: respData, 2: contentType, 3: errorCode, 4: httpCode,
 * 6: svrkitErrorCode}` (reference: the SDK's own definitions).
 */
type Field = { readonly number: number; readonly value: number | Buffer };

/** Reads the pairs of an open-API request; values are JSON bytes, or raw bytes of a file. */
export function readOpenApiRequest(bytes: Buffer): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const data of buffers(read(bytes), 2))
    for (const pair of buffers(read(data), 1)) {
      const fields = read(pair);
      const key = buffers(fields, 1)[0]?.toString('utf8') ?? '';
      const value = buffers(fields, 2)[0] ?? Buffer.alloc(0);
      const isFile = buffers(fields, 4).length > 0;
      out[key] = isFile ? { bytes: value.length } : parse(value.toString('utf8'));
    }
  return out;
}

/** Writes the answer: data with its content type, or an error code. */
export function writeOpenApiResponse(data: Buffer, contentType: string): Buffer {
  return Buffer.concat([
    field(1, data),
    field(2, Buffer.from(contentType)),
    numberField(3, 0),
    numberField(4, 200),
  ]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const buffers = (fields: readonly Field[], number: number) =>
  fields.flatMap(({ number: own, value }) => (own === number && Buffer.isBuffer(value) ? [value] : []));

function read(bytes: Buffer): Field[] {
  const out: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the protobuf message is cut off');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    if (tag % 8 === 0) out.push({ number, value: varint() });
    else if (tag % 8 === 2) {
      const length = varint();
      if (at + length > bytes.length) throw new Error('the protobuf message is cut off');
      out.push({ number, value: bytes.subarray(at, at + length) });
      at += length;
    } else throw new Error(`protobuf wire type ${tag % 8} is not expected`);
  }
  return out;
}

function encodeVarint(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  do {
    out.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(out);
}

const field = (number: number, value: Buffer) =>
  Buffer.concat([encodeVarint(number * 8 + 2), encodeVarint(value.length), value]);
const numberField = (number: number, value: number) =>
  Buffer.concat([encodeVarint(number * 8), encodeVarint(value)]);
