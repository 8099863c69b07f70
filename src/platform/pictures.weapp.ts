import Taro from '@tarojs/taro';
import type { PhotoTicket } from '@/contract';
import { say } from './feedback';
import type { Picture } from './pictures';

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

export async function sendPicture(picture: Picture, to: PhotoTicket): Promise<string> {
  const sent = await Taro.cloud.uploadFile({ cloudPath: to.cloudPath, filePath: String(picture.content) });
  return sent.fileID ?? to.fileId;
}
