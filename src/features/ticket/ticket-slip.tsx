import type { ReactNode } from 'react';
import type { TicketView } from '@/contract';
import { KIND_WORDS } from '@/domain/ticket/words';
import { ClockPair, Rule, Seal, Slip, Stack, Text } from '@/src/ui';

export interface TicketSlipProps {
  ticket: TicketView;
  /** Has just been filed: slides in. */
  fresh?: boolean;
  /** Has just been finished under the reader's eyes: the seal lands. */
  stamped?: boolean;
  /** Between the sentence and the clocks: a result, facts for staff. */
  children?: ReactNode;
}

/** The slip: number, what, where, one plain sentence, the promise, and both clocks side by side. */
export function TicketSlip({ ticket, fresh, stamped, children }: TicketSlipProps) {
  const { no, kind, title, place, address, say, promise, clocks, state } = ticket;
  return (
    <Slip
      no={no}
      sort={KIND_WORDS[kind]}
      title={title}
      line={address || place}
      corner={sealOf(ticket, stamped)}
      fresh={fresh}
    >
      <Rule />
      <Stack gap={8}>
        <Stack gap={4}>
          <Text strong>{say}</Text>
          {promise && <Text tone={promise.late ? 'seal' : 'pine'}>{promise.words}</Text>}
        </Stack>
        {children}
      </Stack>
      {/* what follows another, or goes on as something else, is timed there */}
      <ClockPair
        clocks={state === 'merged' || state === 'became' ? [clocks.resident] : [clocks.resident, clocks.unit]}
      />
    </Slip>
  );
}

/** The stamp of a request that is done, or none. An end that is nobody's success is stamped without colour. */
function sealOf({ state }: TicketView, lands = false): ReactNode {
  if (state === 'not_accepted' || state === 'out_of_power')
    return <Seal words="未受理" tone="plain" lands={lands} />;
  if (state === 'withdrawn') return <Seal words="已撤回" tone="plain" lands={lands} />;
  if (state === 'became') return <Seal words="已转办" tone="plain" lands={lands} />;
  // nothing is finished while somebody is still asked whether it is
  if (state === 'resolved') return <Seal words="待评价" tone="pine" />;
  if (state === 'closed') return <Seal words="已办结" lands={lands} />;
  return undefined;
}
