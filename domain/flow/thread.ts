/** One thing becomes another: a ticket is really a wish, a wish really a ticket. Both sides name the other. */
export const THREAD_KINDS = ['ticket', 'wish', 'activity', 'visit'] as const;

export interface Thread {
  readonly kind: (typeof THREAD_KINDS)[number];
  readonly id: string;
  readonly no: string;
}
