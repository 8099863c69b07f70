import Taro from '@tarojs/taro';
import type { PhotoTicket } from '@/contract';
import { SMALL_BYTES_MAX, SMALL_SIDE } from '@/contract/limits';
import { clientKey } from './client-key';
import { say } from './feedback';
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
    // 104: the privacy guideline was not agreed to, 112: it does not name photos; else they changed their mind
    const { errno } = error as { errno?: number };
    if (errno === 104 || errno === 112) say('没有打开相册和相机，不带照片也能提交');
    return [];
  }
  const pictures: Picture[] = [];
  // one at a time: an old phone has no memory for nine
  for (const file of files) pictures.push(await compressed(file.tempFilePath, file.size));
  return pictures;
}

async function compressed(path: string, size: number): Promise<Picture> {
  try {
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: 80, compressedWidth: 1600 });
    return {
      src: tempFilePath,
      thumb: tempFilePath,
      bytes: await bytesOf(tempFilePath, size),
      content: tempFilePath,
    };
  } catch {
    return { src: path, thumb: path, bytes: size, content: path };
  }
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
