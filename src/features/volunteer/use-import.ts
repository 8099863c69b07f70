/** A list of those who report to two organisations: opened, tried, then taken; in parts that a call can carry. */
import { useRef, useState } from 'react';
import type { ImportView } from '@/contract/volunteer';
import { call, say, sentenceOf, useDoing } from '@/src/platform';
import { openSheet } from '@/src/platform/sheet-file';
import { type Row, type Trial, tryFile } from './import-list';
import { IMPORT } from './words';

/** So many rows travel in one call. */
const PART = 200;

export interface Importing {
  /** What was tried, and what that said; null before a file was chosen. */
  readonly trial: Trial | null;
  readonly doing: boolean;
  readonly choose: () => void;
  readonly take: () => void;
}

export function useImport(onDone: () => void): Importing {
  const { act, doing } = useDoing();
  const [trial, setTrial] = useState<Trial | null>(null);
  const files = useRef(0);

  const choose = async () => {
    // an answer about a file that was chosen before another one is nobody's any more
    let mine = files.current;
    const show = (next: Trial | null) => {
      if (next === null) mine = ++files.current;
      if (mine === files.current) setTrial(next);
    };
    const dry = async (rows: readonly Row[]) => {
      let view: ImportView | null = null;
      await act(async () => {
        view = await inParts(rows, true);
      });
      return view;
    };
    try {
      await tryFile(openSheet, dry, show);
    } catch (error) {
      say(error instanceof Error ? error.message : sentenceOf(error));
    }
  };
  const take = async () => {
    if (!trial) return;
    const done = await act(async () => {
      await inParts(trial.rows, false);
    });
    if (!done) return;
    say(IMPORT.done);
    setTrial(null);
    onDone();
  };
  return { trial, doing, choose: () => void choose(), take: () => void take() };
}

/** One part after the other, and their sum. A part that is sent twice changes nothing. */
async function inParts(rows: readonly Row[], dry: boolean): Promise<ImportView> {
  let sum: ImportView = { dry, fresh: 0, changed: 0, same: 0, wrong: 0, rows: [] };
  for (let from = 0; from < rows.length; from += PART) {
    const part = await call('enrolment.import', { dry, rows: [...rows.slice(from, from + PART)] });
    sum = {
      dry,
      fresh: sum.fresh + part.fresh,
      changed: sum.changed + part.changed,
      same: sum.same + part.same,
      wrong: sum.wrong + part.wrong,
      rows: [...sum.rows, ...part.rows],
    };
  }
  return sum;
}
