/** Words of merging. */
import type { Alike } from '@/contract';

type Facts = Pick<Alike, 'no' | 'place' | 'when' | 'stateWords' | 'people'>;

export const MERGE = {
  title: '并到同一件',
  which: '和哪一件是同一件事？',
  note: '并过去后跟着那一件办，不再单独计时；办好了，每位居民各评各的。',
  facts: ({ no, place, when, stateWords, people }: Facts) =>
    `${no} · ${place} · ${when} · ${stateWords} · 共 ${people} 位`,
  none: '附近没有同样的事，不能并。要找别的单位一起办，请用“改派”。',
  send: '并过去',
  sendNobody: '请选一件',
} as const;
