/** Whom a dispatcher may choose. */
import type { Assignee } from '@/contract';
import { call, type Screen, useLoaded } from '@/src/platform';

export function useAssignees(id: string): Screen<readonly Assignee[]> {
  return useLoaded(() => call('ticket.assignees', { id }), [id]).screen;
}

/** Names a choice: one person may hold several posts. */
export const assigneeKey = ({ post, person }: Assignee): string => `${post}/${person}`;

/** Those whose name, post or unit contains the words. */
export function matching(assignees: readonly Assignee[], words: string): Assignee[] {
  const wanted = words.trim();
  return assignees.filter(({ name, postName, unitName }) =>
    [name, postName, unitName].some((text) => text.includes(wanted)),
  );
}
