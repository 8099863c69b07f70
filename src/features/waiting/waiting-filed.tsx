/** The end of a form that could not be sent yet. */
import { useEffect } from 'react';
import { offline, useWaiting } from '@/src/platform';
import { Banner, Button } from '@/src/ui';
import { WaitingSlip, type WaitingSlipsProps } from './waiting-slips';
import { WAITING } from './words';

export interface WaitingFiledProps extends WaitingSlipsProps {
  /** Its client key. */
  id: string;
  /** It has arrived as this ticket; null when the person took it back. */
  onArrived: (ticket: string | null) => void;
  onTickets: () => void;
}

/** Says that it is kept, and goes on by itself once it has arrived. */
export function WaitingFiled({ id, onArrived, onTickets, onCorrect }: WaitingFiledProps) {
  const [one] = useWaiting(id);
  const gone = one === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it leaves the queue
  useEffect(() => {
    if (gone)
      offline().then(
        ({ post }) => onArrived(post.arrivedAs(id) ?? null),
        () => onArrived(null),
      );
  }, [gone]);
  if (!one) return null;
  return (
    <>
      {!one.refused && (
        <Banner tone="today" icon="offline">
          {WAITING.filedLine}
        </Banner>
      )}
      <WaitingSlip one={one} onCorrect={onCorrect} fresh />
      <Button kind="quiet" onPress={onTickets}>
        {WAITING.toTickets}
      </Button>
    </>
  );
}
