/**
 * What volunteers can do and when they have time, as data: a new skill is one line here. Fields group them the way the
 * work areas speak of needs (困难救助、法律咨询、卫生健康 …).
 */
import { HOUR, timeName, weekday } from '../time/day';

export const FIELDS = [
  { id: 'relief', name: '困难救助' },
  { id: 'law', name: '法律咨询' },
  { id: 'health', name: '卫生健康' },
  { id: 'repair', name: '水电维修' },
  { id: 'study', name: '助学育人' },
  { id: 'culture', name: '文体活动' },
  { id: 'farm', name: '农技帮扶' },
  { id: 'order', name: '邻里和睦' },
] as const;
export type FieldId = (typeof FIELDS)[number]['id'];

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly field: FieldId;
}

export const SKILLS: readonly Skill[] = [
  { id: 'doctor', name: '医生护士', field: 'health' },
  { id: 'carer', name: '护理陪护', field: 'health' },
  { id: 'counsel', name: '心理疏导', field: 'health' },
  { id: 'lawyer', name: '律师', field: 'law' },
  { id: 'mediator', name: '调解', field: 'order' },
  { id: 'teacher', name: '教师', field: 'study' },
  { id: 'phone', name: '教手机电脑', field: 'study' },
  { id: 'electric', name: '电工', field: 'repair' },
  { id: 'plumber', name: '水暖工', field: 'repair' },
  { id: 'appliance', name: '修家电', field: 'repair' },
  { id: 'carpenter', name: '木工瓦工', field: 'repair' },
  { id: 'barber', name: '理发', field: 'relief' },
  { id: 'cook', name: '做饭送餐', field: 'relief' },
  { id: 'driver', name: '开车接送', field: 'relief' },
  { id: 'porter', name: '搬运清扫', field: 'relief' },
  { id: 'business', name: '企业资源', field: 'relief' },
  { id: 'arts', name: '文艺', field: 'culture' },
  { id: 'sports', name: '体育健身', field: 'culture' },
  { id: 'photo', name: '摄影写作', field: 'culture' },
  { id: 'farm', name: '农技', field: 'farm' },
];

const BY_ID = new Map(SKILLS.map((skill) => [skill.id, skill]));

export const isSkill = (id: string): boolean => BY_ID.has(id);

/** 电工; '' for an id that is no longer listed. */
export const skillName = (id: string): string => BY_ID.get(id)?.name ?? '';

/** When somebody usually has time. Half days of China, by the wall clock; a public holiday counts as its weekday. */
export const SLOTS = [
  { id: 'workday', name: '工作日白天' },
  { id: 'workday-evening', name: '工作日晚上' },
  { id: 'weekend', name: '周末白天' },
  { id: 'weekend-evening', name: '周末晚上' },
] as const;
export type SlotId = (typeof SLOTS)[number]['id'];

/** Evening begins at half past five. */
const EVENING = '17:30';

/** The half day that a moment (ms) lies in. */
export function slotAt(at: number): SlotId {
  const day = [0, 6].includes(weekday(at)) ? 'weekend' : 'workday';
  return timeName(at) >= EVENING || timeName(at) < '06:00' ? (`${day}-evening` as SlotId) : day;
}

/** The half days that a span touches, its end not included; at most a week is looked at. */
export function slotsOf(from: number, until: number): SlotId[] {
  const slots = new Set<SlotId>();
  const end = Math.min(until, from + 7 * 24 * HOUR);
  for (let at = from; at < Math.max(end, from + 1); at += HOUR / 2) slots.add(slotAt(at));
  return [...slots];
}
