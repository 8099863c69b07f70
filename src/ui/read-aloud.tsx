import { CAN_SPEAK, speak } from '@/src/platform/speak';
import { useLargeType } from '@/src/platform/type-size';
import { Button } from './button';

/** 读给我听: in large type, where the phone has a voice. Nothing otherwise. */
export function ReadAloud({ sentences }: { sentences: readonly (string | null | undefined)[] }) {
  const large = useLargeType();
  if (!large || !CAN_SPEAK) return null;
  const said = sentences.filter((sentence): sentence is string => Boolean(sentence));
  return (
    <Button kind="quiet" icon="volume" onPress={() => speak(said)}>
      读给我听
    </Button>
  );
}
