import { useState } from 'react';
import type { VolunteerRow } from '@/contract/volunteer';
import { call, say, useDoing } from '@/src/platform';
import { Button, Field, Sheet, Stack, Text } from '@/src/ui';
import { VOLUNTEERS } from './words';

/** The desk has a volunteer before it, with identity card and phone: what it sees stands on their record from now on. */
export function VouchSheet({ row, onDone }: { row: VolunteerRow; onDone: () => void }) {
  const [name, setName] = useState(row.name);
  const [phone, setPhone] = useState('');
  const { doing, act } = useDoing();
  const vouch = () => {
    const seen = { name: name.trim(), phone: phone.trim() };
    if (!seen.name || !seen.phone) return say(VOLUNTEERS.seenMissing);
    void act(async () => {
      await call('volunteer.vouch', { id: row.id, ...seen });
      say(VOLUNTEERS.seenDone);
      onDone();
    });
  };
  return (
    <Sheet open title={VOLUNTEERS.see} onClose={onDone}>
      <Stack gap={16}>
        <Text tone="soft">{VOLUNTEERS.seeLine}</Text>
        <Field label={VOLUNTEERS.seenName} value={name} onInput={setName} max={10} />
        <Field label={VOLUNTEERS.seenPhone} value={phone} onInput={setPhone} keyboard="phone" max={13} />
        <Button kind="yes" busy={doing} onPress={vouch}>
          {VOLUNTEERS.seen}
        </Button>
      </Stack>
    </Sheet>
  );
}
