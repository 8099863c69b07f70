import type { Me } from '@/contract';
import { BIND, useBind } from '@/src/features/bind';
import { STAFF } from '@/src/features/desk';
import { go, say, useSession } from '@/src/platform';
import { ActionBar, Button, Card, Empty, Field, Page, Stack, Text } from '@/src/ui';

const toWork = () => go(STAFF.work, {}, 'anew');

/** Who has an invitation code becomes one of the staff here. */
export default function BindPage() {
  const { screen } = useSession();
  const { code, write, error, binding, bind } = useBind(({ staff }: Me) => {
    say(BIND.done(staff?.name ?? ''));
    toWork();
  });
  const staff = screen.state === 'ready' ? screen.data.staff : null;
  if (staff) return <Already name={staff.name} />;
  return (
    <Page
      back={BIND.back}
      title={BIND.title}
      bar={
        <ActionBar>
          <Button busy={binding} onPress={bind}>
            {BIND.send}
          </Button>
        </ActionBar>
      }
    >
      <Card>
        <Stack gap={12}>
          <Text>{BIND.line}</Text>
          <Field
            label={BIND.code}
            value={code}
            onInput={write}
            error={error}
            hint={BIND.hint}
            placeholder={BIND.placeholder}
            max={20}
          />
        </Stack>
      </Card>
      <Text kind="note">{BIND.where}</Text>
    </Page>
  );
}

function Already({ name }: { name: string }) {
  return (
    <Page
      back={BIND.back}
      bar={
        <ActionBar>
          <Button onPress={toWork}>{BIND.toWork}</Button>
        </ActionBar>
      }
    >
      <Empty title={BIND.already(name)} line={BIND.alreadyLine} />
    </Page>
  );
}
