import Taro from '@tarojs/taro';
import type { PhotoTicket } from '@/contract';
import { SMALL_BYTES_MAX, SMALL_SIDE } from '@/contract/limits';
import { clientKey } from './client-key';
import { say } from './feedback';
import { fitted } from './picture-size';
import type { Arrived, Picture } from './pictures';

export async function choosePictures(most: number): Promise<Picture[]> {
  let files: { tempFilePath: string; size: number }[];
  try {
    const chosen = await Taro.chooseMedia({
      count: Math.min(most, 9),
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    });
    files = chosen.tempFiles;
  } catch (error) {
    const { errno, errMsg } = error as { errno?: number; errMsg?: string };
    // 104: the privacy guideline was not agreed to, 112: it does not name photos
    if (errno === 104 || errno === 112) say('没有打开相册和相机，不带照片也能提交');
    // who changed their mind needs no word
    else if (!/cancel/.test(errMsg ?? '')) say('照片没有打开，请再试一次；不带照片也能提交');
    return [];
  }
  const pictures: Picture[] = [];
  // one at a time: an old phone has no memory for nine
  for (const file of files) pictures.push(await compressed(file.tempFilePath, file.size));
  return pictures;
}

async function compressed(path: string, size: number): Promise<Picture> {
  const made = await smaller(path);
  return { src: made, thumb: made, bytes: made === path ? size : await bytesOf(made, size), content: made };
}

/** As large as it is sent; the photo itself where this phone can do nothing with it. */
async function smaller(src: string): Promise<string> {
  let to: Size | null = null;
  try {
    const { width, height, type } = await Taro.getImageInfo({ src });
    to = fitted(width, height);
    // the compressor takes JPEG alone: a PNG it refuses, or leaves one
    if (type && !/jpe?g/i.test(type)) return await redrawn(src, to);
  } catch {
    // a phone that knows nothing of pictures, or cannot draw: it may still compress them
  }
  try {
    const side = to ? { compressedWidth: to.width, compressedHeight: to.height } : { compressedWidth: 1600 };
    return (await Taro.compressImage({ src, quality: 80, ...side })).tempFilePath;
  } catch {
    return to ? await redrawn(src, to).catch(() => src) : src;
  }
}

type Size = ReturnType<typeof fitted>;

/** What of a canvas off the screen is used here; Taro's types know an older kind. */
interface Paper {
  createImage(): { onload: () => void; onerror: () => void; src: string };
  getContext(kind: '2d'): {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(image: object, x: number, y: number, width: number, height: number): void;
  };
}

/** Drawn anew on white paper, and so a JPEG. */
async function redrawn(src: string, { width, height }: Size): Promise<string> {
  const made = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Paper & Taro.Canvas;
  const paper: Paper = made;
  const image = paper.createImage();
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('no picture'));
    image.src = src;
  });
  const pen = paper.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  const size = { destWidth: width, destHeight: height };
  return (await Taro.canvasToTempFilePath({ canvas: made, fileType: 'jpg', quality: 0.8, ...size }))
    .tempFilePath;
}

function bytesOf(filePath: string, otherwise: number): Promise<number> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: (info) => resolve(info.size),
      fail: () => resolve(otherwise),
    });
  });
}

export async function sendPicture({ content, bytes }: Picture, to: PhotoTicket): Promise<Arrived> {
  const photo = String(content);
  const both = bytes > SMALL_BYTES_MAX ? await withSmall(photo) : null;
  try {
    const filePath = both?.path ?? photo;
    const sent = await Taro.cloud.uploadFile({ cloudPath: to.cloudPath, filePath });
    return { fileId: sent.fileID ?? to.fileId, small: both?.small ?? 0 };
  } finally {
    if (both) Taro.getFileSystemManager().unlink({ filePath: both.path, fail: () => undefined });
  }
}

/** A copy of the photo with what stands for it in a list behind it; null when this phone cannot make that. */
async function withSmall(photo: string): Promise<{ path: string; small: number } | null> {
  const files = Taro.getFileSystemManager();
  const path = `${Taro.env.USER_DATA_PATH}/${clientKey()}.jpg`;
  try {
    const { width, height } = await Taro.getImageInfo({ src: photo });
    const side = width > height ? { compressedWidth: SMALL_SIDE } : { compressedHeight: SMALL_SIDE };
    for (const quality of [70, 45, 20]) {
      const { tempFilePath } = await Taro.compressImage({ src: photo, quality, ...side });
      const small = files.readFileSync(tempFilePath) as ArrayBuffer;
      if (small.byteLength > SMALL_BYTES_MAX) continue;
      files.copyFileSync(photo, path);
      files.appendFileSync(path, small);
      return { path, small: small.byteLength };
    }
  } catch {
    files.unlink({ filePath: path, fail: () => undefined });
  }
  return null;
}
