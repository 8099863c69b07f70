/** The message budget of a person: what WeChat may be asked for, and what was consented to. */

import type { BudgetView } from '@/contract/budget';
import type { Left } from '@/domain/budget/budget';
import { TEMPLATES } from '@/domain/budget/budget';
import { budgetOf, gain } from '../runtime/budget';
import { templateIds } from '../runtime/notices';
import { signed } from '../runtime/serve';

export const readBudget = signed<'notice.budget'>(async (_, { actor }) =>
  viewOf((await budgetOf(actor.id))?.left ?? {}),
);

export const giveConsent = signed<'notice.consent'>(async ({ key, templates }, { actor, now }) =>
  viewOf(await gain(actor.id, templates, key, now)),
);

function viewOf(left: Left): BudgetView {
  const ids = templateIds();
  const total = TEMPLATES.reduce((sum, template) => sum + (left[template] ?? 0), 0);
  return {
    templates: TEMPLATES.flatMap((name) => (ids[name] ? [{ name, id: ids[name] }] : [])),
    left,
    words: total > 0 ? `还能在微信里通知您 ${total} 次` : '现在只在这里告诉您，微信里没有消息',
  };
}
