/** Every word about posts, rules and what is wrong with a table of responsibility. */
import type { Service } from '../catalogue/catalogue';
import { type Lack, type Link, type Passed, type Score, type Standpoint, totalOf } from './dispatch';
import type { FaultKind, Finding } from './faults';
import { type Area, ancestorsOf, isWithin, type PostKind, placeWords, type Responsibility } from './org';

/** Why somebody is offered when a ticket is handed over; an office that only could do it says nothing. */
export const STANDPOINT_WORDS: Readonly<Record<Standpoint, string>> = {
  named: '责任清单上归他',
  local: '管这个地方',
  office: '',
};

export const POST_KIND_WORDS: Readonly<Record<PostKind, string>> = {
  'grid-worker': '网格员',
  property: '物业',
  office: '科室经办人',
  dispatcher: '调度员',
  leader: '工作区领导',
};

const LACK_WORDS: Readonly<Record<Lack, string>> = {
  missing: '这里没有',
  vacant: '岗位空着',
  off: '没人当班',
};

export const FAULT_WORDS: Readonly<Record<FaultKind, string>> = {
  gap: '没人负责',
  tie: '两条规则打架',
  vacant: '岗位空着，没人接',
  expiring: '快到期，没有接上的',
  fallback: '由备用的岗位接',
};

/** A post by its id or kind, as people call it. */
export function postWords(area: Pick<Area, 'posts'>, named: string): string {
  const kind = POST_KIND_WORDS[named as PostKind];
  return kind ?? area.posts.find(({ id }) => id === named)?.name ?? `没有的岗位 ${named}`;
}

/** The posts that were passed over: 先找物业（这里没有），再找第12微网格网格员（没人当班）. Empty when there were none. */
export function sayPassed(passed: readonly Passed[]): string {
  return passed
    .map(({ post, lack }, nth) => {
      const name = POST_KIND_WORDS[post as PostKind] ?? post;
      return `${nth === 0 ? '先' : '再'}找${name}（${LACK_WORDS[lack]}）`;
    })
    .join('，');
}

/** The parts of a score: 共 87 分：手上 1 件 40，离得近 25，熟悉情况 20，轮到他 2. */
export function sayScore(score: Score, open: number): string {
  const { load, distance, continuity, fairness } = score;
  return `共 ${totalOf(score)} 分：手上 ${open} 件 ${load}，离得近 ${distance}，熟悉情况 ${continuity}，轮到他 ${fairness}`;
}

/** What a rule is about: 全部事项, 城乡建设的事项, 路灯不亮. */
export function subjectWords(
  { service }: Pick<Responsibility, 'service'>,
  services: readonly Pick<Service, 'id' | 'name'>[],
  offices: readonly { readonly id: string; readonly name: string }[],
): string {
  if (service === '*') return '其他全部事项';
  const office = offices.find(({ id }) => `office:${id}` === service);
  if (office) return `${office.name}的其他事项`;
  return services.find(({ id }) => id === service)?.name ?? `菜单里没有的 ${service}`;
}

/** How long a rule holds: 长期有效, 2026-10-01 起, 到 2027-05-31 止. */
export function validityWords({ from, until }: Pick<Responsibility, 'from' | 'until'>): string {
  if (from && until) return `${from} 到 ${until}`;
  if (from) return `${from} 起`;
  return until ? `到 ${until} 止` : '长期有效';
}

/** The order in which posts are asked at a place: 物业（没有） → 第12微网格网格员. */
export function chainWords(chain: readonly Link[]): string {
  return chain
    .map(({ named, post }) => post?.name ?? `${POST_KIND_WORDS[named as PostKind] ?? named}（没有）`)
    .join(' → ');
}

/** Where something is, in as few words as there can be: 闫满村第2网格 17 个微网格. */
export function spreadWords(area: Area, places: readonly string[]): string {
  const [first = ''] = places;
  if (places.length === 1) return placeWords(area, first);
  const shared = ancestorsOf(first).find((above) => places.every((place) => isWithin(place, above))) ?? '';
  return `${placeWords(area, shared) || area.name} ${places.length} 个微网格`;
}

/** One finding: what, of which services, where. */
export function sayFinding(
  area: Area,
  { fault, rule, day, services, places }: Finding,
  menu: readonly Pick<Service, 'id' | 'name'>[],
): { title: string; where: string } {
  const names = services.map((service) => menu.find(({ id }) => id === service)?.name ?? service);
  const shown = names.slice(0, NAMES_SHOWN).join('、');
  const what = names.length > NAMES_SHOWN ? `${shown} 等 ${names.length} 项` : shown;
  const line = area.responsibility.find(({ id }) => id === rule);
  const when = !day ? '' : fault === 'expiring' ? `${day} 止，` : `${day} 起，`;
  const from = line && fault === 'fallback' ? `，本该找${postWords(area, line.post)}` : '';
  return { title: `${what}：${when}${FAULT_WORDS[fault]}${from}`, where: spreadWords(area, places) };
}

const NAMES_SHOWN = 3;
