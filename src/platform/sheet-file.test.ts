/** The choosing of a file in a browser, with a stand-in for the page's input. */
import { workbook } from '@/test/support/workbook';
import { openSheet } from './sheet-file.h5';

/** A page on which somebody chooses `file`, or nothing. */
function choosing(file: { size: number; bytes: Uint8Array } | null): void {
  const heard = new Map<string, () => void>();
  const chosen = file && { size: file.size, arrayBuffer: async () => Uint8Array.from(file.bytes).buffer };
  const input = {
    files: chosen ? [chosen] : [],
    addEventListener: (name: string, listener: () => void) => heard.set(name, listener),
    click: () => heard.get(chosen ? 'change' : 'cancel')?.(),
  };
  Object.assign(globalThis, { document: { createElement: () => input } });
}
afterEach(() => Reflect.deleteProperty(globalThis, 'document'));

test.each<[string, Uint8Array, number | undefined, string | undefined]>([
  ['a workbook', workbook([['姓名']]), undefined, undefined],
  ['a file too large', new Uint8Array(9), 5_000_001, '文件太大了'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), undefined, '打不开'],
])('%s: that it was chosen is told before anything of it is read', async (_, bytes, size, fault) => {
  choosing({ bytes, size: size ?? bytes.length });
  const told: string[] = [];
  const read = await openSheet(() => told.push('chosen')).catch((error: Error) => told.push(error.message));
  expect(told[0]).toBe('chosen');
  if (fault) expect(told[1]).toContain(fault);
  else expect(read).toEqual([{ name: '名单', hidden: false, rows: [['姓名']] }]);
});

test('nobody chose one: nothing is told', async () => {
  choosing(null);
  const told = jest.fn();
  expect(await openSheet(told)).toBeNull();
  expect(told).not.toHaveBeenCalled();
});
