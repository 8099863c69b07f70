/**
 * The ledger of messages, one document for each person: what they consented to, what was sent. A consent is used up by
 * one conditional write before the message leaves, so that of many at once exactly one spends it.
 */
import { LEFT_MAX, type Left, spends, TEMPLATES, type Template } from '@/domain/budget/budget';
import { Refusal } from '@/domain/flow/refusal';
import { command, db, isDuplicate, readDocument } from './cloud';
import { digest } from './digest';

/** One line of the ledger: `gained` by a tap (`by` is its key), `spent` on a notice, `lost` when WeChat knew of none. */
export interface Line {
  readonly at: number;
  readonly what: 'gained' | 'spent' | 'lost';
  readonly template: Template;
  readonly by: string;
  /** Signed change of what is left. */
  readonly count: number;
}

export interface Budget {
  readonly _id: string;
  readonly left: Left;
  /** Keys of taps, with the template, and notices: what is named here is never counted twice. */
  readonly gained: readonly string[];
  readonly spent: readonly string[];
  readonly lines: readonly Line[];
}

const BUDGETS = 'consents';
/** Tries of one conditional write while others are faster. */
const TRIES = 10;
const idOf = (person: string): string => `m${digest('messages', person)}`;

const NONE: Left = Object.fromEntries(TEMPLATES.map((template) => [template, 0]));

export const budgetOf = (person: string): Promise<Budget | null> =>
  readDocument<Budget>(BUDGETS, idOf(person));

/**
 * Adds one of each of these templates; the same key again adds nothing. Beyond the most that is kept, nothing is added.
 * Refuses KEY_REUSED, and adds nothing, when the key has added others.
 */
export async function gain(
  person: string,
  templates: readonly Template[],
  key: string,
  now: number,
): Promise<Left> {
  const _id = idOf(person);
  const marks = templates.map((template) => `${key}.${template}`);
  const others = TEMPLATES.map((template) => `${key}.${template}`).filter((mark) => !marks.includes(mark));
  for (const template of new Set(templates)) {
    const line: Line = { at: now, what: 'gained', template, by: key, count: 1 };
    const { updated } = await db
      .collection(BUDGETS)
      .where({
        _id,
        [`left.${template}`]: command.lt(LEFT_MAX),
        gained: command.nin([`${key}.${template}`, ...others]),
      })
      .update({
        [`left.${template}`]: command.inc(1),
        gained: command.push([`${key}.${template}`]),
        lines: command.push([line]),
      });
    if (updated === 0 && !(await budgetOf(person))) {
      await begin(_id);
      return gain(person, templates, key, now);
    }
  }
  const budget = await budgetOf(person);
  if (budget?.gained.some((mark) => others.includes(mark))) throw new Refusal('KEY_REUSED', { field: 'key' });
  return budget?.left ?? NONE;
}

/** Spends one consent on a notice, if the plan says so and one is left; null when the list in the app is all there is. */
export async function spendOn(
  person: string,
  kind: string,
  notice: string,
  now: number,
): Promise<Template | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const budget = await budgetOf(person);
    const template = budget && !budget.spent.includes(notice) ? spends(kind, budget.left) : null;
    if (!budget || !template) return null;
    const line: Line = { at: now, what: 'spent', template, by: notice, count: -1 };
    const { updated } = await db
      .collection(BUDGETS)
      .where({
        _id: budget._id,
        // as the plan saw it: when somebody spends meanwhile, the plan is asked again
        [`left.${template}`]: budget.left[template],
        spent: command.nin([notice]),
      })
      .update({
        [`left.${template}`]: command.inc(-1),
        spent: command.push([notice]),
        lines: command.push([line]),
      });
    if (updated === 1) return template;
  }
  return null;
}

/** WeChat knows of no consent (43101): whatever we believed is wrong, and the ledger says so. */
export async function lose(person: string, template: Template, notice: string, now: number): Promise<void> {
  const budget = await budgetOf(person);
  const left = budget?.left[template] ?? 0;
  if (!budget || left === 0) return;
  const line: Line = { at: now, what: 'lost', template, by: notice, count: -left };
  await db
    .collection(BUDGETS)
    .where({ _id: budget._id, [`left.${template}`]: left })
    .update({ [`left.${template}`]: 0, lines: command.push([line]) });
}

/** Takes every consent back. The taps stay known, so that one that arrives once more gives none again. One call. */
export async function withdrawBudget(person: string): Promise<void> {
  await db
    .collection(BUDGETS)
    .where({ _id: idOf(person) })
    .update({ left: command.set(NONE) });
}

/** The ledger is gone with the person it was about. One call. */
export async function forgetBudget(person: string): Promise<void> {
  await db
    .collection(BUDGETS)
    .where({ _id: idOf(person) })
    .remove();
}

async function begin(_id: string): Promise<void> {
  try {
    await db.collection(BUDGETS).add({ _id, left: NONE, gained: [], spent: [], lines: [] });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
