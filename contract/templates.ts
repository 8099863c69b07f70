/** Reply templates on the desk: those in force here, and the township's own, changed as a whole. */
import * as z from 'zod/mini';
import { OWN_REPLIES_MAX, REPLY_MAX, REPLY_USES, type Reply } from '@/domain/reply/reply';
import { text } from './text';

const subject = z.string().check(z.regex(/^(?:office:)?[a-z][a-z0-9-]{1,39}$/));

const reply = z.strictObject({
  id: z.string().check(z.regex(/^own-[0-9a-z]{1,16}$/)),
  use: z.enum(REPLY_USES),
  text: text(REPLY_MAX),
  services: z.optional(z.array(subject).check(z.minLength(1), z.maxLength(10))),
});

/** A township's own; each id once. */
export const OwnReplies = z.array(reply).check(
  z.maxLength(OWN_REPLIES_MAX, `最多存 ${OWN_REPLIES_MAX} 条`),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, '编号用了两次'),
);

export const repliesSaveInput = z.strictObject({
  replies: OwnReplies,
  rev: z.int().check(z.minimum(0), z.maximum(1e9)),
});

export interface RepliesView {
  readonly rev: number;
  readonly mayChange: boolean;
  /** The township's own first. */
  readonly own: readonly Reply[];
  readonly common: readonly Reply[];
  /** The next working day, for `{日期}`: 11月23日 周一. */
  readonly day: string;
}
