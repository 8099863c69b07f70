import { Banner } from '@/src/ui';
import type { Filing } from './use-filing';
import { FILING } from './words';

/** What happened to this form before now: found again, not sent yet, sent twice. */
export function FilingBanners({ form, onTickets }: { form: Filing; onTickets: () => void }) {
  const { arrivedBefore, unsent, found, refused, startOver } = form;
  if (arrivedBefore)
    return (
      <Banner
        tone="ok"
        icon="check"
        action={{
          label: FILING.toTickets,
          onPress: () => {
            startOver();
            onTickets();
          },
        }}
      >
        {FILING.arrivedBefore}
      </Banner>
    );
  if (unsent)
    return (
      <Banner tone="today" icon="offline">
        {FILING.unsent}
      </Banner>
    );
  if (refused)
    return (
      <Banner tone="late" icon="alert">
        {FILING.refused(refused)}
      </Banner>
    );
  if (found)
    return (
      <Banner icon="edit" action={{ label: FILING.startOver, onPress: startOver }}>
        {FILING.found}
      </Banner>
    );
  return null;
}
