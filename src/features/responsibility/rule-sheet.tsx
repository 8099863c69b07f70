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

/** One rule: what it says, whom else it could name and for how long, what that would move, and then it may be saved. */
export function RuleSheet({ table, rule, acts, onClose }: RuleSheetProps) {
  const [edit, setEdit] = useState<Edit>(() => editOf(rule.rule));
  const [tried, setTried] = useState<DryRunView | null>(null);
  const change = (next: Partial<Edit>) => {
    setEdit({ ...edit, ...next });
    setTried(null);
  };
  const same = JSON.stringify(edit) === JSON.stringify(editOf(rule.rule));
  const lack = lackIn(edit);
  const { id } = rule.rule;
  const maySave = table.maySave && tried !== null && !tried.findings.some(({ blocking }) => blocking);
  return (
    <Sheet
      open
      title={rule.words}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button
            kind={maySave ? 'outline' : 'main'}
            disabled={same || lack !== null}
            busy={acts.doing}
            onPress={() => void acts.tryOut(id, edit).then(setTried)}
          >
            {same ? RULE.same : RULE.try}
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
        {tried ? <DryRun run={tried} /> : <Facts facts={factsOf(rule)} />}
        {tried && !table.maySave && <Text tone="soft">{RULE.onlyLeader}</Text>}
        <Choice
          label={RULE.post}
          options={choicesOf(table, rule).map((post) => ({ value: post.id, label: post.name }))}
          chosen={[edit.post]}
          onChange={([post = edit.post]) => change({ post })}
        />
        <Field
          label={RULE.from}
          optional
          value={edit.from}
          onInput={(from) => change({ from: from.trim() })}
          hint={RULE.day}
          error={lack?.field === 'from' ? lack.words : null}
          max={10}
        />
        <Field
          label={RULE.until}
          optional
          value={edit.until}
          onInput={(until) => change({ until: until.trim() })}
          error={lack?.field === 'until' ? lack.words : null}
          max={10}
        />
      </Stack>
    </Sheet>
  );
}

/** The posts on offer; the one that the rule names is among them, whatever it is. */
function choicesOf({ posts }: TableView, { rule, who }: RuleView): TableView['posts'] {
  return posts.some(({ id }) => id === rule.post) ? posts : [{ id: rule.post, name: who }, ...posts];
}

function factsOf({ rule, where, who, now, valid }: RuleView) {
  const facts = [
    { label: RULE.where, words: where },
    { label: RULE.who, words: who },
    { label: RULE.now, words: now },
    { label: RULE.skill, words: rule.skill ?? '' },
    { label: RULE.clause, words: rule.clause ?? '' },
    { label: RULE.valid, words: valid },
  ];
  return facts.filter(({ words }) => words !== '');
}
