/** Every word about honours, once. */

import { DAY } from '../time/day';
import { sayDate, sayDue } from '../time/words';
import type { Honour, HonourMove, HonourState } from './honour';

export const HONOUR_STATE_WORDS: Readonly<Record<HonourState, string>> = {
  nominating: '推荐中',
  voting: '投票中',
  notice: '公示中',
  granted: '已授予',
  dropped: '未产生',
};

/** What is asked now and until when; the names once there are any. */
export function sayHonour(honour: Honour, now: number): string {
  const names = chosenNames(honour);
  switch (honour.state) {
    case 'nominating':
      return `谁做得好？请在${sayDue(honour.nominateUntil, now)}推荐`;
    case 'voting':
      return honour.way === 'jury'
        ? `评审组正在评，${sayDue(honour.voteUntil, now)}评完`
        : `一人一票，请在${sayDue(honour.voteUntil, now)}投`;
    case 'notice':
      return `拟授予${names}，有意见请在${sayDue(honour.noticeUntil ?? now, now)}说`;
    case 'granted':
      return `授予${names}`;
    case 'dropped':
      return honour.dropped ?? '';
  }
}

const chosenNames = ({ nominees, chosen }: Honour): string =>
  nominees
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join('、');

export const sayHow = ({ way, places, noticeDays, jury }: Honour): string =>
  `${way === 'vote' ? '一人一票' : `评审组 ${jury.length} 人，过半数通过`}，最多 ${places} 名，公示 ${noticeDays} 天`;

export function sayNoticeTime({ noticeUntil, noticeDays }: Honour, now: number): string {
  if (noticeUntil === null) return '';
  return `公示：${sayDate(noticeUntil - noticeDays * DAY, now)}到${sayDate(noticeUntil, now)}`;
}

export const HONOUR_MOVE_WORDS: Readonly<Record<HonourMove | 'announce', string>> = {
  announce: '发布评选',
  nominate: '有人被推荐',
  strike: '去掉一个名字',
  open: '推荐结束，开始评选',
  count: '评选结束，开始公示',
  object: '有人提了意见',
  answer: '答复了意见',
  grant: '公示期满，正式授予',
  lapse: '意见没有按时答复，取消',
  drop: '取消',
};

const NOTICES: Readonly<Record<string, (what: string) => string>> = {
  'honour-jury': (what) => `“${what}”请您评审`,
  'honour-notice': (what) => `“${what}”评出来了，正在公示`,
  'honour-objected': (what) => `“${what}”公示有人提意见，请答复`,
  'honour-answered': (what) => `您对“${what}”提的意见有答复了`,
  'honour-granted': (what) => `“${what}”公示期满，已经授予`,
  'honour-dropped': (what) => `“${what}”没有产生`,
};

/** A notice about an honour; null for a kind that is not. */
export function sayHonourNotice(kind: string, what: string): string | null {
  return Object.hasOwn(NOTICES, kind) ? (NOTICES[kind]?.(what) ?? null) : null;
}
export const HONOUR_NOTICES = Object.keys(NOTICES);
