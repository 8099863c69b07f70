import { useState } from 'react';
import type { HonourView } from '@/contract/honour';
import {
  HONOUR,
  HONOURS,
  type HonourDeed,
  HonourHead,
  HonourSheet,
  HonourStory,
  Nominees,
  Objections,
  useHonour,
} from '@/src/features/honour';
import { useRouteParams } from '@/src/platform';
import { ActionBar, Button, WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** One honour: who was nominated, a ballot, the notice and what was objected. */
export default function HonourPage() {
  const acts = useHonour(useRouteParams().id ?? '');
  const [deed, setDeed] = useState<HonourDeed | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const { screen } = acts;
  const bar = screen.state === 'ready' && (
    <Bar
      honour={screen.data}
      chosen={chosen}
      doing={acts.doing}
      onDeed={setDeed}
      onVote={() => void acts.vote(chosen)}
    />
  );
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.honour}
      back={{ words: HONOURS.back, to: VOLUNTEER.honours }}
      title={HONOUR.title}
      bar={bar}
    >
      {() => (
        <WhenReady screen={screen}>
          {(honour) => (
            <>
              <HonourHead honour={honour} />
              <Nominees honour={honour} chosen={chosen} onChoose={setChosen} />
              <Objections honour={honour} onAnswer={(objection) => setDeed({ what: 'answer', objection })} />
              <HonourStory honour={honour} />
              {honour.allowed.includes('drop') && (
                <Button kind="quiet" onPress={() => setDeed({ what: 'drop' })}>
                  {HONOUR.drop}
                </Button>
              )}
              {deed && <HonourSheet honour={honour} deed={deed} acts={acts} onClose={() => setDeed(null)} />}
            </>
          )}
        </WhenReady>
      )}
    </VolunteerPage>
  );
}

interface BarProps {
  honour: HonourView;
  chosen: readonly string[];
  doing: boolean;
  onDeed: (deed: HonourDeed) => void;
  onVote: () => void;
}

function Bar({ honour: { allowed, mayChoose, nominees }, chosen, doing, onDeed, onVote }: BarProps) {
  if (mayChoose > 0)
    return (
      <ActionBar>
        <Button busy={doing} disabled={chosen.length === 0} onPress={onVote}>
          {HONOUR.vote}
        </Button>
      </ActionBar>
    );
  const may = (what: 'nominate' | 'object' | 'strike') => allowed.includes(what);
  const main = may('nominate') ? 'nominate' : may('object') ? 'object' : null;
  const strike = may('strike') && nominees.length > 0;
  if (!main && !strike) return null;
  return (
    <ActionBar>
      {strike && (
        <Button kind="outline" onPress={() => onDeed({ what: 'strike' })}>
          {HONOUR.strike}
        </Button>
      )}
      {main && <Button onPress={() => onDeed({ what: main })}>{HONOUR[main]}</Button>}
    </ActionBar>
  );
}
