import { useState } from 'react';
import type { PostView } from '@/contract/roster';
import { STAFF, StaffPage } from '@/src/features/desk';
import { UnitPicker } from '@/src/features/desk/unit-picker';
import { AwayList, LeaveSheet, PostList, PostSheet, ROSTER, useRoster } from '@/src/features/roster';
import { go, usePulled } from '@/src/platform';
import { ActionBar, Button, WhenReady } from '@/src/ui';

/** Who is there: leave to be entered by taps, posts with their weekdays, and what those who are away have in hand. */
export default function RosterPage() {
  const [unit, choose] = useState<string | null>(null);
  const acts = useRoster(unit);
  const [leaving, leave] = useState(false);
  const [post, open] = useState<PostView | null>(null);
  usePulled(acts.reload);
  return (
    <StaffPage
      here={STAFF.roster}
      back={{ words: ROSTER.back, to: STAFF.me }}
      title={() => ROSTER.title}
      bar={
        <ActionBar>
          <Button disabled={acts.screen.state !== 'ready'} onPress={() => leave(true)}>
            {ROSTER.leave}
          </Button>
        </ActionBar>
      }
    >
      {() => (
        <WhenReady screen={acts.screen}>
          {(roster) => (
            <>
              <AwayList roster={roster} acts={acts} onInHand={({ person }) => go(STAFF.away, { person })} />
              <UnitPicker units={roster.units} unit={roster.unit} onChoose={choose} />
              <PostList key={roster.unit} roster={roster} onOpen={open} />
              {leaving && <LeaveSheet roster={roster} acts={acts} onClose={() => leave(false)} />}
              {post && <PostSheet roster={roster} post={post} acts={acts} onClose={() => open(null)} />}
            </>
          )}
        </WhenReady>
      )}
    </StaffPage>
  );
}
