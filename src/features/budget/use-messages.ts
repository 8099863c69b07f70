/** The message budget on the phone: what may be asked, and the tap that asks. */

import type { BudgetView } from '@/contract/budget';
import { call, type Screen, say, useLoaded } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { askToSend } from '@/src/platform/subscribe';
import { MESSAGES } from './words';

/** WeChat asks for so many at once; said here, so that the phone does not carry the plan along. */
const AT_ONCE = 3;

export function useMessages(): { screen: Screen<BudgetView>; doing: boolean; ask: () => void } {
  const { screen, replace } = useLoaded(() => call('notice.budget', {}), []);
  const { doing, send } = useSubmit();
  const ask = () => {
    if (screen.state !== 'ready') return;
    const asked = screen.data.templates.slice(0, AT_ONCE);
    // nothing may be waited for before WeChat is asked
    const answer = askToSend(asked.map(({ id }) => id));
    void answer.then(async (agreed) => {
      const templates = asked.filter(({ id }) => agreed.includes(id)).map(({ name }) => name);
      if (templates.length === 0) return;
      const said = [templates, Date.now()];
      const done = await send('consent', said, (key) =>
        replace(() => call('notice.consent', { key, templates })),
      );
      if (done) say(MESSAGES.thanks);
    });
  };
  return { screen, doing: doing !== null, ask };
}
