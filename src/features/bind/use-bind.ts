/** Binding this WeChat identity to a person of the roster. */
import { useRef, useState } from 'react';
import type { Me } from '@/contract';
import { call, Refused, renewSession, sentenceOf } from '@/src/platform';
import { asPrinted, CODE_LENGTH, lettersOf } from './invitation';
import { BIND } from './words';

export function useBind(onBound: (me: Me) => void) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [binding, setBinding] = useState(false);
  const running = useRef(false);

  const write = (typed: string) => {
    setCode(asPrinted(typed));
    setError(null);
  };
  const bind = async () => {
    const letters = lettersOf(code);
    if (letters.length < CODE_LENGTH) return setError(BIND.short(letters.length));
    if (running.current) return;
    running.current = true;
    setBinding(true);
    try {
      const me = await bound(letters);
      renewSession(me);
      onBound(me);
    } catch (problem) {
      setError(sentenceOf(problem));
    } finally {
      running.current = false;
      setBinding(false);
    }
  };
  return { code, write, error, binding, bind: () => void bind() };
}

/** An earlier try may have gone through without an answer: then this person is already who they want to be. */
async function bound(code: string): Promise<Me> {
  try {
    return await call('staff.bind', { code });
  } catch (problem) {
    if (problem instanceof Refused && problem.code === 'ALREADY_STAFF') return call('session.open', {});
    throw problem;
  }
}
