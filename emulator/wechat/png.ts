import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const SCALE = 6;

/** A scannable code of `text` as a PNG in black and white, standing in for WeChat's round mini-program code. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: 4 });
  const side = size * SCALE;
  const line = (row: readonly boolean[]) => {
    const bytes = Buffer.alloc(1 + side, 0xff);
    bytes[0] = 0;
    row.forEach((dark, x) => {
      if (dark) bytes.fill(0, 1 + x * SCALE, 1 + (x + 1) * SCALE);
    });
    return bytes;
  };
  const pixels = Buffer.concat(data.flatMap((row) => Array<Buffer>(SCALE).fill(line(row))));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return out;
}
