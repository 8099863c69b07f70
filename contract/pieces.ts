/** Small schemas that many actions share. */
import * as z from 'zod/mini';
import { PHOTOS_MAX, VOICES_MAX } from './limits';

/** The client's name of one submit. */
export const key = z.string().check(z.regex(/^[0-9a-f-]{16,40}$/, '提交的编号不对，请返回重试'));
/** What a code on a wall carries. */
export const scene = z
  .string()
  .check(z.regex(/^p=[0-9a-hjkmnp-tv-z]{10}\.[0-9a-hjkmnp-tv-z]{8}$/, '没有认出这个码'));
export const fileId = z
  .string()
  .check(z.maxLength(200), z.regex(/^cloud:\/\/[\w.-]+\/[up]\/[\w./-]+\.jpg$/, '照片没有传好'));
export const photos = z.array(fileId).check(z.maxLength(PHOTOS_MAX, `最多 ${PHOTOS_MAX} 张照片`));
/** What photos are taken for: a request that is being written, or a case. */
export const purpose = z.string().check(z.regex(/^(?:filing|[a-z]{1,3}[0-9a-f]{24})$/, '没有这件事'));
/** What a phone put there, and what was checked. */
export const voiceId = z
  .string()
  .check(
    z.maxLength(200),
    z.regex(/^cloud:\/\/[\w.-]+\/[uv]\/[\w./-]+\.(?:voice|mp3|webm|mp4)$/, '语音没有传好'),
  );
export const voices = z.array(voiceId).check(z.maxLength(VOICES_MAX, `最多 ${VOICES_MAX} 段语音`));
/** A mobile or a fixed line; may be empty. */
export const phone = z
  .string()
  .check(z.regex(/^(?:|1\d{10}|0\d{2,3}-?\d{7,8})$/, '电话号码不对，请检查一下'));
/** Where a page of a list went on: the `next` of the page before. */
export const after = z.optional(z.string().check(z.regex(/^\d{1,15}\.\d{1,5}$/)));
