import { useState } from 'react';
import type { Assignee } from '@/contract';
import { Choice, SearchBar, Stack, Text, WhenReady } from '@/src/ui';
import { assigneeKey, matching, useAssignees } from './use-assignees';
import { ASSIGNEES } from './words';

export interface AssigneePickerProps {
  /** The ticket's id. */
  ticket: string;
  ask: string;
  chosen: Assignee | null;
  onChoose: (assignee: Assignee) => void;
}

/** More than this and one searches rather than reads. */
const SEARCH_FROM = 8;

/** People on duty now, the one with the least in hand first. */
export function AssigneePicker({ ticket, ask, chosen, onChoose }: AssigneePickerProps) {
  const [words, setWords] = useState('');
  const screen = useAssignees(ticket);
  return (
    <WhenReady screen={screen}>
      {(assignees) => {
        const shown = matching(assignees, words);
        const empty = assignees.length === 0 ? ASSIGNEES.nobody : ASSIGNEES.notFound;
        return (
          <Stack gap={4}>
            {assignees.length > SEARCH_FROM && (
              <SearchBar value={words} onInput={setWords} placeholder={ASSIGNEES.search} />
            )}
            {shown.length === 0 && <Text tone="soft">{empty}</Text>}
            <Choice
              rows
              label={ask}
              options={shown.map((assignee) => ({
                value: assigneeKey(assignee),
                label: `${assignee.name} · ${assignee.postName}`,
                note: `${assignee.unitName} · ${ASSIGNEES.load(assignee.load)}`,
              }))}
              chosen={chosen ? [assigneeKey(chosen)] : []}
              onChange={([key]) => {
                const found = assignees.find((assignee) => assigneeKey(assignee) === key);
                if (found) onChoose(found);
              }}
            />
          </Stack>
        );
      }}
    </WhenReady>
  );
}
