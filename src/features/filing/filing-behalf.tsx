import { NAME_MAX } from '@/contract/limits';
import { Button, Card, Choice, Field, ListRow, Row, Stack, Text } from '@/src/ui';
import { UNNAMED } from './behalf';
import type { Filing } from './use-filing';
import { BEHALF } from './words';

const WAYS = [
  { value: 'phone', label: BEHALF.byPhone },
  { value: 'door', label: BEHALF.atTheDoor },
] as const;

/** For a neighbour without a phone: a quiet row; opened, who it is, how to ask them, and that they agree. */
export function FilingBehalf({ form }: { form: Filing }) {
  const { behalf, setBehalf, save, problems } = form;
  /** A press is an answer at once. */
  const press = (...change: Parameters<typeof setBehalf>) => {
    setBehalf(...change);
    save();
  };
  if (!behalf)
    return (
      <Card flush>
        <ListRow
          icon="people"
          title={BEHALF.title}
          line={BEHALF.line}
          onPress={() => press('', UNNAMED)}
          label={`${BEHALF.title}，${BEHALF.line}`}
        />
      </Card>
    );
  return (
    <Card>
      <Stack gap={16}>
        <Stack gap={4}>
          <Row fill="first">
            <Text strong>{BEHALF.title}</Text>
            <Button kind="quiet" small onPress={() => press('', null)}>
              {BEHALF.close}
            </Button>
          </Row>
          <Text kind="note">{BEHALF.judges}</Text>
        </Stack>
        <Field
          label={BEHALF.name}
          value={behalf.name}
          onInput={(name) => setBehalf('onBehalf.name', { ...behalf, name })}
          onBlur={save}
          max={NAME_MAX}
          error={problems['onBehalf.name']}
        />
        <Choice
          label={BEHALF.callback}
          options={WAYS}
          even
          chosen={behalf.callback ? [behalf.callback] : []}
          onChange={([callback = null]) => press('onBehalf.callback', { ...behalf, callback })}
          error={problems['onBehalf.callback']}
        />
        {behalf.callback && (
          <Field
            label={BEHALF.phone}
            keyboard="phone"
            value={behalf.phone}
            onInput={(phone) => setBehalf('onBehalf.phone', { ...behalf, phone })}
            onBlur={save}
            max={13}
            optional={behalf.callback === 'door'}
            hint={behalf.callback === 'phone' ? BEHALF.phoneNeeded : undefined}
            error={problems['onBehalf.phone']}
          />
        )}
        <Choice
          many
          rows
          options={[{ value: 'yes', label: BEHALF.consent }]}
          chosen={behalf.consent ? ['yes'] : []}
          onChange={(chosen) => press('onBehalf.consent', { ...behalf, consent: chosen.length > 0 })}
          error={problems['onBehalf.consent']}
        />
      </Stack>
    </Card>
  );
}
