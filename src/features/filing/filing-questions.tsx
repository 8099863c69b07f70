import type { Question } from '@/domain/catalogue/catalogue';
import { Choice, Field } from '@/src/ui';
import type { Filing } from './use-filing';
import { FILING } from './words';

/** The service's own questions: chips where there are options, a line where there are none. */
export function FilingQuestions({ form }: { form: Filing }) {
  return (
    <>
      {form.service.questions.map((question) => (
        <Asked key={question.id} question={question} form={form} />
      ))}
    </>
  );
}

function Asked({ question, form }: { question: Question; form: Filing }) {
  const { id, ask, type, options = [], required } = question;
  const said = form.answers[id] ?? '';
  const error = form.problems[`answers.${id}`] ?? null;
  if (type === 'text')
    return (
      <Field
        label={ask}
        value={said}
        onInput={(text) => form.answer(question, text, false)}
        onBlur={form.save}
        optional={!required}
        error={error}
      />
    );
  return (
    <Choice
      label={required ? ask : `${ask}${FILING.optional}`}
      options={options.map((value) => ({ value, label: value }))}
      chosen={said ? [said] : []}
      onChange={([value = '']) => form.answer(question, value, true)}
      error={error}
    />
  );
}
