import type { ReactNode } from 'react';
import type { Me } from '@/contract';
import { go, HOME, useSession } from '@/src/platform';
import { ActionBar, Button, Empty, Page, type PageProps, TabBar, WhenReady } from '@/src/ui';
import { VOLUNTEER } from './paths';
import { HOME_WORD, NOT_YET, TABS } from './words';

export interface VolunteerPageProps extends Pick<PageProps, 'title' | 'line' | 'head' | 'corner'> {
  /** This page's own path; one of the tabs, or a page behind one. */
  here: string;
  /** A page behind a tab: draws the link back instead of the tabs. */
  back?: { words: string; to: string };
  /** Open to everybody, as the wish wall is; else only to registered volunteers, and to others it explains itself. */
  open?: boolean;
  bar?: ReactNode;
  children: (me: Me) => ReactNode;
}

/** The frame of a volunteer's screen. Who is no volunteer and may be here finds the way back to the first page. */
export function VolunteerPage({ here, back, open, bar, children, ...head }: VolunteerPageProps) {
  const { screen } = useSession();
  const known = screen.state === 'ready';
  const volunteer = known && screen.data.volunteer !== null;
  if (known && !volunteer && !open) return <NotYet />;
  const home = known && !volunteer ? { words: HOME_WORD, to: HOME } : undefined;
  const link = back ?? home;
  return (
    <Page
      {...head}
      back={link?.words}
      backTo={link?.to}
      bar={bar}
      tabs={volunteer && !back && <VolunteerTabs here={here} />}
    >
      <WhenReady screen={screen}>{children}</WhenReady>
    </Page>
  );
}

/** The volunteer's tab bar. */
export function VolunteerTabs({ here }: { here: string }) {
  return (
    <TabBar
      here={here}
      tabs={[
        { icon: 'heart', label: TABS.wall, url: VOLUNTEER.wall },
        { icon: 'list', label: TABS.mine, url: VOLUNTEER.mine },
        { icon: 'calendar', label: TABS.activities, url: VOLUNTEER.activities },
        { icon: 'person', label: TABS.me, url: VOLUNTEER.me },
      ]}
    />
  );
}

function NotYet() {
  return (
    <Page
      bar={
        <ActionBar>
          <Button kind="outline" onPress={() => go(HOME, {}, 'anew')}>
            {NOT_YET.home}
          </Button>
          <Button onPress={() => go(VOLUNTEER.register)}>{NOT_YET.register}</Button>
        </ActionBar>
      }
    >
      <Empty title={NOT_YET.title} line={NOT_YET.line} />
    </Page>
  );
}
