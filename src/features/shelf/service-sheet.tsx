import { useState } from 'react';
import type { MenuView } from '@/contract/menu';
import { ActionBar, Button, Choice, Field, Section, Sheet, Stack, Text, Toggle } from '@/src/ui';
import { type AskDraft, type Draft, lackIn, nextQuestion } from './draft';
import { EVIDENCE, FIELDS, KINDS, PHONES, SHELF, URGENCIES } from './words';

export interface ServiceSheetProps {
  menu: MenuView;
  /** As it stands now; its id may only be chosen while it is new. */
  from: Draft;
  fresh: boolean;
  busy: boolean;
  onClose: () => void;
  onSave: (draft: Draft) => void;
  onDrop: () => void;
}

/** One service: what it is called, whose it is, how urgent, and what is asked before it is sent. */
export function ServiceSheet({ menu, from, fresh, busy, onClose, onSave, onDrop }: ServiceSheetProps) {
  const [draft, setDraft] = useState(from);
  const taken = fresh ? menu.services.map(({ id }) => id) : [];
  const lack = lackIn(draft, taken);
  const same = JSON.stringify(draft) === JSON.stringify(from);
  const edit = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const wrong = (field: string) => (!same && lack?.field === field ? lack.words : null);
  return (
    <Sheet
      open
      title={fresh ? SHELF.add : from.name}
      onClose={onClose}
      bar={
        <ActionBar>
          {!fresh && (
            <Button kind="outline" busy={busy} onPress={onDrop}>
              {SHELF.drop}
            </Button>
          )}
          <Button busy={busy} disabled={same || lack !== null} onPress={() => onSave(draft)}>
            {same ? SHELF.same : (lack?.words ?? SHELF.save)}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        {fresh && (
          <Field
            label={FIELDS.id}
            value={draft.id}
            hint={FIELDS.idHint}
            error={wrong('id')}
            max={40}
            onInput={(id) => edit({ id: id.trim().toLowerCase() })}
          />
        )}
        <Field
          label={FIELDS.name}
          value={draft.name}
          error={wrong('name')}
          max={12}
          onInput={(name) => edit({ name })}
        />
        <Field
          label={FIELDS.hint}
          value={draft.hint}
          error={wrong('hint')}
          max={30}
          onInput={(hint) => edit({ hint })}
        />
        <Field
          label={FIELDS.keywords}
          optional
          value={draft.keywords}
          hint={FIELDS.keywordsHint}
          max={200}
          onInput={(keywords) => edit({ keywords })}
        />
        <Choice
          label={FIELDS.kind}
          options={KINDS}
          chosen={[draft.kind]}
          onChange={([kind = draft.kind]) => edit({ kind })}
        />
        <Choice
          label={FIELDS.office}
          options={menu.offices.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={[draft.office]}
          onChange={([office = draft.office]) => edit({ office })}
        />
        <Choice
          label={FIELDS.urgency}
          options={URGENCIES}
          chosen={[draft.urgency]}
          onChange={([urgency = draft.urgency]) => edit({ urgency })}
        />
        <Choice
          label={FIELDS.evidence}
          even
          options={EVIDENCE}
          chosen={[draft.evidence]}
          onChange={([evidence = draft.evidence]) => edit({ evidence })}
        />
        <Choice
          label={FIELDS.phone}
          even
          options={PHONES}
          chosen={[draft.phone]}
          onChange={([phone = draft.phone]) => edit({ phone })}
        />
        <Questions questions={draft.questions} onChange={(questions) => edit({ questions })} wrong={wrong} />
      </Stack>
    </Sheet>
  );
}

interface QuestionsProps {
  questions: readonly AskDraft[];
  onChange: (questions: readonly AskDraft[]) => void;
  wrong: (field: string) => string | null;
}

function Questions({ questions, onChange, wrong }: QuestionsProps) {
  const edit = (id: string, part: Partial<AskDraft>) =>
    onChange(questions.map((question) => (question.id === id ? { ...question, ...part } : question)));
  return (
    <Section title={FIELDS.questions}>
      {questions.length === 0 && <Text tone="soft">{FIELDS.noQuestions}</Text>}
      {questions.map(({ id, ask, options, required }) => (
        <Stack key={id} gap={12}>
          <Field
            label={FIELDS.ask}
            value={ask}
            error={wrong(`ask ${id}`)}
            max={40}
            onInput={(words) => edit(id, { ask: words })}
          />
          <Field
            area
            label={FIELDS.options}
            optional
            value={options}
            hint={FIELDS.optionsHint}
            error={wrong(`options ${id}`)}
            max={240}
            onInput={(words) => edit(id, { options: words })}
          />
          <Toggle label={FIELDS.required} on={required} onChange={(on) => edit(id, { required: on })} />
          <Button kind="quiet" onPress={() => onChange(questions.filter((question) => question.id !== id))}>
            {FIELDS.dropQuestion}
          </Button>
        </Stack>
      ))}
      {questions.length < QUESTIONS_MAX && (
        <Button kind="outline" onPress={() => onChange([...questions, nextQuestion(questions)])}>
          {FIELDS.addQuestion}
        </Button>
      )}
    </Section>
  );
}

/** More than this nobody answers on a stairwell. */
const QUESTIONS_MAX = 6;
