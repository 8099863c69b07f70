/** Which of the kept answers stay: pure. */

/** One kept answer: its question, when it was given (ms of this phone), its length in characters. */
export interface Note {
  readonly question: string;
  readonly at: number;
  readonly size: number;
}

export const MOST = 40;
export const LARGEST = 800_000;
/** An answer this old says nothing about today. Milliseconds. */
export const OLDEST = 3 * 24 * 3600_000;

/** What stays and what goes when `fresh` comes in: the newest within the bounds. */
export function bounded(notes: readonly Note[], fresh: Note): { stay: Note[]; go: Note[] } {
  const stay: Note[] = [];
  const go: Note[] = [];
  let room = LARGEST;
  for (const note of [fresh, ...notes.filter(({ question }) => question !== fresh.question)]) {
    room -= note.size;
    const fits = room >= 0 && stay.length < MOST && note.at > fresh.at - OLDEST;
    (fits ? stay : go).push(note);
  }
  return { stay, go };
}
