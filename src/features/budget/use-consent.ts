/** Asks for messages in a tap that begins something: the next steps of it are then told on WeChat, too. */
import { useCallback, useEffect, useRef } from 'react';
import type { Template } from '@/domain/budget/budget';
import { call, clientKey } from '@/src/platform';
import { askToSend, CAN_SUBSCRIBE } from '@/src/platform/subscribe';

type Asked = readonly { readonly name: Template; readonly id: string }[];

/**
 * What to call first thing in that tap: opens WeChat's own window for those of these templates of which none is left,
 * once a page, and resolves when it has closed. Does nothing where there is no WeChat or nothing to ask; never fails, as
 * the list in the app tells everything.
 */
export function useConsent(wanted: readonly Template[]): () => Promise<void> {
  const asked = useRef<Asked>([]);
  const names = wanted.join();
  useEffect(() => {
    if (!CAN_SUBSCRIBE) return;
    call('notice.budget', {}).then(({ templates, left }) => {
      asked.current = templates.filter(({ name }) => names.split(',').includes(name) && !left[name]);
    }, ignore);
  }, [names]);
  return useCallback(async () => {
    const ask = asked.current;
    if (ask.length === 0) return;
    asked.current = [];
    try {
      // nothing may be waited for before WeChat is asked
      const agreed = await askToSend(ask.map(({ id }) => id));
      const templates = ask.filter(({ id }) => agreed.includes(id)).map(({ name }) => name);
      // what was begun with this tap does not wait for the ledger
      if (templates.length > 0) void call('notice.consent', { key: clientKey(), templates }).catch(ignore);
    } catch {
      ignore();
    }
  }, []);
}

const ignore = (): void => undefined;
