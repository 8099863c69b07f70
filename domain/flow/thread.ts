/** One thing becomes another: a ticket is really a wish, a wish really a ticket. Both sides name the other. */
export const THREAD_KINDS = ['ticket', 'wish', 'activity', 'visit'] as const;

export type ThreadKind = (typeof THREAD_KINDS)[number];

export interface Thread {
  readonly kind: ThreadKind;
  readonly id: string;
  readonly no: string;
}

export const THREAD_WORDS: Readonly<Record<Thread['kind'], string>> = {
  ticket: '办件',
  wish: '微心愿',
  activity: '活动',
  visit: '走访',
};
