import { useState } from 'react';
import { Card, ListRow, Sheet } from '@/src/ui';
import type { Code } from './use-codes';
import { WallCode } from './wall-code';
import { CODES } from './words';

/** For a phone that cannot print: one row for each code, one picture at a time. */
export function CodeList({ codes }: { codes: readonly Code[] }) {
  const [shown, show] = useState<Code | null>(null);
  return (
    <Card flush>
      {codes.map((code) => (
        <ListRow
          key={code.scene}
          icon="code"
          title={code.name}
          line={code.words === code.name ? undefined : code.words}
          onPress={() => show(code)}
        />
      ))}
      <Sheet open={shown !== null} title={CODES.show} onClose={() => show(null)}>
        {shown && <WallCode code={shown} />}
      </Sheet>
    </Card>
  );
}
