import { useState } from 'react';
import { ADDRESS_MAX } from '@/contract/limits';
import type { RightsView } from '@/contract/rights';
import { ActionBar, Button, Card, Field, ListRow, Row, Section, Sheet, Stack, Text } from '@/src/ui';
import { RIGHTS } from './words';

/** What was agreed to; one tap takes it back. */
export function Consents({
  consents,
  busy,
  onWithdraw,
}: {
  consents: RightsView['consents'];
  busy: boolean;
  onWithdraw: (what: RightsView['consents'][number]['id']) => void;
}) {
  return (
    <Section title={RIGHTS.consents}>
      <Card>
        <Stack gap={12}>
          {consents.length === 0 && <Text>{RIGHTS.consentsNone}</Text>}
          {consents.map(({ id, title, line }) => (
            <Row key={id} fill="first">
              <Stack gap={4}>
                <Text>{title}</Text>
                <Text kind="note">{line}</Text>
              </Stack>
              <Button
                kind="outline"
                small
                busy={busy}
                label={`${RIGHTS.withdraw}：${title}`}
                onPress={() => onWithdraw(id)}
              >
                {RIGHTS.withdraw}
              </Button>
            </Row>
          ))}
          <Text kind="note">{RIGHTS.wechat}</Text>
        </Stack>
      </Card>
    </Section>
  );
}

/** Each kind of what is kept; its why, how long and what becomes of it are a press away. */
export function Held({ held }: { held: RightsView['held'] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section title={RIGHTS.held}>
      <Card flush>
        {held.map(({ id, title, what, count }) => (
          <ListRow
            key={id}
            title={title}
            line={what}
            aside={count === null ? undefined : RIGHTS.pieces(count)}
            onPress={() => setOpen(id)}
          />
        ))}
      </Card>
      {held
        .filter(({ id }) => id === open)
        .map(({ id, title, what, why, how, gone }) => (
          <Sheet key={id} open title={title} onClose={() => setOpen(null)}>
            <Stack gap={12}>
              <Text>{what}</Text>
              {(
                [
                  [RIGHTS.why, why],
                  [RIGHTS.how, how],
                  [RIGHTS.gone, gone],
                ] as const
              ).map(([name, words]) => (
                <Stack gap={4} key={name}>
                  <Text kind="note">{name}</Text>
                  <Text>{words}</Text>
                </Stack>
              ))}
            </Stack>
          </Sheet>
        ))}
    </Section>
  );
}

/** Who opened what was sealed, when and why. */
export function Looks({ looks }: { looks: RightsView['looks'] }) {
  return (
    <Section title={RIGHTS.looks}>
      <Card>
        <Stack gap={12}>
          {looks.length === 0 && <Text>{RIGHTS.looksNone}</Text>}
          {looks.map(({ ticket, who, title, when, why }) => (
            <Stack gap={4} key={`${ticket}${when}${who}`}>
              <Text>{RIGHTS.look(who, title)}</Text>
              <Text kind="note">
                {when}　{why}
              </Text>
            </Stack>
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

/** What is open, to choose whose address is wrong. */
export function AddressList({
  addresses,
  onClose,
  onChoose,
}: {
  addresses: RightsView['addresses'];
  onClose: () => void;
  onChoose: (one: RightsView['addresses'][number]) => void;
}) {
  return (
    <Sheet open title={RIGHTS.addressWhich} onClose={onClose}>
      <Card flush>
        {addresses.map((each) => (
          <ListRow key={each.id} title={each.title} line={each.address} onPress={() => onChoose(each)} />
        ))}
      </Card>
    </Sheet>
  );
}

/** The address of one open matter. */
export function AddressSheet({
  of,
  busy,
  onClose,
  onSave,
}: {
  of: RightsView['addresses'][number];
  busy: boolean;
  onClose: () => void;
  onSave: (address: string) => void;
}) {
  const [address, setAddress] = useState(of.address);
  return (
    <Sheet
      open
      title={RIGHTS.addressTitle}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} onPress={() => onSave(address.trim())}>
            {RIGHTS.right}
          </Button>
        </ActionBar>
      }
    >
      <Field label={of.title} value={address} onInput={setAddress} max={ADDRESS_MAX} />
    </Sheet>
  );
}
