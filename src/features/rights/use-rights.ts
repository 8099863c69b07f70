import { useState } from 'react';
import type { ExportRow, RightsView } from '@/contract/rights';
import { PARTS } from '@/domain/rights/holdings';
import { PART_WORDS } from '@/domain/rights/words';
import { ask, call, copy, renewSession, say, useDoing, useLoaded } from '@/src/platform';
import { saveText } from '@/src/platform/save-text';
import { toCsv } from '@/src/platform/spreadsheet/to-csv';
import { wipePhone } from '@/src/platform/wipe';
import { RIGHTS } from './words';

/** What is held about me, and what I can do with it. */
export function useRights() {
  const { screen, replace } = useLoaded(() => call('rights.read', {}), []);
  const { doing, act } = useDoing();
  const [gone, setGone] = useState(false);
  const change = (answer: () => Promise<RightsView>, said: string) =>
    act(async () => {
      const view = await answer();
      await replace(async () => view);
      // others know of a name and of being a volunteer by the session
      renewSession(await call('session.open', {}));
      say(said);
    });
  return {
    screen,
    doing,
    gone,
    withdraw: (what: RightsView['consents'][number]['id']) =>
      change(() => call('rights.withdraw', { what }), RIGHTS.withdrawn),
    correct: (what: { name: string; phone: string } | { id: string; address: string }) =>
      change(() => call('rights.correct', what), RIGHTS.corrected),
    take: (as: 'table' | 'json') =>
      act(async () => {
        const rows = await everything();
        const text = as === 'table' ? tableOf(rows) : JSON.stringify(rows, null, 2);
        const name = as === 'table' ? RIGHTS.tableName : RIGHTS.jsonName;
        if (await saveText(name, text)) say(RIGHTS.saved);
        else {
          await copy(text);
          say(RIGHTS.copied);
        }
      }),
    erase: () =>
      act(async () => {
        if (!(await ask(RIGHTS.eraseTitle, RIGHTS.eraseWords, RIGHTS.eraseYes))) return;
        await call('rights.erase', { sure: RIGHTS.eraseYes });
        // drafts and what was read lie on this phone
        await wipePhone();
        setGone(true);
      }),
  };
}

/** All of it, page by page; one call for each twenty. */
async function everything(): Promise<ExportRow[]> {
  const all: ExportRow[] = [];
  for (const part of PARTS)
    for (let after: string | null | undefined; after !== null; ) {
      const page = await call('rights.export', { part, ...(after && { after }) });
      all.push(...page.rows);
      after = page.next;
    }
  return all;
}

const tableOf = (rows: readonly ExportRow[]): string =>
  toCsv([
    [...RIGHTS.tableHead],
    ...rows.map(({ part, no, when, title, text, state, place, more }) => [
      PART_WORDS[part],
      no,
      when,
      title,
      text,
      state,
      place,
      more,
    ]),
  ]);
