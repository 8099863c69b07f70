import { useState } from 'react';
import type { Assignee } from '@/contract';
import { Button, Choice, SearchBar, Stack, Text, WhenReady } from '@/src/ui';
import { ASSIGNEES } from './assignee-words';
import { assigneeKey, matching, useAssignees } from './use-assignees';

export interface AssigneePickerProps {
  /** The ticket's id. */
  ticket: string;
  ask: string;
  chosen: Assignee | null;
  onChoose: (assignee: Assignee | null) => void;
}

/** So many are shown at once; the rest on request, or by searching. */
const AT_FIRST = 6;

/** People on duty now, the most obvious first, each with why. Once one is chosen, the others step aside. */
export function AssigneePicker({ ticket, ask, chosen, onChoose }: AssigneePickerProps) {
  const screen = useAssignees(ticket);
  return (
    <WhenReady screen={screen}>
      {(assignees) =>
        chosen ? (
          <Stack gap={4}>
            <People ask={ask} people={[chosen]} chosen={chosen} onChoose={onChoose} />
            <Button kind="quiet" small icon="swap" onPress={() => onChoose(null)}>
              {ASSIGNEES.another}
            </Button>
          </Stack>
        ) : (
          <Candidates ask={ask} assignees={assignees} onChoose={onChoose} />
        )
      }
    </WhenReady>
  );
}

function Candidates({
  ask,
  assignees,
  onChoose,
}: Pick<AssigneePickerProps, 'ask' | 'onChoose'> & { assignees: readonly Assignee[] }) {
  const [words, setWords] = useState('');
  const [all, showAll] = useState(false);
  const found = matching(assignees, words);
  const shown = all ? found : found.slice(0, AT_FIRST);
  if (assignees.length === 0) return <Text tone="soft">{ASSIGNEES.nobody}</Text>;
  return (
    <Stack gap={4}>
      {assignees.length > AT_FIRST && (
        <SearchBar value={words} onInput={setWords} placeholder={ASSIGNEES.search} />
      )}
      {found.length === 0 ? (
        <Text tone="soft">{ASSIGNEES.notFound}</Text>
      ) : (
        <People ask={ask} people={shown} chosen={null} onChoose={onChoose} />
      )}
      {shown.length < found.length && (
        <Button kind="quiet" small onPress={() => showAll(true)}>
          {ASSIGNEES.others(found.length - shown.length)}
        </Button>
      )}
    </Stack>
  );
}

export interface AssigneesPickerProps extends Omit<AssigneePickerProps, 'chosen' | 'onChoose'> {
  chosen: readonly Assignee[];
  onChoose: (chosen: readonly Assignee[]) => void;
}

/** Several people: those who are chosen stand first, each with a mark that takes them back. */
export function AssigneesPicker({ ticket, ask, chosen, onChoose }: AssigneesPickerProps) {
  const screen = useAssignees(ticket);
  const [words, setWords] = useState('');
  const [all, showAll] = useState(false);
  const keys = chosen.map(assigneeKey);
  return (
    <WhenReady screen={screen}>
      {(assignees) => {
        const found = matching(assignees, words).filter((one) => !keys.includes(assigneeKey(one)));
        const shown = [...chosen, ...(all ? found : found.slice(0, AT_FIRST))];
        if (assignees.length === 0) return <Text tone="soft">{ASSIGNEES.nobody}</Text>;
        return (
          <Stack gap={4}>
            {assignees.length > AT_FIRST && (
              <SearchBar value={words} onInput={setWords} placeholder={ASSIGNEES.search} />
            )}
            <Choice
              many
              rows
              label={ask}
              options={shown.map(optionOf)}
              chosen={keys}
              onChange={(next) => onChoose(shown.filter((one) => next.includes(assigneeKey(one))))}
            />
            {found.length === 0 && words !== '' && <Text tone="soft">{ASSIGNEES.notFound}</Text>}
            {!all && found.length > AT_FIRST && (
              <Button kind="quiet" small onPress={() => showAll(true)}>
                {ASSIGNEES.others(found.length - AT_FIRST)}
              </Button>
            )}
          </Stack>
        );
      }}
    </WhenReady>
  );
}

const optionOf = (assignee: Assignee) => ({
  value: assigneeKey(assignee),
  label: `${assignee.name} · ${assignee.postName}`,
  note: [
    assignee.returned ? ASSIGNEES.returned : assignee.why,
    assignee.unitName,
    ASSIGNEES.load(assignee.load),
  ]
    .filter(Boolean)
    .join(' · '),
});

function People({
  ask,
  people,
  chosen,
  onChoose,
}: Omit<AssigneePickerProps, 'ticket'> & { people: readonly Assignee[] }) {
  return (
    <Choice
      rows
      label={ask}
      options={people.map(optionOf)}
      chosen={chosen ? [assigneeKey(chosen)] : []}
      onChange={([key]) => {
        const found = people.find((assignee) => assigneeKey(assignee) === key);
        if (found) onChoose(found);
      }}
    />
  );
}
