import { Choice } from '@/src/ui';
import type { Solved } from './use-rating';
import { RATING } from './words';

/** 没好 and 好了, as the resident's own word. */
export function AgreeButtons({
  solved,
  onChange,
}: {
  solved: Solved | null;
  onChange: (solved: Solved) => void;
}) {
  return (
    <Choice<Solved>
      even
      options={[
        { value: 'no', label: RATING.no, icon: 'cross', unhappy: true },
        { value: 'yes', label: RATING.yes, icon: 'check' },
      ]}
      chosen={solved ? [solved] : []}
      onChange={([next]) => next && onChange(next)}
    />
  );
}
