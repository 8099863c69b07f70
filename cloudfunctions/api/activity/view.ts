/** Activities and parts as a person may see them. */

import type { PhotoView, Tone } from '@/contract';
import type { ActivityRow, ActivityView, PartRow, PersonRow } from '@/contract/activity';
import { type Activity, isIn, seatOf } from '@/domain/activity/activity';
import { activityFlow, coordinates } from '@/domain/activity/flow';
import { THEMES, themeName } from '@/domain/activity/themes';
import { ACTIVITY_STATE_WORDS } from '@/domain/activity/words';
import type { Actor } from '@/domain/flow/actor';
import { isOwn } from '@/domain/flow/same-person';
import { maskName, maskPhone } from '@/domain/person/mask';
import { participationFlow } from '@/domain/record/flow';
import { CHECK_AFTER, CHECK_BEFORE, sayHours } from '@/domain/record/hours';
import { counts, isCertain, isTraining, NOTICE, type Participation } from '@/domain/record/participation';
import { PARTICIPATION_STATE_WORDS } from '@/domain/record/words';
import { dayNumber, timeName, weekday } from '@/domain/time/day';
import { sayDate, sayWhen } from '@/domain/time/words';
import { match } from '@/domain/volunteer/match';
import { skillName } from '@/domain/volunteer/skills';
import { linksTo } from '../../runtime/files';
import { sceneOf } from '../../runtime/scene';

export interface Reader {
  readonly actor: Actor;
  readonly now: number;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** 11月22日 周日 09:00–11:00 */
export function sayTime({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>, now: number): string {
  const until = dayNumber(endsAt - 1) === dayNumber(startsAt) ? timeName(endsAt) : sayWhen(endsAt, now);
  return `${sayDate(startsAt, now)} ${WEEKDAYS[weekday(startsAt)]} ${timeName(startsAt)}–${until}`;
}

export function rowOf(activity: Activity, { actor, now }: Reader): ActivityRow {
  const seat = seatOf(activity, actor.id);
  const theme = THEMES.find(({ id }) => id === activity.theme);
  const { skills, orgPath: path, startsAt: from, endsAt: until } = activity;
  const fit = actor.volunteer ? match(actor.volunteer, { skills, path, from, until }) : null;
  return {
    id: activity._id,
    no: activity.no,
    title: activity.title,
    theme: activity.theme,
    themeWords: themeName(activity.theme),
    icon: theme?.icon ?? 'people',
    when: sayTime(activity, now),
    place: activity.place.name,
    state: activity.state,
    stateWords: ACTIVITY_STATE_WORDS[activity.state],
    room: roomWords(activity),
    chip: chipOf(activity, seat?.state ?? null),
    mine: isIn(seat) ? (seat?.state as 'seated' | 'waiting') : null,
    fit: fit?.fits && fit.skill ? (fit.why[0] ?? '') : '',
    startsAt: activity.startsAt,
    allowed: activityFlow.allowed(activity, actor, now),
  };
}

function roomWords({ state, free, waitFree, queue }: Activity): string {
  if (state !== 'published' && state !== 'running') return '';
  if (free > 0) return `还有 ${free} 个名额`;
  if (state === 'running' || waitFree === 0) return '名额满了';
  return queue.length > 0 ? `满了，${queue.length} 人候补` : '满了，可以候补';
}

function chipOf({ state, free }: Activity, seat: string | null): { words: string; tone: Tone } {
  if (state === 'running')
    return { words: seat === 'seated' ? '请签到' : ACTIVITY_STATE_WORDS.running, tone: 'today' };
  if (state === 'published' && seat === 'seated') return { words: '已报名', tone: 'ok' };
  if (state === 'published' && seat === 'waiting') return { words: '候补中', tone: 'today' };
  if (state === 'published')
    return { words: free > 0 ? ACTIVITY_STATE_WORDS.published : '满了', tone: free > 0 ? 'ok' : 'plain' };
  return { words: ACTIVITY_STATE_WORDS[state], tone: 'plain' };
}

/** One activity in full. `parts` are those of everybody once it has ended, for the notice of hours. */
export async function viewOf(
  activity: Activity,
  { actor, now }: Reader,
  { part, parts = [] }: { part: Participation | null; parts?: readonly Participation[] },
): Promise<ActivityView> {
  const stories = activity.history.filter(({ move }) => move === 'chronicle');
  const link = await linksTo([...stories.flatMap(({ photos = [] }) => photos), ...(part?.photos ?? [])]);
  const roles = activityFlow.rolesOf(activity, actor);
  const makes = roles.includes('organiser') || roles.includes('desk');
  const { title, theme, text, object, skills, team, adultsOnly, startsAt, endsAt, capacity } = activity;
  const row = rowOf(activity, { actor, now });
  const present = part && ['here', 'done', 'unsure'].includes(part.state);
  return {
    ...row,
    // Who is there, or was, signs in no more and gives no place back.
    ...(present && {
      allowed: row.allowed.filter((move) => move !== 'leave'),
      chip: { words: PARTICIPATION_STATE_WORDS[part.state], tone: part.state === 'done' ? 'ok' : 'today' },
    }),
    text,
    object,
    skills: skills.map(skillName).filter(Boolean),
    adultsOnly,
    organiser: { name: activity.organiser.name, phone: activity.organiser.phone },
    seated: capacity - activity.free,
    waiting: activity.queue.length,
    capacity,
    before: Math.max(0, activity.queue.indexOf(actor.id)),
    coordinator: coordinates(activity, actor),
    story: stories
      .map((entry) => ({
        when: sayWhen(entry.at, now),
        text: entry.text ?? '',
        photos: (entry.photos ?? []).map(link),
      }))
      .reverse(),
    cancelled:
      activity.state === 'cancelled'
        ? (activity.history.findLast(({ move }) => move === 'cancel')?.text ?? '')
        : '',
    part: part && partOf(part, { actor, now }, link),
    plan: makes
      ? {
          ...{ title, theme, text, object, team, adultsOnly, startsAt, endsAt, capacity },
          skills: [...skills],
          scene: sceneOf(activity.place.id),
        }
      : null,
    notice: parts
      .filter((each) => counts(each) && (each.settledAt ?? 0) + NOTICE > now)
      .map((each) => ({ name: maskName(each.name), hours: sayHours(each.minutes ?? 0) })),
  };
}

/** A part as the person themselves reads it, or whoever answers for the activity. */
export function partOf(
  part: Participation,
  { actor, now }: Reader,
  link: (id: string) => PhotoView = (id) => ({ id, url: '', small: '' }),
): PartRow {
  const { amendment } = part;
  return {
    id: part._id,
    activity: part.source.kind === 'activity' ? part.source.id : '',
    title: part.title,
    when: sayTime(part, now),
    place: part.place.name,
    object: part.object,
    state: part.state,
    stateWords: PARTICIPATION_STATE_WORDS[part.state],
    minutes: part.minutes,
    hours: part.minutes === null ? '' : sayHours(part.minutes),
    checks: checkWords(part),
    amendment: amendment
      ? `${amendment.own ? '本人' : amendment.name}申请改为 ${sayHours(amendment.minutes)}：${amendment.text}`
      : '',
    appraisal: appraisalOf(part),
    training: isTraining(part),
    standing: standingOf(part, now),
    check: checkDue(part, now),
    photos: isOwn(actor, part.person) ? part.photos.map(link) : [],
    startsAt: part.startsAt,
    allowed: participationFlow.allowed(part, actor, now),
  };
}

export function personOf(part: Participation, reader: Reader): PersonRow {
  const { now } = reader;
  return { ...partOf(part, reader), name: part.name || '志愿者', phone: maskPhone(phoneOf(part, now)) };
}

/** By which they can be reached, until the activity is over. */
export const phoneOf = ({ endsAt, phone }: Participation, now: number): string =>
  now > endsAt + CHECK_AFTER ? '' : phone;

function checkWords({ in: came, out }: Participation): string {
  if (!came) return '';
  const how = out?.by === 'end' ? '（活动结束）' : '';
  return `${timeName(came.at)} 到${out ? `，${timeName(out.at)} 走${how}` : ''}`;
}

/** 负责人马建评价：认真。本人说明：谢谢 */
function appraisalOf({ appraisal }: Participation): string {
  if (!appraisal) return '';
  const { name, text, reply } = appraisal;
  return `${name}评价：${text}${reply === null ? '' : `；本人说明：${reply}`}`;
}

export function standingOf(part: Participation, now: number): string {
  if (isTraining(part)) return part.state === 'done' ? '培训，不算服务时长' : '';
  if (!counts(part)) return part.state === 'done' ? '时间太短，不计时长' : '';
  if (part.amendment) return '有人申请改时长，改好再算';
  return isCertain(part, now) ? '可以开证明' : `公示到 ${sayDate((part.settledAt ?? now) + NOTICE, now)}`;
}

function checkDue({ state, startsAt, endsAt }: Participation, now: number): 'in' | 'out' | null {
  if (state === 'seated' && now >= startsAt - CHECK_BEFORE && now < endsAt) return 'in';
  return state === 'here' && now <= endsAt + CHECK_AFTER ? 'out' : null;
}
