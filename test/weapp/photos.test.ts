/** Photos in the built mini-program: the small picture lies behind the photo, and a phone that cannot make one sends it alone. */
import menu from '@/domain/catalogue/default.json';
import { answer } from './answers';
import { built } from './built';
import { createHost, type Host } from './host';

const FILE = 'pages/resident/file/index';
const QUERY = {
  service: menu.services.find(({ kind }) => kind === 'report')!.id,
  scene: 'p%3D0123456789.abcdefgh',
};
const PHOTO = 400_000;

let host: Host;
afterEach(() => host?.close());

interface Options {
  readonly success?: (result: object) => void;
  readonly fail?: (error: object) => void;
  readonly [name: string]: unknown;
}

/** An interface of WeChat that answers by its callbacks and by a promise. */
const does =
  (work: (options: Options) => object) =>
  async (options: Options = {}): Promise<object | undefined> => {
    const { success, fail } = options;
    try {
      const result = work(options);
      success?.(result);
      return result;
    } catch (error) {
      if (!fail) throw error;
      fail({ errMsg: String(error) });
      return undefined;
    }
  };

/** A phone with a few files, by their length; `weigh` says what a compressed picture weighs. */
function phone(weigh: (side: number, quality: number) => number) {
  const files = new Map<string, number>([['tmp/chosen.jpg', PHOTO]]);
  const removed = new Set<string>();
  let made = 0;
  const size = (path: unknown): number => {
    const bytes = files.get(String(path));
    if (bytes === undefined) throw new Error(`no such file ${path}`);
    return bytes;
  };
  const manager = {
    getFileInfo: does(({ filePath }) => ({ size: size(filePath) })),
    readFileSync: (path: string) => new ArrayBuffer(size(path)),
    copyFileSync: (from: string, to: string) => files.set(to, size(from)),
    copyFile: does(({ srcPath, destPath }) => files.set(String(destPath), size(srcPath))),
    appendFileSync: (path: string, data: ArrayBuffer) => files.set(path, size(path) + data.byteLength),
    unlink: does(({ filePath }) => removed.add(String(filePath))),
    accessSync: (path: string) => size(path),
  };
  const wx = {
    env: { USER_DATA_PATH: 'usr' },
    chooseMedia: does(() => ({ tempFiles: [{ tempFilePath: 'tmp/chosen.jpg', size: PHOTO }] })),
    getImageInfo: does(({ src }) => ({ width: 1600, height: 1200, size: size(src) })),
    compressImage: does(({ src, compressedWidth, compressedHeight, quality }) => {
      size(src);
      const tempFilePath = `tmp/made-${++made}.jpg`;
      files.set(tempFilePath, weigh(Number(compressedWidth ?? compressedHeight), Number(quality)));
      return { tempFilePath };
    }),
    getFileSystemManager: () => manager,
  };
  return { files, removed, wx };
}

/** Takes one photo in the form; gives what was uploaded, as long as it was then, and what the cloud was told of it. */
async function taken({ files, wx }: ReturnType<typeof phone>) {
  let uploaded = { path: '', bytes: 0 };
  const told: { small?: number }[] = [];
  host = createHost(built('weapp'), {
    cloud: (action, input) => {
      if (action === 'photo.check') {
        const sent = host.calls.filter(({ name }) => name === 'cloud.uploadFile');
        const { filePath: path } = (sent.at(-1) as (typeof sent)[number]).args as { filePath: string };
        uploaded = { path, bytes: files.get(path) ?? 0 };
        told.push(input as { small?: number });
      }
      return answer(action);
    },
    wx,
  });
  const page = await host.open(FILE, QUERY);
  await host.until(() => host.text(page).includes('拍张照'), 'the form');
  host.tap(page, '拍张照，添加照片，最多 9 张');
  await host.until(() => told.length > 0, 'the look at it');
  await host.until(() => host.text(page).includes('1/9'), 'the photo');
  await host.until(() => !host.text(page).includes('正在上传'), 'its arrival');
  return { uploaded, told: told[0] };
}

test('one upload: the photo, the small one behind it, and how long that is', async () => {
  const here = phone((side, quality) => (side === 320 ? quality * 500 : 300_000));
  const { uploaded, told } = await taken(here);
  // 70 is too much for 25 kB, 45 is not
  expect(told?.small).toBe(22_500);
  expect(uploaded).toEqual({ path: expect.stringMatching(/^usr\//), bytes: 300_000 + 22_500 });
  // nothing stays behind that no photo waits for
  const copies = [...here.files.keys()].filter((path) => path.startsWith('usr/'));
  expect(copies).toHaveLength(2);
  await host.until(() => copies.every((path) => here.removed.has(path)), 'the copies to go');
  expect(host.logs).toEqual([]);
});

test.each([
  ['cannot make it small enough', phone(() => 300_000)],
  [
    'knows nothing of a picture',
    (() => {
      const here = phone(() => 300_000);
      here.wx.getImageInfo = () => {
        throw new Error('no such interface');
      };
      return here;
    })(),
  ],
])('a phone that %s sends the photo alone', async (_, here) => {
  const { uploaded, told } = await taken(here);
  expect(told).not.toHaveProperty('small');
  expect(uploaded.bytes).toBe(300_000);
  expect(host.logs).toEqual([]);
});

describe('what the compressor does not take', () => {
  /** A phone whose compressor refuses what is no JPEG, with a canvas off the screen. */
  function drawing(type: string, draws = true) {
    const here = phone(() => 300_000);
    const made: object[] = [];
    const image = { onload: () => undefined, onerror: () => undefined, src: '' };
    const loading = {
      set: (_: object, name: string, value: string) => {
        Reflect.set(image, name, value);
        if (name === 'src') setTimeout(() => (draws ? image.onload() : image.onerror()));
        return true;
      },
    };
    const pen = { fillStyle: '', fillRect: () => undefined, drawImage: () => undefined };
    Object.assign(here.wx, {
      getImageInfo: does(() => ({ width: 1080, height: 12_000, type })),
      compressImage: does(({ src }) => {
        if (src === 'tmp/chosen.jpg') throw new Error('compressImage:fail');
        return { tempFilePath: src };
      }),
      createOffscreenCanvas: (size: object) => {
        made.push(size);
        return { createImage: () => new Proxy(image, loading), getContext: () => pen };
      },
      canvasToTempFilePath: does(({ destHeight, fileType }) => {
        here.files.set(`tmp/drawn.${fileType}`, Number(destHeight) * 20);
        return { tempFilePath: `tmp/drawn.${fileType}` };
      }),
    });
    return { ...here, made };
  }

  test.each(['png', 'webp', 'jpeg'])('%s: drawn anew as a photo, as wide as can be read', async (type) => {
    const here = drawing(type);
    const { uploaded } = await taken(here);
    expect(here.made).toEqual([{ type: '2d', width: 800, height: 8889 }]);
    expect(uploaded.bytes).toBe(8889 * 20);
  });

  test('a phone that cannot draw either sends what was chosen', async () => {
    expect((await taken(drawing('png', false))).uploaded.bytes).toBe(PHOTO);
  });
});

test.each([
  ['chooseMedia:fail cancel', undefined, null],
  ['chooseMedia:fail system error', undefined, '照片没有打开，请再试一次；不带照片也能提交'],
  ['chooseMedia:fail auth deny', undefined, '照片没有打开，请再试一次；不带照片也能提交'],
  ['chooseMedia:fail privacy permission is not authorized', 104, '没有打开相册和相机，不带照片也能提交'],
])('%s: said, unless they changed their mind', async (errMsg, errno, words) => {
  const { wx } = phone(() => 1);
  const fails = async ({ fail }: Options) => {
    if (!fail) throw Object.assign(new Error(errMsg), { errMsg, errno });
    fail({ errMsg, errno });
  };
  host = createHost(built('weapp'), { cloud: (action) => answer(action), wx: { ...wx, chooseMedia: fails } });
  const page = await host.open(FILE, QUERY);
  await host.until(() => host.text(page).includes('拍张照'), 'the form');
  host.tap(page, '拍张照，添加照片，最多 9 张');
  const said = () =>
    host.calls
      .filter(({ name }) => name === 'showToast')
      .map(({ args }) => (args as { title: string }).title);
  if (words) await host.until(() => said().length > 0, 'a sentence');
  else await new Promise((resolve) => setTimeout(resolve, 200));
  expect(said()).toEqual(words ? [words] : []);
});
