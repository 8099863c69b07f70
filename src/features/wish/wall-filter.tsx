import { useState } from 'react';
import { KINDS } from '@/domain/wish/kinds';
import { Choice, Segments, Sheet, Stack } from '@/src/ui';
import type { WallChoice } from './use-wishes';
import { WALL } from './words';

export interface WallFilterProps {
  choice: Omit<WallChoice, 'scene'>;
  onChange: (change: Partial<WallChoice>) => void;
  /** Offers what suits the reader's skills. */
  volunteer: boolean;
}

const SHELVES = [
  { value: 'open', label: WALL.open },
  { value: 'taken', label: WALL.taken },
] as const;

/** Which part of the wall: still free or already taken, near, of one kind, what suits me. */
export function WallFilter({ choice, onChange, volunteer }: WallFilterProps) {
  const [choosing, choose] = useState(false);
  const kind = KINDS.find(({ id }) => id === choice.kind);
  const on = [
    ...(choice.near ? ['near' as const] : []),
    ...(choice.fit ? ['fit' as const] : []),
    ...(kind ? ['kind' as const] : []),
  ];
  const options = [
    ...(volunteer ? [{ value: 'fit' as const, label: WALL.fit }] : []),
    { value: 'near' as const, label: WALL.near },
    { value: 'kind' as const, label: kind?.name ?? WALL.kinds },
  ];
  return (
    <>
      <Segments options={SHELVES} chosen={choice.shelf} onChange={(shelf) => onChange({ shelf })} />
      <Choice
        many
        options={options}
        chosen={on}
        onChange={(chosen) => {
          if (chosen.includes('kind') !== on.includes('kind')) return choose(true);
          onChange({ near: chosen.includes('near'), fit: chosen.includes('fit') });
        }}
      />
      <Sheet open={choosing} title={WALL.kindsTitle} onClose={() => choose(false)}>
        <Stack gap={12}>
          <Choice
            rows
            options={[
              { value: '', label: WALL.allKinds },
              ...KINDS.map(({ id, name, hint, icon }) => ({ value: id, label: name, note: hint, icon })),
            ]}
            chosen={[choice.kind ?? '']}
            onChange={([id = '']) => {
              onChange({ kind: id || undefined });
              choose(false);
            }}
          />
        </Stack>
      </Sheet>
    </>
  );
}
