/** Every word about a wish, once: states, buttons, sentences of the story, notices. */
import type { Volunteering } from '../flow/actor';
import type { Happened } from '../flow/flow';
import { THREAD_WORDS, type Thread } from '../flow/thread';
import { maskName } from '../person/mask';
import { HOUR } from '../time/day';
import { sayDue, saySpan } from '../time/words';
import type { WishMove, WishState } from './lifecycle';
import { isGuarded, type Whose, type Wish, type Wisher } from './wish';

export const STATE_WORDS: Readonly<Record<WishState, string>> = {
  posted: '待审核',
  open: '等人认领',
  offered: '留给下一位',
  claimed: '已认领',
  delivered: '等确认',
  confirmed: '已实现',
  thanked: '已感谢',
  unconfirmed: '未确认',
  refused: '未通过',
  withdrawn: '已撤回',
  became: '已转办',
};

/** The button of each move a person can make; the clock's moves have none. */
export const MOVE_LABELS: Readonly<Partial<Record<WishMove, string>>> = {
  approve: '通过，上墙',
  refuse: '不通过',
  claim: '我来认领',
  queue: '我来排队',
  leave: '不排了',
  pass: '这次不了',
  arrange: '约好了',
  giveBack: '办不了，还回去',
  deliver: '办到了',
  confirm: '收到了',
  missed: '还没办到',
  thank: '说声谢谢',
  withdraw: '撤回心愿',
  turn: '转成办件',
};

export const WHOSE_WORDS: Readonly<Record<Whose, string>> = {
  self: '我自己',
  adult: '家里的老人、邻居',
  child: '孩子',
  ill: '病人',
};

/** How the wall names whose wish it is: 林*, or 李某 of a child or somebody ill. */
export function sayWisher({ name, sort }: Wisher): string {
  return isGuarded({ sort }) ? name : masked(name);
}

/** What everybody may read of a name: 林*; somebody who left none stays 居民. */
export const masked = (name: string): string => (name === '居民' ? name : maskName(name));

/** How long it has waited since it was posted. */
export const sayWaited = ({ openedAt }: Pick<Wish, 'openedAt'>, now: number): string =>
  now - openedAt < HOUR ? '刚许下' : `等了 ${saySpan(now - openedAt)}`;

/** With whom a volunteer under 18 goes, as long as somebody is still wanted or they have it; '' for everybody else. */
export function sayAdvice({ state }: Pick<Wish, 'state'>, volunteer: Volunteering | null): string {
  const open = state === 'open' || state === 'offered' || state === 'claimed';
  if (!open || !volunteer?.minor) return '';
  return volunteer.under16
    ? '未满 16 岁，请监护人登记后认领，你们一起去。'
    : '未满 18 岁，上门时请和监护人或另一位志愿者一起去。';
}

/** Who reads: the person who posted, who has it, who is offered it, the desk, or anybody. */
export type Reader = 'poster' | 'claimer' | 'next' | 'desk' | 'anyone';

/** One plain sentence: where the wish stands, as this person reads it. */
export function sayWhere(wish: Wish, reader: Reader, now: number): string {
  const who =
    reader === 'anyone' || reader === 'next'
      ? maskName(wish.claimer?.name ?? '')
      : (wish.claimer?.name ?? '');
  const until = wish.dueAt === null ? '' : sayDue(wish.dueAt, now);
  switch (wish.state) {
    case 'posted':
      return reader === 'desk' ? '请看一看，合适就上墙' : '社区看过就贴上心愿墙';
    case 'open':
      return '在心愿墙上，等人认领';
    case 'offered':
      return reader === 'next' ? `轮到您了，请在${until}答复` : `正留给排队的志愿者，${until}答复`;
    case 'claimed':
      return reader === 'claimer' ? `您认领了，请在${until}办到` : `${who}认领了，会在${until}办到`;
    case 'delivered':
      return reader === 'poster' ? `${who}说办到了，请您说一声是不是收到了` : `${who}说办到了，等对方确认`;
    case 'confirmed':
      return `${who}帮忙实现了`;
    case 'thanked':
      return `${who}帮忙实现了，收到一声谢谢`;
    case 'unconfirmed':
      return `${who}说办到了，一直没有人确认`;
    case 'refused':
      return '没有上墙，请看原因';
    case 'withdrawn':
      return '已撤回';
    case 'became':
      return `转成了${wish.became ? `${THREAD_WORDS[wish.became.kind]} ${wish.became.no}` : '别的事'}，在那里接着办`;
  }
}

/** 30 分钟, 1 小时, 1.5 小时. */
export const sayMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 6) / 10} 小时`;

/** The title of one entry of the story. `names` says what a person is called to this reader. */
export function sayHappened(entry: Happened, names: (name: string) => string = (name) => name): string {
  const name = names(entry.by.name) || '志愿者';
  const about = entry.about ?? {};
  switch (entry.move as WishMove | 'post') {
    case 'post':
      return about.no
        ? `由${THREAD_WORDS[about.kind as Thread['kind']]} ${about.no} 转来`
        : `${name}许下心愿`;
    case 'approve':
      return '社区看过，贴上心愿墙';
    case 'refuse':
      return '社区没有通过';
    case 'claim':
      return `${name}认领了`;
    case 'queue':
      return `${name}排队，第 ${about.place} 位`;
    case 'leave':
      return `${name}不排了`;
    case 'pass':
      return entry.by.role === 'clock' ? '没等到答复，问下一位' : `${name}这次来不了，问下一位`;
    case 'arrange':
      return `${name}和对方约好了`;
    case 'giveBack':
      return `${name}办不了，还了回来`;
    case 'release':
      return '认领的日子到了还没办，放回来给别人';
    case 'deliver':
      return about.minutes ? `${name}办到了，用了 ${sayMinutes(Number(about.minutes))}` : `${name}办到了`;
    case 'confirm':
      return entry.by.role === 'desk' ? '社区问过，收到了' : `${name}确认收到`;
    case 'missed':
      return entry.by.role === 'desk' ? '社区问过，还没办到' : `${name}说还没办到`;
    case 'lapse':
      return '十天没有回音，记为“未确认”';
    case 'thank':
      return `${name}道谢`;
    case 'withdraw':
      return `${name}撤回了心愿`;
    case 'turn':
      return `转成${THREAD_WORDS[about.kind as Thread['kind']] ?? '别的事'} ${about.no}，在那里接着办`;
    case 'remind':
      return '提醒过了';
  }
}

const NOTICES: Readonly<Record<string, string>> = {
  'wish-review': '有一个“%”的心愿等您审核',
  'wish-open': '您的心愿“%”贴上心愿墙了',
  'wish-refused': '您的心愿“%”没有上墙，请看原因',
  'wish-claimed': '您的心愿“%”有人认领了',
  'wish-arranged': '您的心愿“%”约好了时间，请看一看',
  'wish-back': '您的心愿“%”还在找人，请再等一等',
  'wish-offered': '您排队的心愿“%”轮到您了，请在一天内答复',
  'wish-ending': '您认领的心愿“%”还有一天到期',
  'wish-released': '心愿“%”的认领到期了，已让给别的邻居，下次再来',
  'wish-delivered': '您的心愿“%”办到了，请确认一下',
  'wish-confirm': '心愿“%”收到了吗？请确认一下',
  'wish-ask': '心愿“%”送达三天没有确认，请问一问',
  'wish-confirmed': '您办的心愿“%”对方收到了',
  'wish-missed': '您办的心愿“%”对方说还没办到，请再看看',
  'wish-lapsed': '心愿“%”十天没有回音，记为未确认',
  'wish-thanked': '您办的心愿“%”收到一声谢谢',
  'wish-gone': '心愿“%”不用再等了',
  'wish-became': '您的心愿“%”转成了办件，在那里接着办',
  'wish-fit': '有一个适合您的新心愿“%”，有空就去看看',
  'wish-fits': '今天有 % 个适合您的新心愿，有空去心愿墙看看',
  'wish-unclaimed': '心愿“%”两周没有人认领，请想想办法',
};

/** Kinds of notices that the rules promise; a test holds them against the words. */
export const NOTICE_KINDS = Object.keys(NOTICES);

/** A notice in the list of a person, or null when it is about no wish. `kind` is the notice's, `name` the wish's. */
export function sayWishNotice(kind: string, name: string): string | null {
  return NOTICES[kind]?.replace('%', name) ?? null;
}
