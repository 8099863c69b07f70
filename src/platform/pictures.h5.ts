import type { PhotoTicket } from '@/contract';
import { PHOTO_BYTES_MAX, SMALL_BYTES_MAX, SMALL_SIDE } from '@/contract/limits';
import { say } from './feedback';
import { fitted } from './picture-size';
import type { Arrived, Picture } from './pictures';

const THUMB = 160;

export async function choosePictures(most: number): Promise<Picture[]> {
  const files = await chosenFiles(most > 1);
  const pictures: Picture[] = [];
  for (const file of files.slice(0, most)) {
    try {
      pictures.push(await reencoded(file));
    } catch {
      say('有一张照片打不开，请换一张');
    }
  }
  return pictures;
}

function chosenFiles(several: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = several;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Drawing a photo anew is what leaves its GPS and camera data behind. */
async function reencoded(file: File): Promise<Picture> {
  const image = await opened(file);
  const canvas = drawn(image, fitted(image.naturalWidth, image.naturalHeight));
  let blob = await written(canvas, 0.82);
  if (blob && blob.size > PHOTO_BYTES_MAX) blob = await written(canvas, 0.5);
  if (!blob) throw new Error('this browser cannot write a JPEG');
  const thumb = drawn(image, within(image, THUMB)).toDataURL('image/jpeg', 0.7);
  return { src: URL.createObjectURL(blob), thumb, bytes: blob.size, content: blob };
}

/** What stands for it in a list; nothing where the photo is as small, or cannot be made smaller. */
async function smallOf(photo: Blob): Promise<Blob | null> {
  if (photo.size <= SMALL_BYTES_MAX) return null;
  try {
    const image = await opened(photo);
    const canvas = drawn(image, within(image, SMALL_SIDE));
    for (const quality of [0.7, 0.5, 0.3]) {
      const small = await written(canvas, quality);
      if (small && small.size <= SMALL_BYTES_MAX) return small;
    }
  } catch {
    // the photo goes without
  }
  return null;
}

const written = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

function opened(file: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    const address = URL.createObjectURL(file);
    image.onload = () => {
      URL.revokeObjectURL(address);
      resolve(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(address);
      reject(new Error('not a picture'));
    };
    image.src = address;
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function within({ naturalWidth: width, naturalHeight: height }: HTMLImageElement, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function drawn(image: HTMLImageElement, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw');
  // what is transparent in a PNG is paper, not black
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  return canvas;
}

export async function sendPicture(picture: Picture, to: PhotoTicket): Promise<Arrived> {
  const photo = picture.content as Blob;
  const small = await smallOf(photo);
  const form = new FormData();
  for (const [name, value] of Object.entries(to.fields)) form.append(name, value);
  // object storage wants the file last
  form.append('file', small ? new Blob([photo, small]) : photo, 'photo.jpg');
  const answer = await fetch(to.url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`upload ended with ${answer.status}`);
  return { fileId: to.fileId, small: small?.size ?? 0 };
}
