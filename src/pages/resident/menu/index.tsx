import { useState } from 'react';
import { search, type TicketKind } from '@/domain/catalogue/catalogue';
import { DangerNotice, EmergencyCalls, useDanger } from '@/src/features/filing';
import {
  FoundServices,
  hasExactly,
  MENU,
  OTHER,
  ServiceList,
  useCatalogue,
  useSuggestions,
} from '@/src/features/menu';
import { usePlaceKnown } from '@/src/features/place';
import { dial, useRouteParams } from '@/src/platform';
import { Button, Card, Empty, ListRow, Page, SearchBar, Section, Segments, Stack, WhenReady } from '@/src/ui';
import { toFile } from '../paths';

const KINDS = Object.entries(MENU.kinds).map(([value, label]) => ({ value: value as TicketKind, label }));

/** Everything that may be asked for: by kind and office, or by what one types. */
export default function MenuPage() {
  const params = useRouteParams();
  const asked = KINDS.find(({ value }) => value === params.kind)?.value;
  const [kind, setKind] = useState<TicketKind>(asked ?? 'order');
  const [typed, setTyped] = useState('');
  const menu = useCatalogue();
  const worker = usePlaceKnown()?.worker;
  const danger = useDanger(typed);
  const said = useSuggestions(menu.screen.state === 'ready' ? menu.screen.data : null, typed);

  return (
    <Page
      back="首页"
      title={MENU.titles[kind]}
      bar={danger && !danger.answered && <EmergencyCalls notice={danger.notice} />}
    >
      <SearchBar value={typed} onInput={setTyped} placeholder={MENU.search} />
      {typed === '' && <Segments options={KINDS} chosen={kind} onChange={setKind} />}
      {danger && <DangerNotice danger={danger} />}
      <WhenReady screen={menu.screen}>
        {(catalogue) => {
          if (typed.trim() === '')
            return (
              <>
                <ServiceList catalogue={catalogue} kind={kind} onPick={({ id }) => toFile(id)} />
                {kind === 'report' ? null : (
                  <Card flush>
                    <ListRow
                      icon="edit"
                      title={MENU.unsure}
                      line={MENU.otherLine}
                      onPress={() => toFile(OTHER)}
                    />
                  </Card>
                )}
              </>
            );
          const found = search(catalogue, typed);
          const maybe = hasExactly(found, typed) ? [] : said.map(({ service }) => service);
          const rest = found.filter((service) => !maybe.includes(service));
          if (maybe.length + rest.length > 0)
            return (
              <>
                {maybe.length > 0 && (
                  <Section title={MENU.maybe}>
                    <FoundServices services={maybe} onPick={({ id }) => toFile(id, typed.trim())} />
                  </Section>
                )}
                {rest.length > 0 && <FoundServices services={rest} onPick={({ id }) => toFile(id)} />}
                <Card flush>
                  <ListRow
                    icon="edit"
                    title={MENU.noneOfThese}
                    line={MENU.otherLine}
                    onPress={() => toFile(OTHER, typed.trim())}
                  />
                </Card>
              </>
            );
          return (
            <Stack>
              <Empty
                art="search"
                title={MENU.noneTitle(typed.trim())}
                line={MENU.noneLine}
                action={{ label: MENU.noneAction, onPress: () => toFile(OTHER, typed.trim()) }}
              />
              {worker?.phone && (
                <Button kind="quiet" icon="phone" onPress={() => dial(worker.phone)}>
                  {MENU.askWorker(worker.name)}
                </Button>
              )}
            </Stack>
          );
        }}
      </WhenReady>
    </Page>
  );
}
