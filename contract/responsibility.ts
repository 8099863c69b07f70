/** The shape of a table of responsibility, in a file and on the wire. Unknown keys are refused. */
import * as z from 'zod/mini';
import { parseDay } from '@/domain/time/day';

const id = z.string().check(z.regex(/^[\w@:*-]{1,60}$/));
const path = z.string().check(z.regex(/^\d{6}\/(?:[a-z0-9-]+\/)*$/));
const day = z.string().check(z.refine(isDay, '日期要写成 2026-11-25 这样'));

const line = z
  .strictObject({
    id,
    service: id,
    place: path,
    post: id,
    clause: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
    from: z.optional(day),
    until: z.optional(day),
    otherwise: z.optional(z.readonly(z.array(id).check(z.maxLength(6)))),
    skill: z.optional(z.string().check(z.minLength(1), z.maxLength(20))),
  })
  .check(z.refine(({ from, until }) => !from || !until || from <= until, '结束的日子早于开始的日子'));

/** Lines of one area; each id once. */
export const Responsibilities = z.readonly(
  z
    .array(line)
    .check(z.maxLength(500))
    .check(
      z.refine((lines) => new Set(lines.map((one) => one.id)).size === lines.length, '规则编号用了两次'),
    ),
);

function isDay(name: string): boolean {
  try {
    return Number.isFinite(parseDay(name));
  } catch {
    return false;
  }
}
