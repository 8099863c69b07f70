import type { Edges } from './edges';

export function windowEdges(): Edges {
  return { top: 0, capsule: false };
}
