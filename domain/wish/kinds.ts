/**
 * What may be wished, as data, and how long things may take. Source of the hold time and the cap: the practice of the
 * wish pools (认领 7 天未落实自动释放, 每人同时认领有上限). All spans in ms.
 */
import { DAY, HOUR } from '../time/day';

export interface WishKind {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** What belongs here, in the words of people. */
  readonly hint: string;
  /** How long a claim holds before the wish is offered to the next. */
  readonly hold: number;
  /** Ids of skills that fit; empty when anybody can do it. Ids as `domain/volunteer` lists them. */
  readonly skills: readonly string[];
  /** Ids of services of the menu that volunteers may do as such a wish. */
  readonly services?: readonly string[];
}

const HOLD = 7 * DAY;

export const KINDS: readonly WishKind[] = [
  {
    id: 'goods',
    name: '生活用品',
    icon: 'heart',
    hint: '小家电、棉被、轮椅、衣物',
    hold: HOLD,
    skills: [],
  },
  {
    id: 'repair',
    name: '小修小补',
    icon: 'wrench',
    hint: '换灯泡、修水龙头、装扶手',
    hold: HOLD,
    skills: ['electric', 'plumber', 'appliance', 'carpenter'],
    services: ['plumbing', 'appliance'],
  },
  {
    id: 'company',
    name: '陪伴聊天',
    icon: 'chat',
    hint: '陪老人说说话、读读报、散散步',
    hold: HOLD,
    skills: ['carer', 'counsel'],
    services: ['elder-visit'],
  },
  {
    id: 'errand',
    name: '代买代办',
    icon: 'slip',
    hint: '买菜、取药、陪着去医院',
    hold: 3 * DAY,
    skills: ['driver'],
    services: ['errand', 'clinic-ride'],
  },
  {
    id: 'study',
    name: '学习辅导',
    icon: 'book',
    hint: '功课、书本文具、兴趣课',
    hold: 14 * DAY,
    skills: ['teacher'],
    services: ['after-school'],
  },
  {
    id: 'health',
    name: '健康关怀',
    icon: 'medical',
    hint: '量血压、看化验单、康复指导',
    hold: HOLD,
    skills: ['doctor', 'carer'],
    services: ['blood-pressure', 'bath-meal'],
  },
  {
    id: 'legal',
    name: '法律咨询',
    icon: 'scale',
    hint: '看合同、问继承、写材料',
    hold: HOLD,
    skills: ['lawyer'],
    services: ['legal-advice', 'contract-check'],
  },
  {
    id: 'phone',
    name: '教用手机',
    icon: 'phone',
    hint: '视频通话、挂号、缴费、防骗',
    hold: HOLD,
    skills: ['phone', 'teacher'],
  },
  {
    id: 'hair',
    name: '上门理发',
    icon: 'person',
    hint: '行动不便的人理发、剪指甲',
    hold: HOLD,
    skills: ['barber', 'carer'],
  },
  { id: 'other', name: '别的心愿', icon: 'star', hint: '说说您的心愿', hold: HOLD, skills: [] },
];

/** The kind of this id, or null. */
export const kindOf = (id: string): WishKind | null => KINDS.find((kind) => kind.id === id) ?? null;

/** The kind as which volunteers do a service of the menu, or null. */
export const kindOfService = (service: string): WishKind | null =>
  KINDS.find(({ services }) => services?.includes(service)) ?? null;

/** Kinds that fit somebody with these skills: those that name one of them, and those anybody can do. */
export function kindsFor(skills: readonly string[]): WishKind[] {
  return KINDS.filter(
    (kind) => kind.skills.length === 0 || kind.skills.some((skill) => skills.includes(skill)),
  );
}

/** Wishes one person may have claimed at once and not yet delivered. */
export const CLAIMS_MAX = 3;
/** Volunteers who may wait in line for one wish. */
export const QUEUE_MAX = 10;
/** An offer to the next in line stands so long, then it goes on. */
export const OFFER_STANDS = DAY;
/** The desk is reminded of what waits for review, again and again. */
export const REVIEW_AGAIN = DAY;
/** The desk is reminded of a wish that nobody claims, again and again. */
export const UNCLAIMED_AGAIN = 14 * DAY;
/** The claimer is reminded so long before the hold ends. */
export const ENDING_BEFORE = DAY;
/** Who wished, and the desk, are reminded so long after the delivery. */
export const CONFIRM_AFTER = 3 * DAY;
/** Without a word for so long the wish ends as 未确认, which never counts as confirmed. */
export const CONFIRM_LAPSES = 10 * DAY;
/** The shortest hold that a kind may set: the reminder must fit in. */
export const HOLD_MIN = ENDING_BEFORE + HOUR;
