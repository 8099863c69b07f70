import { useState } from 'react';
import { Banner } from '@/src/ui';
import type { Filing } from './use-filing';
import { FILING } from './words';

export interface FilingBannersProps {
  form: Filing;
  onTickets: () => void;
}

/**
 * Where the banner stands: what is known when the form opens, at its head; what a send brings, at its end, beside the
 * button: nothing moves what somebody is about to press.
 */
export function useBannerPlace(form: Filing): 'head' | 'end' {
  const [early] = useState(form.arrivedBefore || form.unsent || form.refused !== null || form.found);
  return early ? 'head' : 'end';
}

/** What happened to this form before now: found again, not sent yet, sent twice. */
export function FilingBanners({ form, onTickets }: FilingBannersProps) {
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
