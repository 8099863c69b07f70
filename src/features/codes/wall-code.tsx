import { sayWallCode } from '@/domain/record/wall-code';
import { CodeCard } from '@/src/ui/code-sheet';
import { type Code, useCodePicture } from './use-codes';
import { CODES } from './words';

/** One code with everything that is printed beside it. */
export function WallCode({ code }: { code: Code }) {
  const { name, words } = code;
  return (
    <CodeCard
      picture={useCodePicture(code)}
      label={CODES.spoken(name)}
      mark={CODES.mark}
      name={name}
      line={words === name ? undefined : words}
      foot={[CODES.scan, CODES.urgent, CODES.typed(sayWallCode(code.scene))]}
    />
  );
}
