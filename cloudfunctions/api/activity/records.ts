/** One's own part: checked in and out at the place, corrected by two people, taken along, deleted. */
import { type Actor, recordName } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf } from '@/domain/org/org';
import { nameless, participationFlow } from '@/domain/record/flow';
import { sayHours } from '@/domain/record/hours';
import { isTraining, type Participation } from '@/domain/record/participation';
import { dayName, dayStart, parseDay } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';
import { allPartsOf, isHereElsewhere, participations, replacePart, totalOf } from '../../runtime/activities';
import { blanked, marked } from '../../runtime/audit';
import { linksTo, requireOwnPhotos } from '../../runtime/files';
import { grantedIn } from '../../runtime/honours';
import { isCodeAt, readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';
import { isRepeat, once } from '../../runtime/submit';
import { partOf } from './view';

export const listRecord = signed<'record.list'>(async ({ box, after }, { actor, now }) => {
  const is: Record<string, string> =
    box === 'record' ? { person: actor.id, state: 'done' } : { person: actor.id };
  const { rows, next } = await participations.list({
    is,
    sort: 'startsAt',
    direction: 'desc',
    after,
    bare: true,
  });
  // The sum is asked for once, with the first page.
  const first = box === 'record' && !after;
  const { service, training } = first ? await totalOf(actor.id) : { service: NONE, training: NONE };
  const honours = first ? await honoursOf(actor) : [];
  return {
    rows: rows.filter(({ state }) => state !== 'left').map((part) => partOf(part, { actor, now })),
    next,
    minutes: service.minutes,
    hours: sayHours(service.minutes),
    times: service.times,
    training: training.times > 0 ? `另有培训 ${training.times} 次，${sayHours(training.minutes)}` : '',
    honours: honours.map(({ title, when }) => `${title}（${sayDate(dayStart(parseDay(when)), now)}）`),
  };
});

const NONE = { minutes: 0, times: 0 };

/** Honours that were granted where somebody helps, to their volunteer number; one call, or none without a number. */
async function honoursOf({ volunteer }: Actor): Promise<{ title: string; when: string }[]> {
  const home = volunteer?.area ?? (volunteer?.places[0] ? areaPathOf(volunteer.places[0]) : null);
  if (!volunteer?.no || !home) return [];
  const granted = await grantedIn(home);
  return granted
    .filter(({ nominees, chosen }) =>
      nominees.some(({ id, no }) => no === volunteer.no && chosen.includes(id)),
    )
    .map(({ title, closedAt, openedAt }) => ({ title, when: dayName(closedAt ?? openedAt) }));
}

export const moveRecord = signed<'record.move'>(
  async ({ id, scene, code, photos, ...said }, { actor, now, sent }) => {
    const part = await participations.read(id);
    if (!part || participationFlow.rolesOf(part, actor).length === 0) throw new Refusal('NOT_FOUND');
    const show = async (current: Participation) =>
      partOf(current, { actor, now }, await linksTo(current.photos));
    const submit = { ...said, sent, actor };
    if (isRepeat(part, submit)) return show(part);
    const typed = code !== undefined && isCodeAt(part.place.id, code) ? part.place.id : undefined;
    const place = scene ? readScene(scene) : typed;
    const command = {
      ...submit,
      now,
      photos: requireOwnPhotos({ person: actor.id, of: id, now }, photos),
      ...(place && { place }),
    };
    const { next } = participationFlow.decide(part, command);
    if (submit.move === 'checkIn' && (await isHereElsewhere(part.person, part._id, now)))
      throw new Refusal('HERE_ELSEWHERE');
    if (submit.move === 'erase') {
      const erased = { ...nameless(next), history: marked(next, part.history).history.map(blanked) };
      await replacePart(part, erased);
      return partOf(erased, { actor, now });
    }
    const decide = (current: Participation) => participationFlow.decide(current, command).next;
    return show(await once(participations, part, command, decide));
  },
);

export const exportRecord = signed<'record.export'>(async (_, { actor, now }) => {
  const [parts, honours] = [await allPartsOf(actor.id), await honoursOf(actor)];
  const bare = { place: '', object: '', text: '', hours: '', state: '', checks: '', appraisal: '' };
  return {
    name: recordName(actor),
    volunteerNo: actor.volunteer?.no ?? '',
    rows: [
      ...honours.map(({ title, when }) => ({ ...bare, kind: '表彰奖励', date: when, title })),
      ...parts.map((part) => {
        const { title, object, text } = part;
        const { stateWords, checks, appraisal } = partOf(part, { actor, now });
        return {
          kind: isTraining(part) ? '培训' : '服务',
          date: dayName(part.startsAt),
          title,
          place: `${part.place.words}${part.place.name}`,
          object,
          text,
          hours: part.minutes === null ? '' : sayHours(part.minutes),
          state: stateWords,
          checks,
          appraisal,
        };
      }),
    ],
  };
});
