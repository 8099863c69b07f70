import { useState } from 'react';
import type { RightsView } from '@/contract/rights';
import { ProfileSheet } from '@/src/features/profile';
import { AddressList, AddressSheet, Consents, Held, Looks, RIGHTS, useRights } from '@/src/features/rights';
import { become, chosenPersona, useSession } from '@/src/platform';
import { ActionBar, Button, Card, Empty, ListRow, Page, Section, WhenReady } from '@/src/ui';
import { ME_PATH } from '../../resident/paths';

/** What is kept about me and why, what I agreed to, a copy to take along, and the end of it. */
export default function MyDataPage() {
  const rights = useRights();
  const { screen: known } = useSession();
  const [naming, setNaming] = useState(false);
  const [listing, setListing] = useState(false);
  const [moving, setMoving] = useState<RightsView['addresses'][number] | null>(null);
  if (rights.gone) return <Gone />;
  const me = known.state === 'ready' ? known.data : null;
  return (
    <Page back={RIGHTS.back} backTo={ME_PATH} title={RIGHTS.title} line={RIGHTS.line}>
      <WhenReady screen={rights.screen}>
        {({ consents, held, looks, addresses }) => (
          <>
            <Consents
              consents={consents}
              busy={rights.doing}
              onWithdraw={(what) => void rights.withdraw(what)}
            />
            <Section title={RIGHTS.right}>
              <Card flush>
                <ListRow
                  icon="person"
                  title={RIGHTS.named}
                  line={RIGHTS.rightLine}
                  onPress={() => setNaming(true)}
                />
                {addresses.length > 0 && (
                  <ListRow
                    icon="pin"
                    title={RIGHTS.address}
                    line={RIGHTS.addressLine(addresses.length)}
                    onPress={() => setListing(true)}
                  />
                )}
              </Card>
              {listing && (
                <AddressList
                  addresses={addresses}
                  onClose={() => setListing(false)}
                  onChoose={(one) => {
                    setListing(false);
                    setMoving(one);
                  }}
                />
              )}
            </Section>
            <Held held={held} />
            <Looks looks={looks} />
            <Section title={RIGHTS.file}>
              <Card flush>
                <ListRow
                  icon="list"
                  title={RIGHTS.table}
                  line={RIGHTS.tableLine}
                  onPress={() => void rights.take('table')}
                />
                <ListRow
                  icon="doc"
                  title={RIGHTS.json}
                  line={RIGHTS.jsonLine}
                  onPress={() => void rights.take('json')}
                />
              </Card>
            </Section>
            <Button kind="outline" busy={rights.doing} onPress={() => void rights.erase()}>
              {RIGHTS.erase}
            </Button>
          </>
        )}
      </WhenReady>
      {naming && me && (
        <ProfileSheet
          me={me}
          onClose={() => setNaming(false)}
          onSaved={(_, given) => void rights.correct(given)}
        />
      )}
      {moving && (
        <AddressSheet
          of={moving}
          busy={rights.doing}
          onClose={() => setMoving(null)}
          onSave={(address) => {
            setMoving(null);
            void rights.correct({ id: moving.id, address });
          }}
        />
      )}
    </Page>
  );
}

function Gone() {
  return (
    <Page
      bar={
        <ActionBar>
          <Button onPress={() => become(chosenPersona())}>{RIGHTS.goneDone}</Button>
        </ActionBar>
      }
    >
      <Empty art="rest" title={RIGHTS.gonePage} line={RIGHTS.goneLine} />
    </Page>
  );
}
