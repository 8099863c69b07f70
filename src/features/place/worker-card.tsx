import type { PlaceView } from '@/contract';
import { dial } from '@/src/platform';
import { Card, Person, Text } from '@/src/ui';
import { PLACE } from './words';

/** The grid worker who answers for this place, and how to call. */
export function WorkerCard({ place }: { place: PlaceView }) {
  const { worker } = place;
  return (
    <Card>
      {worker ? (
        <Person
          name={worker.name}
          role={PLACE.worker}
          line={lineOf(worker)}
          onCall={worker.phone ? () => dial(worker.phone) : undefined}
        />
      ) : (
        <Text tone="soft">{PLACE.nobody}</Text>
      )}
    </Card>
  );
}

function lineOf({ post, households }: NonNullable<PlaceView['worker']>): string {
  const name = post.replace(/网格员$/, '');
  return households === null ? name : `${name} · ${PLACE.households(households)}`;
}
