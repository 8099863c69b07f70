export interface Edges {
  /** Height of the status bar that the page must leave free, in real pixels. */
  readonly top: number;
  /** WeChat draws its own buttons at the upper right. */
  readonly capsule: boolean;
}

/** What the phone keeps for itself; edges.weapp.ts asks WeChat. */
export function windowEdges(): Edges {
  return { top: 0, capsule: false };
}
