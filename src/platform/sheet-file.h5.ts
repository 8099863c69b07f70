import type { Table } from './spreadsheet/table';

export const CAN_OPEN_SHEET = true;

/** A list of 20,000 persons is far below this. Bytes. */
const FILE_MAX = 5_000_000;

export async function openSheet(onFile: () => void): Promise<readonly Table[] | null> {
  const file = await chosen('.csv,.txt,.xlsx');
  if (!file) return null;
  onFile();
  if (file.size > FILE_MAX) throw new Error('文件太大了，请分成几份再导入');
  const read = await import('./spreadsheet/read').catch(() => {
    throw new Error('网络不太好，请稍后再选一次');
  });
  try {
    return await read.readTables(new Uint8Array(await file.arrayBuffer()));
  } catch {
    throw new Error('这个文件打不开，请另存为 .xlsx 或 .csv 再试；有密码的先取消密码');
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
