import { parseCsv } from '@/domain/sheet/csv';
import { BadSheet, readXlsx } from '@/domain/sheet/xlsx';

export const CAN_OPEN_SHEET = true;

/** A list of 20,000 persons is far below this. Bytes. */
const FILE_MAX = 5_000_000;

export async function openSheet(): Promise<string[][] | null> {
  const file = await chosen('.csv,.txt,.xlsx');
  if (!file) return null;
  if (file.size > FILE_MAX) throw new Error('文件太大了，请分成几份再导入');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A workbook is a ZIP, and each ZIP begins so; an old .xls does not.
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    return zipped ? await readXlsx(bytes, inflate) : parseCsv(textOf(bytes));
  } catch (error) {
    if (error instanceof BadSheet) throw new Error('这个文件打不开，请另存为 .xlsx 或 .csv 再试');
    throw error;
  }
}

function chosen(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined') throw new BadSheet('no inflate');
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** UTF-8, or GBK as Chinese spreadsheets write CSV. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new BadSheet('xls');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}
