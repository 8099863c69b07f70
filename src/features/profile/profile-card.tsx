import type { Me } from '@/contract';
import { maskPhone } from '@/domain/person/mask';
import { Button, Card, Row, Stack, Text } from '@/src/ui';
import { PROFILE } from './words';

/** Who I am here, and a way to change it. */
export function ProfileCard({ me, onEdit }: { me: Me; onEdit: () => void }) {
  const known = me.name !== '' || me.phone !== '';
  return (
    <Card>
      <Row fill="first">
        <Stack gap={4}>
          <Text kind="head">{me.name || PROFILE.nobody}</Text>
          <Text tone="soft" tabular>
            {known ? (me.phone ? maskPhone(me.phone) : PROFILE.noPhone) : PROFILE.nobodyLine}
          </Text>
        </Stack>
        <Button kind="outline" small onPress={onEdit}>
          {known ? PROFILE.edit : PROFILE.leave}
        </Button>
      </Row>
    </Card>
  );
}
