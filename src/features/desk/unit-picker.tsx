import { useState } from 'react';
import { Card, Choice, ListRow, Sheet } from '@/src/ui';
import { UNIT } from './words';

export interface UnitPickerProps {
  units: readonly { readonly id: string; readonly name: string }[];
  unit: string;
  onChoose: (unit: string) => void;
}

/** Which unit a page is about: one row, and a sheet with the others, as an area has twenty. */
export function UnitPicker({ units, unit, onChoose }: UnitPickerProps) {
  const [open, show] = useState(false);
  if (units.length < 2) return null;
  const choose = (id: string | undefined) => {
    show(false);
    if (id !== undefined) onChoose(id);
  };
  return (
    <>
      <Card flush>
        <ListRow
          icon="building"
          title={units.find(({ id }) => id === unit)?.name ?? ''}
          line={UNIT.change}
          onPress={() => show(true)}
        />
      </Card>
      <Sheet open={open} title={UNIT.which} onClose={() => show(false)}>
        <Choice
          rows
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={[unit]}
          onChange={([id]) => choose(id)}
        />
      </Sheet>
    </>
  );
}
