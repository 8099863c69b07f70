/** Good inputs, and what they are about, for the actions on activities, records and volunteers. */
import type { ActionName } from '@/contract';
import { activityFlow } from '@/domain/activity/flow';
import { openActivity } from '@/domain/activity/open';
import { openParticipation } from '@/domain/record/open';
import { DAY, HOUR } from '@/domain/time/day';
import { PLACE, PLAN } from '@/test/builders/activity';
import { idOf } from '@/test/builders/standing';
import { AREA, qian, STAIRWELL } from '@/test/builders/town';
import { openidOf, SCENE, type Yima } from '@/test/support/yima';

/** Null for actions of other rooms. `variant` is what the matrix names after the colon. */
export function activityInput(
  yima: Yima,
  action: ActionName,
  id: string,
  variant = '',
): Record<string, unknown> | null {
  const key = crypto.randomUUID();
  const plan = { ...PLAN, startsAt: yima.now + 3 * DAY, endsAt: yima.now + 3 * DAY + 2 * HOUR };
  switch (action) {
    case 'activity.draft':
      return { key, scene: SCENE(), plan };
    case 'activity.read':
    case 'activity.people':
    case 'activity.phone':
    case 'volunteer.phone':
      return { id };
    case 'activity.list':
      return { box: variant || 'open', after: '1.1' };
    case 'activity.move':
      return { id, key, move: variant || 'cancel', text: '下雨了', ...(variant === 'edit' && { plan }) };
    case 'record.list':
      return { box: variant || 'mine', after: '1.1' };
    case 'record.move':
      return variant
        ? { id, key, move: variant, scene: SCENE(), minutes: 60, text: '手机没电了' }
        : { id, key, move: 'checkIn' };
    case 'certificate.issue':
      return { key };
    case 'certificate.read':
      return { no: 'YM2026-00000000' };
    case 'certificate.verify':
      return { no: 'YM2026-00000000', code: '0000-0000' };
    case 'volunteer.register':
      return {
        name: '林桂芬',
        phone: '17000000001',
        skills: ['electric'],
        places: [`${AREA}v01/`],
        times: ['weekend'],
        teams: [],
        minor: false,
        guardian: null,
        consent: true,
      };
    case 'volunteer.choices':
      return { scene: SCENE() };
    case 'volunteer.list':
      return { after: '1.1' };
    case 'enrolment.import':
      return {
        dry: true,
        rows: [{ line: 2, name: '王建国', phone: '17000010002', work: '税务局', home: '闫满村', skills: '' }],
      };
    case 'enrolment.list':
      return { box: variant || 'waiting', after: '1.1' };
    case 'enrolment.decide':
      return { id, person: idOf('guest801') };
    case 'volunteer.vouch':
      return { id: idOf('guest802'), name: '郭安', phone: '17000010802' };
    case 'enrolment.report':
      return { key, scene: SCENE(), name: '王建国', phone: '17000010002' };
    default:
      return null;
  }
}

/** An entry of a list that guest801 says is theirs, with a number nobody has seen. */
async function contested(yima: Yima): Promise<string> {
  const _id = `e${crypto.randomUUID().replace(/-/g, '').slice(0, 24)}`;
  const claims = [{ person: idOf('guest801'), at: yima.now, proven: false }];
  const place = { area: AREA, home: `${AREA}v01/`, homeWords: '闫满村' };
  const who = { name: '王建国', phone: '17000010801', work: '税务局', skills: [] };
  const state = { state: 'contested', person: null, claims, turn: 1, at: yima.now, importedAt: yima.now };
  await yima.emulator.db.collection('enrolments').add({ _id, ...place, ...who, ...state });
  return _id;
}

/** A volunteer of the area whose number was typed. */
async function seenAtDesk(yima: Yima): Promise<string> {
  const _id = idOf('guest802');
  const volunteer = { since: 1, skills: [], places: [AREA], teams: [], area: AREA, name: '郭安' };
  const typed = { openid: openidOf('guest802'), name: '郭安', phone: '17000010802', staff: null, volunteer };
  await yima.emulator.db.collection('people').doc(_id).set(typed);
  return _id;
}

/**
 * What the action is about, straight into the database: an activity of ma's, in which lin, who is a volunteer here alone,
 * has a place; for `record.move` lin's own part, as the move wants it. Null for actions of other rooms.
 */
export async function activitySubject(yima: Yima, action: ActionName, variant = ''): Promise<string | null> {
  if (action === 'volunteer.phone') return aVolunteer(yima);
  if (action === 'enrolment.decide') return contested(yima);
  if (action === 'volunteer.vouch') return seenAtDesk(yima);
  if (!/^(?:activity\.(?:read|people|phone|move)|record\.move)$/.test(action)) return null;
  const _id = `a${crypto.randomUUID().replace(/-/g, '').slice(0, 24)}`;
  const startsAt = yima.now + (variant === 'checkIn' ? 0 : 3 * DAY);
  const plan = { ...PLAN, startsAt, endsAt: startsAt + 2 * HOUR };
  const organiser = { person: 's_ma', name: '马建', phone: '17000001000' };
  const drafting = { _id, no: 'A0302-7KQ4M', area: AREA, orgPath: STAIRWELL, place: PLACE, organiser };
  const draft = openActivity({ ...drafting, plan, key: 'k', sent: 's' }, yima.now - DAY);
  const lin = {
    id: idOf('lin'),
    name: '林桂芬',
    staff: null,
    volunteer: { since: 1, skills: [], places: [], teams: [] },
  };
  const step = (from: typeof draft, move: string, actor: typeof lin | typeof qian) =>
    activityFlow.decide(from, { move, actor, now: yima.now - DAY }).next;
  const published = variant === 'publish' ? draft : step(step(draft, 'publish', qian), 'join', lin);
  const running =
    variant === 'finish' ? { ...published, state: 'running' as const, startsAt: yima.now } : published;
  await yima.emulator.db.collection('activities').add({ ...running, unheard: [], wakeAt: null });
  if (!/^(?:record\.move|activity\.(?:people|phone))$/.test(action)) return _id;
  // One at a time: nobody serves in two places at once.
  await yima.emulator.db.collection('participations').where({}).remove();
  const part = openParticipation(
    `h${_id.slice(1)}`,
    published,
    { person: lin.id, name: lin.name, phone: '17000000001' },
    yima.now,
  );
  const state = variant === 'checkIn' ? ('seated' as const) : ('done' as const);
  const asked = { by: idOf('ma'), name: '马建', own: false, at: yima.now, minutes: 60, text: '早走了' };
  const amendment = variant === 'grant' ? asked : null;
  await yima.emulator.db.collection('participations').add({ ...part, state, amendment, minutes: 120 });
  return action === 'activity.people' ? _id : part._id;
}

/** Somebody of this area who helps, with a number of their own. */
async function aVolunteer(yima: Yima): Promise<string> {
  const _id = `u_${crypto.randomUUID().replace(/-/g, '').slice(0, 24)}`;
  const volunteer = { since: 1, skills: ['electric'], places: [AREA], teams: [], area: AREA };
  const person = { _id, openid: _id, name: '柳青', phone: '13912340001', staff: null, volunteer };
  await yima.emulator.db.collection('people').add(person);
  return _id;
}
