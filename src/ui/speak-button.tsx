/** Speaking instead of typing. Not part of the index: only what speaks fetches it. */
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { cls, press } from './a11y';
import { Icon } from './icon';
import { SPEAK } from './speak-room';

export interface SpeakButtonProps {
  listening: boolean;
  busy: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** Held so long (ms), letting go ends it; a shorter touch begins, and the next one ends it. */
const HELD = 600;
/** A touch is followed by a click of its own within this time (ms). */
const ECHO = 900;

/** Hold to speak, or tap to begin and tap to end; by the keyboard and the screen reader as a tap. */
export function SpeakButton({ listening, busy, onStart, onStop }: SpeakButtonProps) {
  const down = useRef<number | null>(null);
  const touched = useRef(0);
  const begin = () => {
    if (busy) return;
    touched.current = Date.now();
    if (listening) onStop();
    else {
      down.current = Date.now();
      onStart();
    }
  };
  const end = () => {
    touched.current = Date.now();
    if (down.current !== null && Date.now() - down.current > HELD) onStop();
    down.current = null;
  };
  const tap = () => {
    if (busy || Date.now() - touched.current < ECHO) return;
    if (listening) onStop();
    else onStart();
  };
  const words = listening ? '正在听，再点一下就说完' : busy ? '正在存' : SPEAK;
  return (
    <View
      className={cls('button', listening ? 'is-main' : 'is-outline', 'speak')}
      {...press(tap, { label: words })}
      onTouchStart={begin}
      onTouchEnd={end}
      onTouchCancel={end}
    >
      <Icon name="mic" />
      {words}
    </View>
  );
}
