/** Messages on WeChat: what a phone may ask consent for, and what it was given. */
import * as z from 'zod/mini';
import { ASKED_AT_ONCE, type Left, TEMPLATES, type Template } from '@/domain/budget/budget';
import { key } from './pieces';

export const budgetInputs = {
  /** What may be asked, and how many of each are left. */
  'notice.budget': z.strictObject({}),
  /** The person has just agreed to these in WeChat's own window. */
  'notice.consent': z.strictObject({
    key,
    templates: z.array(z.enum(TEMPLATES)).check(z.minLength(1), z.maxLength(ASKED_AT_ONCE)),
  }),
} as const;

export interface BudgetView {
  /** Templates that are set up, with WeChat's ids for `requestSubscribeMessage`; empty where there is no WeChat. */
  readonly templates: readonly { readonly name: Template; readonly id: string }[];
  readonly left: Left;
  /** 还能在微信里通知您 2 次 */
  readonly words: string;
}

export interface BudgetOutputs {
  'notice.budget': BudgetView;
  'notice.consent': BudgetView;
}
