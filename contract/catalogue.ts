/** The shape of the menu and of an area's data, as they are loaded from files and stored. Unknown keys are refused. */
import * as z from 'zod/mini';
import { THEMES, type ThemeId } from '@/domain/activity/themes';
import type { Catalogue } from '@/domain/catalogue/catalogue';
import { type Area, type Place, POST_KINDS } from '@/domain/org/org';
import { isSkill } from '@/domain/volunteer/skills';
import { Responsibilities } from './responsibility';
import { OwnReplies } from './templates';

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));
const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const path = z.string().check(z.regex(/^\d{6}\/(?:[a-z0-9-]+\/)*$/));

const limit = z.strictObject({
  unit: z.enum(['minutes', 'hours', 'working-hours', 'working-days']),
  amount: z.int().check(z.positive(), z.maximum(365)),
});

const question = z.strictObject({
  id,
  ask: words(40),
  type: z.enum(['choice', 'text']),
  options: z.optional(z.array(words(20)).check(z.minLength(2), z.maxLength(12))),
  required: z.boolean(),
  stops: z.optional(z.array(words(20))),
  notice: z.optional(words(120)),
});

/** One service of the menu. */
export const ServiceShape = z.strictObject({
  id,
  name: words(12),
  kind: z.enum(['order', 'report', 'advice']),
  office: z.enum(['party', 'economy', 'social', 'urban', 'safety']),
  hint: words(30),
  icon: z.string(),
  keywords: z.array(words(12)).check(z.maxLength(20)),
  urgency: z.enum(['L1', 'L2', 'L3', 'L4', 'Q']),
  limit: z.optional(limit),
  questions: z.array(question).check(z.maxLength(6)),
  evidence: z.enum(['off', 'optional', 'required']),
  phone: z.enum(['optional', 'required']),
});

export const CatalogueFile = z.strictObject({
  offices: z.array(
    z.strictObject({ id: z.enum(['party', 'economy', 'social', 'urban', 'safety']), name: words(12) }),
  ),
  services: z.array(ServiceShape),
});

const time = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const hours = z.tuple([time, time]);
const unitCalendar = z.strictObject({
  changedAt: z.optional(z.number()),
  hours: z.optional(z.array(hours)),
  closures: z.optional(
    z.array(
      z.strictObject({
        day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
        hours: z.optional(hours),
        why: words(30),
      }),
    ),
  ),
});

export const AreaFile = z.strictObject({
  path,
  name: words(30),
  nodes: z.array(
    z.strictObject({
      path,
      kind: z.enum(['county', 'town', 'area', 'village', 'grid', 'micro']),
      name: words(30),
      households: z.optional(z.int()),
    }),
  ),
  units: z.array(
    z.strictObject({
      id: z.string(),
      name: words(30),
      path,
      lead: z.nullable(z.string()),
      calendar: z.optional(unitCalendar),
    }),
  ),
  posts: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(POST_KINDS),
      name: words(30),
      unit: z.string(),
      path,
      holders: z.array(
        z.strictObject({
          person: z.string(),
          days: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(7)))),
        }),
      ),
    }),
  ),
  persons: z.array(
    z.strictObject({
      id: z.string(),
      name: words(10),
      phone: z.string(),
      skills: z.array(z.string()),
      leave: z.array(z.strictObject({ from: z.number(), until: z.number() })),
    }),
  ),
  responsibility: Responsibilities,
  replies: z.optional(OwnReplies),
  teams: z.optional(
    z.array(
      z.strictObject({
        id: words(40),
        name: words(20),
        line: words(60),
        skills: z.array(z.string().check(z.refine(isSkill, '没有这项特长'))),
        services: z.optional(z.array(z.string())),
      }),
    ),
  ),
  campaigns: z.optional(
    z.array(
      z.strictObject({
        month: z.string().check(z.regex(/^(?:\d{4}-)?(?:0[1-9]|1[0-2])$/)),
        theme: z.enum(THEMES.map(({ id }) => id) as [ThemeId, ...ThemeId[]]),
        title: words(12),
        line: words(40),
      }),
    ),
  ),
});

/** Mistakes in a menu that its shape does not show, each as one sentence for the person who edited it. */
export function faultsOf(catalogue: Catalogue): string[] {
  const ids = catalogue.services.map((entry) => entry.id);
  const twice = ids.filter((entry, index) => ids.indexOf(entry) !== index);
  return [
    ...twice.map((entry) => `服务编号 ${entry} 用了两次`),
    ...catalogue.services.flatMap((entry) =>
      entry.questions.flatMap((ask) => {
        const options = ask.options ?? [];
        const strange = (ask.stops ?? []).filter((option) => !options.includes(option));
        return [
          ...(ask.type === 'choice' && options.length === 0 ? [`${entry.name}：“${ask.ask}”没有选项`] : []),
          ...strange.map((option) => `${entry.name}：“${ask.ask}”里没有选项“${option}”`),
          ...(ask.stops && !ask.notice ? [`${entry.name}：“${ask.ask}”停下时没有提示语`] : []),
        ];
      }),
    ),
  ];
}

/** Reads a menu file, or throws with every mistake in it. */
export function parseCatalogue(json: unknown): Catalogue {
  const catalogue: Catalogue = CatalogueFile.parse(json);
  const faults = faultsOf(catalogue);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return catalogue;
}

/** Reads an area file, or throws. */
export function parseArea(json: unknown): Area {
  return AreaFile.parse(json);
}

export type { Place };
