/** The verdict while it is being given. Nothing is chosen beforehand: a rating is given, never assumed. */
import { useState } from 'react';
import { isUnhappy, type Level, RATING_REASONS, type RatingReason } from '@/domain/ticket/ticket';
import { RATING } from './words';

export type Solved = 'yes' | 'no';

export interface Verdict {
  readonly solved?: Solved;
  readonly level?: Level;
  readonly reasons?: RatingReason[];
  readonly text?: string;
}

export function useRating() {
  const [solved, setSolved] = useState<Solved | null>(null);
  const [level, setLevel] = useState<Level | null>(null);
  const [reasons, setReasons] = useState<RatingReason[]>([]);
  const [text, setText] = useState('');
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
