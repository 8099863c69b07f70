import { useState } from 'react';
import { HOME_WORDS, HomeDoors, HomeLinks, SpeakInstead } from '@/src/features/home';
import { COMPLAIN, FREQUENT, OTHER, useCatalogue } from '@/src/features/menu';
import { useNews } from '@/src/features/notices';
import { ScanCard, usePlace, WorkerCard } from '@/src/features/place';
import { usePersonas } from '@/src/features/profile';
import { isOpenRow, LISTS, MyOpen, useForYou, useTickets } from '@/src/features/ticket';
import { WaitingSlips } from '@/src/features/waiting/apart';
import {
  chooseLargeType,
  chosenPersona,
  dial,
  go,
  usePulled,
  useRouteParams,
  useSession,
  useShare,
  useWhenSent,
} from '@/src/platform';
import { useLargeType } from '@/src/platform/type-size';
import { AsOf, Banner, Card, type DoorProps, Icon, Mark, Page, ReadAloud, Row, Text, Tiles } from '@/src/ui';
import {
  HOME,
  ME_PATH,
  NOTICES_PATH,
  TICKETS_PATH,
  toFile,
  toMenu,
  toRefused,
  toTicket,
  WALL_PATH,
} from '../paths';
import { ResidentTabs } from '../tabs';

/** Where a scanned code leads: where one is, the two doors, my requests, the person to call. */
export default function HomePage() {
  const { scene, q } = useRouteParams();
  const here = usePlace(scene ?? q);
  // opened without a code it is the first thing to do; one that turns out to lead nowhere must not move what is pressed
  const [placeless] = useState(!here.place && !here.reading);
  const session = useSession();
  const menu = useCatalogue();
  const mine = useTickets('mine');
  const news = useNews();
  const large = useLargeType();
  const people = usePersonas();
  usePulled(mine.reload);
  useWhenSent(mine.reload);
  useShare('一码办：点一项服务，报一个问题', HOME);

  const { place, problem } = here;
  const nobody = people !== null && chosenPersona() === null;
  const name = session.screen.state === 'ready' ? session.screen.data.name : '';
  const services =
    menu.screen.state === 'ready'
      ? menu.screen.data.services.filter((service) => service.kind === 'order').length
      : null;
  const forYou = useForYou();
  const worker = place?.worker;
  const toTickets = () => go(TICKETS_PATH, {}, 'replace');
  const more: DoorProps[] = large
    ? [
        { title: LISTS.mine, line: LISTS.mineLine(forYou), tone: 'paper', onPress: toTickets },
        ...(worker?.phone
          ? [
              {
                title: HOME_WORDS.callWorker,
                line: HOME_WORDS.callWorkerLine(worker.name),
                tone: 'paper' as const,
                onPress: () => dial(worker.phone),
              },
            ]
          : []),
      ]
    : [];

  const open = mine.screen.state === 'ready' ? mine.screen.data.rows.filter(isOpenRow) : [];
  const aloud = [
    HOME_WORDS.greet(name),
    HOME_WORDS.aloud,
    ...open.map((ticket) => `${ticket.title}：${ticket.say}。${ticket.promise?.words ?? ''}`),
  ];

  const frequent = (
    <Tiles
      tiles={FREQUENT.map(({ service, icon, word }) => ({ icon, word, onPress: () => toFile(service) }))}
    />
  );

  return (
    <Page
      head={
        // its room stays, whatever the code says
        <Row gap={4}>
          {(place || problem) && <Icon name={problem ? 'alert' : 'pin'} size="small" tone="soft" />}
          <Text kind="note">{problem ? HOME_WORDS.unread : place?.name}</Text>
        </Row>
      }
      title={HOME_WORDS.greet(name)}
      corner={<Mark />}
      tabs={<ResidentTabs here={HOME} />}
    >
      <ReadAloud sentences={aloud} />
      {placeless && <ScanCard here={here} />}
      <HomeDoors
        services={services}
        onOrder={() => toMenu('order')}
        onReport={() => toMenu('report')}
        more={more}
      />
      {large ? <SpeakInstead onPress={() => toFile(OTHER)} /> : <Card>{frequent}</Card>}
      {!placeless && !here.reading && <ScanCard here={here} />}
      <WaitingSlips onCorrect={toRefused} />
      {nobody ? (
        <Banner tone="ok" action={{ label: HOME_WORDS.demoGo, onPress: () => go(ME_PATH, { who: '1' }) }}>
          {HOME_WORDS.demo}
        </Banner>
      ) : (
        <>
          <AsOf screen={mine.screen} />
          <MyOpen screen={mine.screen} onOpen={toTicket} onAll={toTickets} />
        </>
      )}
      {place && <WorkerCard place={place} />}
      {large && <Card>{frequent}</Card>}
      <HomeLinks
        large={large}
        news={news}
        onLarge={chooseLargeType}
        onComplain={() => toFile(COMPLAIN)}
        onNotices={() => go(NOTICES_PATH)}
        onWall={() => go(WALL_PATH)}
      />
    </Page>
  );
}
