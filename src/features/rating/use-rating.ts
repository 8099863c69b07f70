/** The verdict while it is being given. Nothing is chosen beforehand: a rating is given, never assumed. */
import { useEffect, useState } from 'react';
import type { Input } from '@/contract';
import { isUnhappy, type Level, RATING_REASONS, type RatingReason } from '@/domain/ticket/ticket';
import { forget, keep, offline, personal, recall } from '@/src/platform';
import { RATING } from './words';

export type Solved = 'yes' | 'no';

export interface Verdict {
  readonly solved?: Solved;
  readonly level?: Level;
  readonly reasons?: RatingReason[];
  readonly text?: string;
}

interface Kept {
  readonly solved: Solved | null;
  readonly level: Level | null;
  readonly reasons: RatingReason[];
  readonly text: string;
}
const BLANK: Kept = { solved: null, level: null, reasons: [], text: '' };

/** `ticket` names what is judged: what was chosen stays on this phone until it was sent. */
export function useRating(ticket: string) {
  const slot = personal(`rating.${ticket}`);
  const [start] = useState(() => ({ ...BLANK, ...recall<Partial<Kept>>(slot) }));
  const [solved, setSolved] = useState(start.solved);
  const [level, setLevel] = useState(start.level);
  const [reasons, setReasons] = useState(start.reasons);
  const [text, setText] = useState(start.text);
  useEffect(() => {
    if (solved || level || text) keep(slot, { solved, level, reasons, text } satisfies Kept);
    else forget(slot);
  }, [slot, solved, level, reasons, text]);
  const unhappy = isUnhappy({ solved, level });
  const verdict: Verdict = {
    ...(solved && { solved }),
    ...(level && { level }),
    ...(unhappy && { reasons }),
    ...(text.trim() && { text: text.trim() }),
  };
  return {
    solved,
    setSolved,
    level,
    setLevel,
    reasons,
    setReasons: (chosen: string[]) => setReasons(RATING_REASONS.filter((one) => chosen.includes(one))),
    text,
    setText,
    /** Given: the next round begins blank. */
    clear: () => {
      setSolved(null);
      setLevel(null);
      setReasons([]);
      setText('');
    },
    /** It was refused: what was given stands here again, to be changed, and the letter is taken back. */
    retake: (letter: Input<'ticket.move'>) => {
      setSolved(letter.solved === 'partly' ? null : (letter.solved ?? null));
      setLevel(letter.level ?? null);
      setReasons(letter.reasons ?? []);
      setText(letter.text ?? '');
      void offline().then(({ post }) => post.giveUp(letter.key));
    },
    /** It opens a rework: the cloud decides so by the same rule. */
    unhappy,
    verdict,
    /** One Chinese sentence while it cannot be sent. */
    missing: lack(),
  };

  function lack(): string | null {
    if (level === null && solved !== 'no') return RATING.missing;
    return unhappy && reasons.length === 0 ? RATING.missingReason : null;
  }
}

export type RatingForm = ReturnType<typeof useRating>;
