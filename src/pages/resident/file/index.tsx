import { useEffect, useState } from 'react';
import type { Me } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import { useConsent } from '@/src/features/budget/use-consent';
import {
  DangerNotice,
  EmergencyCalls,
  EmergencyNotice,
  FILING,
  FilingBanners,
  FilingBehalf,
  FilingContact,
  FilingPlace,
  FilingQuestions,
  FilingStory,
  useBannerPlace,
  useDanger,
  useFiling,
} from '@/src/features/filing';
import { FilingAgainst, FilingSimilar } from '@/src/features/filing/apart';
import { COMPLAIN, OTHER, Suggestions, useCatalogue, useService, useSuggestions } from '@/src/features/menu';
import { ScanCard, usePlace } from '@/src/features/place';
import { VoiceNotes } from '@/src/features/voice/apart';
import { readAhead, WaitingFiled } from '@/src/features/waiting/apart';
import { go, offline, useRouteParams, useSession } from '@/src/platform';
import { fetchAhead } from '@/src/platform/ahead';
import { ActionBar, Bone, Button, Card, Empty, Page, WhenReady } from '@/src/ui';
import { FILE_PATH, MENU_PATH, TICKET_PATH, TICKETS_PATH } from '../paths';

/** One request is filed here: its service's questions, words and photos, where, how to reach the person. */
export default function FilePage() {
  const { service: id = '', text, scene, again, after } = useRouteParams();
  const { screen } = useService(id);
  const session = useSession();
  const [kept, keepAs] = useState<string | null>(null);
  const found = useKept(again);
  // a stranger may write, too: only the send needs to know who it is
  if (
    kept === null &&
    found &&
    screen.state === 'ready' &&
    screen.data &&
    session.screen.state !== 'waiting'
  ) {
    const me = session.screen.state === 'ready' ? session.screen.data : null;
    return (
      <Form
        key={`${id}${again}`}
        service={screen.data}
        me={me}
        typed={text}
        scene={scene}
        again={again}
        after={after}
        onKept={keepAs}
      />
    );
  }
  if (kept !== null)
    return (
      <Page back="菜单" backTo={MENU_PATH} title={FILING.kept}>
        <WaitingFiled
          id={kept}
          onArrived={(ticket) =>
            ticket ? go(TICKET_PATH, { id: ticket, fresh: '1' }, 'replace') : go(TICKETS_PATH, {}, 'replace')
          }
          onTickets={() => go(TICKETS_PATH, {}, 'anew')}
          onCorrect={({ key, ...rest }) => {
            keepAs(null);
            go(FILE_PATH, { ...rest, again: key }, 'replace');
          }}
        />
      </Page>
    );
  return (
    <Page back="菜单" backTo={MENU_PATH}>
      <WhenReady screen={screen}>{(service) => (service ? null : <Gone />)}</WhenReady>
    </Page>
  );
}

/** True once what waits on this phone is known, where the form needs it. */
function useKept(again: string | undefined): boolean {
  const [known, know] = useState(again === undefined);
  useEffect(() => {
    readAhead();
    fetchAhead('resident_tickets');
  }, []);
  useEffect(() => {
    if (!known) void offline().then(() => know(true));
  }, [known]);
  return known;
}

function Gone() {
  return (
    <Empty
      art="search"
      title={FILING.gone}
      line={FILING.goneLine}
      action={{ label: FILING.toMenu, onPress: () => go(MENU_PATH, {}, 'replace') }}
    />
  );
}

interface FormProps {
  service: Service;
  me: Me | null;
  typed: string | undefined;
  scene: string | undefined;
  again: string | undefined;
  after: string | undefined;
  onKept: (key: string) => void;
}

function Form({ service, me, typed, scene, again, after, onKept }: FormProps) {
  const here = usePlace(scene);
  const consent = useConsent(['progress', 'result']);
  const form = useFiling({
    service,
    place: here.place,
    me,
    typed,
    again,
    after,
    onKept,
    onFiled: (ticket) => go(TICKET_PATH, { id: ticket, fresh: '1' }, 'replace'),
  });
  const banners = <FilingBanners form={form} onTickets={() => go(TICKETS_PATH, {}, 'anew')} />;
  const bannerPlace = useBannerPlace(form);
  const notice = form.stopped && (form.stopped.notice ?? '');
  const danger = useDanger(form.text);
  const menu = useCatalogue().screen;
  const offered = useSuggestions(
    service.id === OTHER && menu.state === 'ready' ? menu.data : null,
    form.text,
  );
  const bar =
    notice !== undefined ? (
      <EmergencyCalls notice={notice} />
    ) : danger && !danger.answered ? (
      <EmergencyCalls notice={danger.notice} />
    ) : (
      <ActionBar>
        <Button
          busy={form.sending}
          disabled={form.arrivedBefore}
          onPress={() => void consent().then(form.submit)}
        >
          {form.unsent ? FILING.again : FILING.submit[service.kind]}
        </Button>
      </ActionBar>
    );
  return (
    <Page back="菜单" backTo={MENU_PATH} title={service.name} line={service.hint} bar={bar}>
      {bannerPlace === 'head' && banners}
      {service.questions.length > 0 && (
        <Card>
          <FilingQuestions form={form} />
        </Card>
      )}
      {notice !== undefined ? (
        <EmergencyNotice notice={notice} />
      ) : (
        <>
          <FilingStory form={form}>
            <VoiceNotes notes={form.voices} onChange={form.speak} />
            {danger ? (
              <DangerNotice danger={danger} />
            ) : (
              <Suggestions
                offered={offered}
                onPick={({ id }) => {
                  const text = form.handTo(id) ? undefined : form.text;
                  go(FILE_PATH, { service: id, text }, 'replace');
                }}
              />
            )}
          </FilingStory>
          {/* what is read while somebody answers stands below the questions */}
          {here.place ? <FilingPlace form={form} /> : here.reading && <Bone />}
          {!here.reading && <ScanCard here={here} />}
          {service.id === COMPLAIN && here.place && <FilingAgainst form={form} scene={here.place.scene} />}
          <FilingContact form={form} />
          <FilingBehalf form={form} />
          {form.similar.length > 0 && (!danger || danger.answered) && (
            <FilingSimilar
              found={form.similar}
              busy={form.sending}
              forOther={form.behalf !== null}
              onSame={form.sameAs}
              onOther={form.notTheSame}
            />
          )}
        </>
      )}
      {bannerPlace === 'end' && banners}
    </Page>
  );
}
