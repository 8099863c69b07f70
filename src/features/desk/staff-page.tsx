import type { ReactNode } from 'react';
import { go, HOME, useSession } from '@/src/platform';
import { ActionBar, Button, Empty, Page, TabBar, Text, WhenReady } from '@/src/ui';
import { postLine, STAFF, type StaffMe, tabsFor } from './desk';
import { STRANGER } from './words';

export interface StaffPageProps {
  /** This page's own path; one of the tabs, or a page behind one. */
  here: string;
  /** A page behind a tab: draws the link back instead of the tabs. */
  back?: { words: string; to: string };
  /** The sentence at the head. */
  title?: (me: StaffMe) => string | undefined;
  bar?: ReactNode;
  children: (me: StaffMe) => ReactNode;
}

/** The frame of a staff screen: only for those who have a work identity; to others it explains itself. */
export function StaffPage({ here, back, title, bar, children }: StaffPageProps) {
  const { screen } = useSession();
  const staff = screen.state === 'ready' ? screen.data.staff : null;
  if (screen.state === 'ready' && !staff) return <Stranger />;
  return (
    <Page
      back={back?.words}
      backTo={back?.to}
      head={<Text kind="note">{staff && postLine(staff)}</Text>}
      title={staff ? title?.(staff) : undefined}
      bar={staff && bar}
      tabs={staff && !back && <TabBar tabs={tabsFor(staff.desk)} here={here} />}
    >
      <WhenReady screen={screen}>{({ staff: me }) => me && children(me)}</WhenReady>
    </Page>
  );
}

function Stranger() {
  return (
    <Page
      bar={
        <ActionBar>
          <Button kind="outline" onPress={() => go(HOME, {}, 'anew')}>
            {STRANGER.home}
          </Button>
          <Button onPress={() => go(STAFF.bind)}>{STRANGER.bind}</Button>
        </ActionBar>
      }
    >
      <Empty title={STRANGER.title} line={STRANGER.line} />
    </Page>
  );
}
