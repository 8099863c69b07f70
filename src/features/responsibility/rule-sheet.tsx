import { useState } from 'react';
import type { DryRunView, RuleView, TableView } from '@/contract/desk';
import { ActionBar, Button, Choice, Facts, Field, Sheet, Stack, Text } from '@/src/ui';
import { type Edit, editOf, lackIn } from './change';
import { DryRun } from './dry-run';
import type { TableActs } from './use-table';
import { RULE } from './words';

export interface RuleSheetProps {
  table: TableView;
  rule: RuleView;
  acts: TableActs;
  onClose: () => void;
}

/** One rule: first what it says and what to change, then what that would move, and only then it may be saved. */
export function RuleSheet({ table, rule, acts, onClose }: RuleSheetProps) {
  const [edit, setEdit] = useState<Edit>(() => editOf(rule.rule));
  const [tried, setTried] = useState<DryRunView | null>(null);
  const { id } = rule.rule;
  const same = JSON.stringify(edit) === JSON.stringify(editOf(rule.rule));
  const maySave = table.maySave && !tried?.findings.some(({ blocking }) => blocking);
  if (tried)
    return (
      <Sheet
        key="tried"
        open
        title={rule.words}
        onClose={onClose}
        bar={
          <ActionBar>
            <Button kind={maySave ? 'outline' : 'main'} onPress={() => setTried(null)}>
              {RULE.again}
            </Button>
            {maySave && (
              <Button
                busy={acts.doing}
                onPress={() => void acts.save(id, edit).then((done) => done && onClose())}
              >
                {RULE.save}
              </Button>
            )}
          </ActionBar>
        }
      >
        <Stack gap={16}>
          <Text>{RULE.to(nameOf(choicesOf(table, rule), edit.post), edit.from, edit.until)}</Text>
          {!table.maySave && <Text tone="soft">{RULE.onlyLeader}</Text>}
          <DryRun run={tried} />
        </Stack>
      </Sheet>
    );
  return (
    <Sheet
      key="edit"
      open
      title={rule.words}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button
            disabled={same || lackIn(edit) !== null}
            busy={acts.doing}
            onPress={() => void acts.tryOut(id, edit).then(setTried)}
          >
            {same ? RULE.same : RULE.try}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Facts facts={factsOf(rule)} />
        <RuleFields posts={choicesOf(table, rule)} edit={edit} onEdit={setEdit} />
      </Stack>
    </Sheet>
  );
}

function RuleFields({
  posts,
  edit,
  onEdit,
}: {
  posts: TableView['posts'];
  edit: Edit;
  onEdit: (edit: Edit) => void;
}) {
  const lack = lackIn(edit);
  return (
    <>
      <Choice
        label={RULE.post}
        options={posts.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={[edit.post]}
        onChange={([post = edit.post]) => onEdit({ ...edit, post })}
      />
      <Field
        label={RULE.from}
        optional
        value={edit.from}
        onInput={(from) => onEdit({ ...edit, from: from.trim() })}
        hint={RULE.day}
        error={lack?.field === 'from' ? lack.words : null}
        max={10}
      />
      <Field
        label={RULE.until}
        optional
        value={edit.until}
        onInput={(until) => onEdit({ ...edit, until: until.trim() })}
        error={lack?.field === 'until' ? lack.words : null}
        max={10}
      />
    </>
  );
}

const nameOf = (posts: TableView['posts'], id: string): string =>
  posts.find((post) => post.id === id)?.name ?? id;

/** The posts on offer; the one that the rule names is among them, whatever it is. */
function choicesOf({ posts }: TableView, { rule, who }: RuleView): TableView['posts'] {
  return posts.some(({ id }) => id === rule.post) ? posts : [{ id: rule.post, name: who }, ...posts];
}

function factsOf({ rule, where, who, now, valid }: RuleView) {
  const facts = [
    { label: RULE.where, words: where || RULE.wide },
    { label: RULE.who, words: who },
    { label: RULE.now, words: now },
    { label: RULE.skill, words: rule.skill ?? '' },
    { label: RULE.clause, words: rule.clause ?? '' },
    { label: RULE.valid, words: valid },
  ];
  return facts.filter(({ words }) => words !== '');
}
