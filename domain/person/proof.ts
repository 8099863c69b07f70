/**
 * A number that somebody typed proves nothing. What counts as theirs is what WeChat has given, or what the desk has seen
 * on the phone itself; it counts for as long as it is the number they have. By number only such people are found.
 */

export interface Proof {
  readonly phone: string;
  /** Who gave it. */
  readonly by: 'wechat' | 'desk';
  /** When (ms). */
  readonly at: number;
}

interface Known {
  readonly phone: string;
  /** Absent or null for whoever typed theirs. */
  readonly proven?: Proof | null;
}

/** Is this number proven to be theirs. */
export const isProven = ({ phone, proven }: Known, asked = phone): boolean =>
  asked !== '' && phone === asked && proven?.phone === asked;
