import Taro from '@tarojs/taro';
import type { PhotoTicket } from '@/contract';
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
  } catch {
    return []; // changed their mind
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
