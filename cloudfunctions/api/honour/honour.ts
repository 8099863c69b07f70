/** Honours: announced by the desk or a leader, and from there by everybody. */
import type { HonourRow, HonourView } from '@/contract/honour';
import type { Actor } from '@/domain/flow/actor';
import { REFUSALS, Refusal } from '@/domain/flow/refusal';
import { isOwn } from '@/domain/flow/same-person';
import {
  ballotBar,
  belongsBefore,
  candidates,
  type Honour,
  honourFlow,
  isOfArea,
  JURY_MIN,
  openHonour,
} from '@/domain/honour/honour';
import {
  HONOUR_MOVE_WORDS,
  HONOUR_STATE_WORDS,
  sayHonour,
  sayHow,
  sayNoticeTime,
} from '@/domain/honour/words';
import { areaPathOf } from '@/domain/org/org';
import { maskName } from '@/domain/person/mask';
import { DAY } from '@/domain/time/day';
import { sayWhen } from '@/domain/time/words';
import { belongs } from '../../runtime/belonging';
import { digest, ticketNo } from '../../runtime/digest';
import { area, place } from '../../runtime/directory';
import { cast, hasVoted, honours } from '../../runtime/honours';
import { requireMay } from '../../runtime/office';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';
import { isRepeat, once, requireSame } from '../../runtime/submit';

export const announceHonour = signed<'honour.announce'>(
  async ({ key, nominateDays, voteDays, ...said }, { actor, now, sent }) => {
    const staff = requireMay(actor.staff, 'announceHonour');
    if (!said.title) throw new Refusal('BAD_INPUT', { field: 'title' });
    const jury = said.way === 'jury' ? [...new Set(said.jury)] : [];
    const { persons } = await area(staff.area);
    const known = jury.every((id) => persons.some((person) => person.id === id));
    if (said.way === 'jury' && (jury.length < JURY_MIN || !known)) throw new Refusal('JURY_REQUIRED');
    const _id = `h${digest('honour', staff.id, key)}`;
    const nominateUntil = now + nominateDays * DAY;
    const opened = await honours.insert(
      openHonour(
        {
          ...said,
          jury,
          _id,
          no: `H${ticketNo(_id, now).slice(1)}`,
          area: staff.area,
          organiser: { id: staff.id, name: actor.name },
          nominateUntil,
          voteUntil: nominateUntil + voteDays * DAY,
          key,
          sent,
        },
        now,
      ),
    );
    requireSame(opened, sent);
    return viewOf(opened, actor, now);
  },
);

/** The newest first; everybody may look. */
export const listHonours = signed<'honour.list'>(async ({ scene, after }, { actor, now }) => {
  const here = scene
    ? (await place(readScene(scene), now)).orgPath
    : (actor.staff?.area ?? actor.volunteer?.places[0]);
  if (!here) throw new Refusal('PLACE_UNKNOWN');
  const { rows, next } = await honours.list({
    is: { area: areaPathOf(here) },
    sort: 'openedAt',
    direction: 'desc',
    after,
    bare: true,
  });
  return { rows: rows.map((row) => rowOf(row, now)), next };
});

export const readHonour = signed<'honour.read'>(async ({ id }, { actor, now }) =>
  viewOf(await honourFor(id), actor, now),
);

export const voteHonour = signed<'honour.vote'>(async ({ id, choices }, { actor, now }) => {
  const honour = await honourFor(id);
  const bar = ballotBar(honour, actor, choices, now);
  if (bar) throw new Refusal(bar);
  if (!(await votes(honour, actor))) throw new Refusal('VOTE_ELSEWHERE');
  await cast(id, actor, choices);
  return viewOf(honour, actor, now, true);
});

export const moveHonour = signed<'honour.move'>(async ({ id, agreed, ...said }, { actor, now, sent }) => {
  const honour = await honourFor(id);
  const command = { ...said, sent, actor, now };
  if (isRepeat(honour, command)) return viewOf(honour, actor, now);
  const { move } = said;
  if (move === 'nominate' && !agreed) throw new Refusal('BAD_INPUT', { field: 'agreed' });
  if (move === 'nominate') {
    honourFlow.decide(honour, command);
    if (!(await isOf(honour, actor, 'nominate'))) throw new Refusal('NOMINATE_ELSEWHERE');
  }
  const saved = await once(honours, honour, command, (current) => honourFlow.decide(current, command).next);
  return viewOf(saved, actor, now);
});

export const listJurors = signed<'honour.jurors'>(async (_, { actor }) => {
  const { persons, posts } = await area(requireMay(actor.staff, 'announceHonour').area);
  return persons.map(({ id, name }) => ({
    id,
    name,
    post: posts.find(({ holders }) => holders.some(({ person }) => person === id))?.name ?? '',
  }));
});

/** In a vote of all, all are those of the area; a jury is named. */
const votes = async (honour: Honour, actor: Actor): Promise<boolean> =>
  honour.way === 'jury' || isOf(honour, actor, 'vote');

/** Is this somebody of the area, long enough for what they want to do. */
async function isOf(honour: Honour, actor: Actor, what: 'nominate' | 'vote'): Promise<boolean> {
  const before = belongsBefore(honour, what);
  return isOfArea(honour.area, actor, before) || belongs(actor.id, honour.area, before);
}

async function honourFor(id: string): Promise<Honour> {
  const honour = await honours.read(id);
  if (!honour) throw new Refusal('NOT_FOUND');
  return honour;
}

function rowOf(honour: Honour, now: number): HonourRow {
  const { _id, no, title, state } = honour;
  const tone = state === 'granted' ? 'ok' : state === 'dropped' ? 'plain' : 'today';
  return {
    id: _id,
    no,
    title,
    state,
    stateWords: HONOUR_STATE_WORDS[state],
    tone,
    say: sayHonour(honour, now),
  };
}

async function viewOf(honour: Honour, actor: Actor, now: number, cast = false): Promise<HonourView> {
  const { nominees, chosen, objections, ballots, dropped, state, history } = honour;
  const answers = honourFlow.rolesOf(honour, actor).some((role) => role !== 'anybody');
  const some = candidates(honour)[0]?.id;
  const open = some !== undefined && ballotBar(honour, actor, [some], now) === null;
  const may = open && (cast || (await votes(honour, actor)));
  const voted = cast || (may && (await hasVoted(honour._id, actor)));
  const allowed = honourFlow.allowed(honour, actor, now);
  const proposes = !allowed.includes('nominate') || (await isOf(honour, actor, 'nominate'));
  const home = await area(honour.area);
  const shown = answers ? objections : objections.filter(({ by }) => isOwn(actor, by.id));
  return {
    ...rowOf(honour, now),
    text: honour.text,
    how: sayHow(honour),
    areaName: home.name,
    nominees: nominees.map(({ id, name, where, deeds, struck }) => ({
      id,
      name,
      where,
      deeds,
      chosen: chosen.includes(id),
      struck: struck ?? '',
    })),
    turnout: ballots === null ? '' : `共收到 ${ballots} 张票`,
    noticeWords: sayNoticeTime(honour, now),
    objections: shown.map(({ id, nominee, by, text, answer }) => ({
      id,
      name: nominees.find((each) => each.id === nominee)?.name ?? '',
      by: isOwn(actor, by.id) ? '您' : maskName(by.name),
      text,
      answer: answer ?? '',
    })),
    mayChoose: may && !voted ? (honour.way === 'vote' ? 1 : honour.places) : 0,
    voted,
    elsewhere: open && !may ? REFUSALS.VOTE_ELSEWHERE : proposes ? '' : REFUSALS.NOMINATE_ELSEWHERE,
    dropped: state === 'dropped' ? (dropped ?? '') : '',
    // Who nominated and who objected is nobody's business; that it happened is no news.
    story: [...history]
      .reverse()
      .filter(({ move }) => move !== 'nominate' && move !== 'object')
      .map(({ at, move, text = '' }) => ({
        at,
        when: sayWhen(at, now),
        title: HONOUR_MOVE_WORDS[move as keyof typeof HONOUR_MOVE_WORDS] ?? move,
        text,
        photos: [],
        move,
      })),
    allowed: allowed.filter((move) => move !== 'nominate' || proposes),
  };
}
