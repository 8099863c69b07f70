/** A service as it stands in the form: keywords with blanks between them, options one a line. Pure, so that a test can try it. */
import type { MenuView } from '@/contract/menu';
import type { Question, Service } from '@/domain/catalogue/catalogue';
import { LACKS } from './words';

export interface AskDraft {
  readonly id: string;
  readonly ask: string;
  readonly options: string;
  readonly required: boolean;
  /** What the form does not show, kept as it was. */
  readonly stops?: readonly string[];
  readonly notice?: string;
}

export interface Draft extends Omit<Service, 'keywords' | 'questions'> {
  readonly keywords: string;
  readonly questions: readonly AskDraft[];
}

export function draftOf({ keywords, questions, ...service }: Service): Draft {
  return {
    ...service,
    keywords: keywords.join(' '),
    questions: questions.map(({ id, ask, options = [], required, stops, notice }) => ({
      id,
      ask,
      options: options.join('\n'),
      required,
      ...(stops && { stops }),
      ...(notice && { notice }),
    })),
  };
}

export function serviceOf({ keywords, questions, ...draft }: Draft): Service {
  return {
    ...draft,
    name: draft.name.trim(),
    hint: draft.hint.trim(),
    keywords: split(keywords, /[\s,，、]+/),
    questions: questions.map(questionOf),
  };
}

function questionOf({ id, ask, options, required, stops, notice }: AskDraft): Question {
  const choices = optionsIn(options);
  const still = stops?.filter((option) => choices.includes(option)) ?? [];
  return {
    id,
    ask: ask.trim(),
    required,
    type: choices.length > 0 ? 'choice' : 'text',
    ...(choices.length > 0 && { options: choices }),
    ...(still.length > 0 && notice && { stops: still, notice }),
  };
}

/** A new service as it begins: a general report for the first office. */
export function blank({ offices, icons }: Pick<MenuView, 'offices' | 'icons'>): Draft {
  return {
    id: '',
    name: '',
    kind: 'order',
    office: offices[0]?.id ?? 'party',
    hint: '',
    icon: icons[0] ?? 'list',
    keywords: '',
    urgency: 'L3',
    questions: [],
    evidence: 'optional',
    phone: 'optional',
  };
}

/** The first thing that is lacking, and where; null when it may be saved. */
export function lackIn(draft: Draft, taken: readonly string[]): { field: string; words: string } | null {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(draft.id)) return { field: 'id', words: LACKS.id };
  if (taken.includes(draft.id)) return { field: 'id', words: LACKS.taken };
  if (!draft.name.trim()) return { field: 'name', words: LACKS.name };
  if (!draft.hint.trim()) return { field: 'hint', words: LACKS.hint };
  for (const { id, ask, options } of draft.questions) {
    if (!ask.trim()) return { field: `ask ${id}`, words: LACKS.ask };
    const choices = optionsIn(options);
    if (choices.length === 1 || choices.some((choice) => choice.length > 20))
      return { field: `options ${id}`, words: LACKS.options };
  }
  return null;
}

/** The id of one more question: the first free number. */
export function nextQuestion(questions: readonly AskDraft[]): AskDraft {
  const taken = new Set(questions.map(({ id }) => id));
  let nth = 1;
  while (taken.has(`q${nth}`)) nth += 1;
  return { id: `q${nth}`, ask: '', options: '', required: false };
}

const split = (words: string, by: string | RegExp): string[] => [
  ...new Set(
    words
      .split(by)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** One a line: an answer may hold blanks, such as “80 到 89 岁”. */
const optionsIn = (lines: string): string[] => split(lines, '\n');
