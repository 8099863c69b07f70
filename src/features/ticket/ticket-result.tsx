import type { TicketView } from '@/contract';
import { PhotoGrid, Stack, Text } from '@/src/ui';
import { TICKET } from './words';

/** What was done: the handler's own words, how long it took, and before beside after. Null before there is a result. */
export function TicketResult({ ticket }: { ticket: TicketView }) {
  const { result, photos } = ticket;
  if (!result) return null;
  const [before] = photos;
  const [after, ...others] = result.photos;
  return (
    <Stack gap={8}>
      <Text kept>{result.text}</Text>
      <Text kind="note">
        {result.words} · {result.when} · {result.tookWords}
      </Text>
      {after && before && (
        <PhotoGrid
          pair
          photos={[
            { ...before, label: TICKET.before },
            { ...after, label: TICKET.after },
          ]}
        />
      )}
      {(before ? others : result.photos).length > 0 && (
        <PhotoGrid
          photos={(before ? others : result.photos).map((photo) => ({ ...photo, label: TICKET.after }))}
        />
      )}
    </Stack>
  );
}
