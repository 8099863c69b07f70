/** Volunteers and those who belong to two organisations (双报到), on the wire. */
import * as z from 'zod/mini';
import type { Volunteering } from '@/domain/flow/actor';
import { SLOTS } from '@/domain/volunteer/skills';
import type { Me, Page } from './index';
import { NAME_MAX } from './limits';
import { after, key, phone, scene } from './pieces';
import { line } from './text';

/** Rows of a list that travel in one call; a longer list is sent in parts. */
export const IMPORT_ROWS_MAX = 200;

const path = z.string().check(z.maxLength(80), z.regex(/^\d{6}\/(?:[a-z0-9-]+\/){1,6}$/, '没有这个地方'));
const cell = line(60, '这一格太长了');
const personId = z.string().check(z.regex(/^u_[0-9a-f]{24}$/, '没有这个人'));

export const volunteerInputs = {
  'volunteer.register': z.strictObject({
    name: line(NAME_MAX),
    phone,
    skills: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(20)),
    places: z.array(path).check(z.maxLength(10)),
    times: z
      .array(z.enum(SLOTS.map(({ id }) => id) as [string, ...string[]]))
      .check(z.maxLength(SLOTS.length)),
    teams: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10)),
    minor: z.boolean(),
    /** Under 16; helps only together with an adult. */
    under16: z.optional(z.boolean()),
    /** No news of new wishes. */
    quiet: z.optional(z.boolean()),
    guardian: z.nullable(z.strictObject({ name: line(NAME_MAX), phone })),
    consent: z.literal(true, '请先看过并同意志愿者须知'),
  }),
  /** No volunteer any more; the places in activities are given back, the service record stays. */
  'volunteer.leave': z.strictObject({}),
  /** What one may choose from: villages and teams of the area around a place, or of one's own. */
  'volunteer.choices': z.strictObject({ scene: z.optional(scene) }),
  /** The desk has seen this volunteer's identity card and phone. */
  'volunteer.vouch': z.strictObject({ id: personId, name: line(NAME_MAX), phone }),
  /** The volunteers of the desk's area. */
  'volunteer.list': z.strictObject({ skill: z.optional(z.string().check(z.maxLength(20))), after }),
  /** The number of one of them, to call now: counted, and written down. */
  'volunteer.phone': z.strictObject({ id: z.string().check(z.regex(/^u_[0-9a-f]{24}$/, '没有这个人')) }),

  /** A list of those who report to where they live and where they work; `dry` only tries it. For the desk. */
  'enrolment.import': z.strictObject({
    dry: z.boolean(),
    rows: z
      .array(z.strictObject({ line: z.int(), name: cell, phone: cell, work: cell, home: cell, skills: cell }))
      .check(z.minLength(1), z.maxLength(IMPORT_ROWS_MAX)),
  }),
  'enrolment.list': z.strictObject({ box: z.enum(['waiting', 'reported', 'contested']), after }),
  /** Whose a contested entry is; nobody's of those who claim it without `person`. For the desk, which has seen them. */
  'enrolment.decide': z.strictObject({
    id: z.string().check(z.regex(/^e[0-9a-f]{24}$/, '名单上没有这一条')),
    person: z.optional(personId),
  }),
  /** 报到: the person says who they are; the list says where they belong. */
  'enrolment.report': z.strictObject({ key, scene, name: line(NAME_MAX), phone }),
} as const;

export interface VolunteerRow {
  readonly id: string;
  readonly name: string;
  /** 170****0001; '' when none was left. */
  readonly phone: string;
  /** WeChat gave the number, or the desk has seen it. */
  readonly proven: boolean;
  readonly no: string;
  readonly since: string;
  readonly skills: string;
  readonly places: string;
  readonly teams: string;
  readonly times: string;
  readonly minor: boolean;
}

export interface ChoicesView {
  readonly area: string;
  readonly areaName: string;
  readonly villages: readonly { readonly path: string; readonly name: string }[];
  /** `services`: ids of the menu that the team does. */
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly line: string;
    readonly services: readonly string[];
  }[];
  /** What was chosen before, to be changed. */
  readonly mine: Volunteering | null;
}

/** What becomes of one row of an imported list. */
export interface ImportedRow {
  readonly line: number;
  readonly outcome: 'new' | 'changed' | 'same' | 'wrong';
  /** What is wrong with it, and how to mend it; '' otherwise. */
  readonly words: string;
}

export interface ImportView {
  readonly dry: boolean;
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: number;
  readonly rows: readonly ImportedRow[];
}

export interface EnrolmentRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly work: string;
  readonly home: string;
  readonly reported: string;
  /** Who says that it is theirs, while that is open; who has it first. Their own names, masked. */
  readonly claims: readonly {
    readonly person: string;
    readonly name: string;
    readonly when: string;
    readonly proven: boolean;
    readonly holds: boolean;
  }[];
}

export interface EnrolmentList extends Page<EnrolmentRow> {
  readonly listed: number;
  readonly reported: number;
  /** Entries that wait for the desk's decision. */
  readonly contested: number;
}

export interface VolunteerOutputs {
  'volunteer.register': Me;
  'volunteer.leave': Me;
  'volunteer.choices': ChoicesView;
  'volunteer.vouch': VolunteerRow;
  'volunteer.list': Page<VolunteerRow>;
  'volunteer.phone': { readonly phone: string };
  'enrolment.import': ImportView;
  'enrolment.list': EnrolmentList;
  'enrolment.decide': EnrolmentRow;
  'enrolment.report': {
    readonly name: string;
    readonly work: string;
    readonly home: string;
    readonly when: string;
  };
}
