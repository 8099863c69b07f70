/** What a person may see of a wish. The wall shows what and roughly where; whom to call is for who has it in hand. */

import type { StoryEntry, Tone, WishRow, WishView } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { isOwn } from '@/domain/flow/same-person';
import { THREAD_WORDS } from '@/domain/flow/thread';
import { type Area, areaPathOf } from '@/domain/org/org';
import { sayWhen } from '@/domain/time/words';
import { match } from '@/domain/volunteer/match';
import { wishFlow } from '@/domain/wish/flow';
import { kindOf } from '@/domain/wish/kinds';
import type { WishRole } from '@/domain/wish/lifecycle';
import { isGuarded, type Wish } from '@/domain/wish/wish';
import {
  masked,
  type Reader,
  STATE_WORDS,
  sayAdvice,
  sayHappened,
  sayWaited,
  sayWhere,
  sayWisher,
} from '@/domain/wish/words';
import { area } from '../../runtime/directory';
import { linksTo } from '../../runtime/files';

export interface Viewer {
  readonly actor: Actor;
  readonly now: number;
  /** Where the reader stands, as a path, for nearness; null when unknown. */
  readonly here: string | null;
}

/** One line of a list. Holds no address, no phone number, and a full name only for who posted it. */
export function rowOf(wish: Wish, home: Area, { actor, now, here }: Viewer): WishRow {
  const offer = actor.volunteer;
  const inLine = wish.queue.findIndex(({ id }) => isOwn(actor, id)) + 1;
  return {
    id: wish._id,
    no: wish.no,
    kind: wish.kind.id,
    icon: wish.kind.icon,
    title: wish.kind.name,
    gist: wish.text.length > 60 ? `${wish.text.slice(0, 59)}…` : wish.text,
    wisher: isOwn(actor, wish.poster.id) ? wish.wisher.name : sayWisher(wish.wisher),
    whose: wish.wisher.sort,
    where: home.nodes.find(({ path }) => path === wish.village)?.name ?? home.name,
    near: nearness(wish.orgPath, here),
    waited: wish.closedAt === null ? sayWaited(wish, now) : '',
    state: wish.state,
    stateWords: STATE_WORDS[wish.state],
    say: sayWhere(wish, readerOf(wish, actor), now),
    chip: chipOf(wish, actor, now),
    queue: wish.queue.length,
    inLine,
    fit: offer ? skillWords(wish, offer) : '',
    team: (wish.teams ?? []).map(({ name }) => name).join('、'),
    openedAt: wish.openedAt,
    allowed: wishFlow.allowed(wish, actor, now),
  };
}

/** Everything this person may see of the wish. The caller has made sure that they may see it at all. */
export async function viewOf(wish: Wish, viewer: Viewer): Promise<WishView> {
  const { actor, now } = viewer;
  const roles = wishFlow.rolesOf(wish, actor);
  const is = (role: WishRole) => roles.includes(role);
  const [mine, desk, had] = [is('poster'), is('desk'), is('claimer')];
  const inHand = had && wish.state === 'claimed';
  // The desk must be able to ask before a wish goes up, and whether it was fulfilled.
  const asks = desk && (wish.state === 'posted' || wish.state === 'delivered');
  const knows = mine || desk || had;
  const home = await area(wish.orgPath);
  const entries = knows ? wish.history : wish.history.filter(({ move }) => !PRIVATE.includes(move));
  const link = await linksTo(knows ? entries.flatMap((entry) => entry.photos ?? []) : []);
  const row = rowOf(wish, home, viewer);
  const { claimer, poster, wisher } = wish;
  const name = (full: string) => (knows && !isWisher(full, wish, had && !inHand) ? full : masked(full));
  return {
    ...row,
    wisher: mine || asks || inHand ? wisher.name : row.wisher,
    text: wish.text,
    mine,
    desk,
    guarded: isGuarded(wisher),
    advice: sayAdvice(wish, actor.volunteer ?? null),
    byStaff: poster.staff,
    contact: mine || inHand || asks ? contactOf(wish) : null,
    claimer: claimer && {
      name: knows ? claimer.name : masked(claimer.name),
      // Until it is done, and only for who waits for it; one's own number is no secret.
      phone: had || (mine && (wish.state === 'claimed' || wish.state === 'delivered')) ? claimer.phone : '',
      mine: had,
    },
    refusal: lastText(wish, 'refuse'),
    thread: threadOf(wish, mine || desk),
    thanks: knows ? lastText(wish, 'thank') : '',
    story: entries
      .map(
        (entry): StoryEntry => ({
          at: entry.at,
          when: sayWhen(entry.at, now),
          // Names stand in the history as they were.
          title: sayHappened(entry, wish.contactGone && !mine && entry.by.role === 'poster' ? masked : name),
          text: knows ? (entry.text ?? '') : '',
          photos: knows ? (entry.photos ?? []).map(link) : [],
          move: entry.move,
        }),
      )
      .reverse(),
    photos: knows ? entries.flatMap((entry) => entry.photos ?? []).map(link) : [],
  };
}

/** Who waits in line, and that the clock reminded somebody, is nobody else's business. */
const PRIVATE: readonly string[] = ['queue', 'leave', 'pass', 'remind'];

/** Once it is done the claimer reads the name as everybody does. */
const isWisher = (name: string, { poster, wisher }: Wish, done: boolean): boolean =>
  done && (name === poster.name || name === wisher.name);

/** Whom to call and where, for as long as they agree to it. */
function contactOf({ wisher, poster, address, place, contactGone }: Wish): WishView['contact'] {
  const { guardian } = wisher;
  const where = [place.name, address].filter(Boolean).join(' ');
  if (guardian) return { name: guardian.name, role: '监护人', phone: guardian.phone, address: where };
  if (contactGone && !wisher.phone) return null;
  // Without a phone of their own, whoever posted it is called.
  if (wisher.phone) return { name: wisher.name, role: '', phone: wisher.phone, address: where };
  return { name: poster.name, role: '代发人', phone: poster.phone, address: where };
}

function readerOf(wish: Wish, actor: Actor): Reader {
  const roles = wishFlow.rolesOf(wish, actor);
  return (['poster', 'claimer', 'next', 'desk'] as const).find((role) => roles.includes(role)) ?? 'anyone';
}

function threadOf({ from, became }: Wish, may: boolean): WishView['thread'] {
  const one = (what: Wish['from'], words: string) =>
    what
      ? [
          {
            words: `${words}${THREAD_WORDS[what.kind]} ${what.no}`,
            kind: what.kind,
            id: may ? what.id : '',
          },
        ]
      : [];
  return [...one(from, '来自'), ...one(became, '转成了')];
}

const lastText = ({ history }: Wish, move: string): string =>
  history.findLast((entry) => entry.move === move)?.text ?? '';

/** No finer than the grid: whose wish it is must not follow from scanning one code after the other. */
function nearness(path: string, here: string | null): string {
  if (!here || areaPathOf(here) !== areaPathOf(path)) return '';
  const shared = path.split('/').findIndex((part, index) => part !== here.split('/')[index]);
  const depth = shared < 0 ? path.split('/').length - 1 : shared;
  if (depth >= 5) return '同一网格';
  return depth === 4 ? '同村' : '';
}

/** Why it suits them most of all, or ''. */
function skillWords(wish: Wish, offer: NonNullable<Actor['volunteer']>): string {
  const teams = (wish.teams ?? []).map(({ id }) => id);
  const { skill, team, why } = match(offer, {
    skills: kindOf(wish.kind.id)?.skills ?? [],
    teams,
    path: wish.orgPath,
  });
  return skill || team ? (why[0] ?? '') : '';
}

function chipOf(wish: Wish, actor: Actor, now: number): { words: string; tone: Tone } {
  const { state, dueAt } = wish;
  if (isOwn(actor, wish.offer?.id)) return { words: '轮到您了', tone: 'today' };
  if (state === 'claimed' && isOwn(actor, wish.claimer?.id) && dueAt !== null) {
    const days = Math.ceil((dueAt - now) / 86_400_000);
    return days <= 1 ? { words: '今天到期', tone: 'today' } : { words: `还剩 ${days} 天`, tone: 'ok' };
  }
  const mine = isOwn(actor, wish.poster.id);
  if (state === 'delivered' && mine) return { words: '请您确认', tone: 'today' };
  if (state === 'open') return { words: STATE_WORDS.open, tone: 'ok' };
  return { words: STATE_WORDS[state], tone: wish.closedAt === null ? 'ok' : 'plain' };
}
