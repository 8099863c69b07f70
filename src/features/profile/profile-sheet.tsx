import { useState } from 'react';
import type { Me } from '@/contract';
import { NAME_MAX } from '@/contract/limits';
import { call, Refused, renewSession, say, useDoing } from '@/src/platform';
import { ActionBar, Button, Field, Sheet, Stack } from '@/src/ui';
import { PhoneButton } from '@/src/ui/phone-button';
import { PROFILE } from './words';

export interface ProfileSheetProps {
  me: Me;
  onClose: () => void;
  /** The person as known from now on, and what they wrote. */
  onSaved: (me: Me, given: { name: string; phone: string }) => void;
}

/** Name and phone, both free to stay empty. */
export function ProfileSheet({ me, onClose, onSaved }: ProfileSheetProps) {
  const [name, setName] = useState(me.name);
  const [phone, setPhone] = useState(me.phone);
  const [wrong, setWrong] = useState<{ field: string; words: string } | null>(null);
  const { doing, act } = useDoing();
  const save = () =>
    act(async () => {
      try {
        const given = { name: name.trim(), phone: phone.trim() };
        const saved = await call('profile.save', given);
        renewSession(saved);
        onSaved(saved, given);
        say(PROFILE.saved);
        onClose();
      } catch (error) {
        if (error instanceof Refused && typeof error.details.field === 'string')
          setWrong({ field: error.details.field, words: error.message });
        throw error;
      }
    });
  const problem = (field: string) => (wrong?.field === field ? wrong.words : null);
  return (
    <Sheet
      open
      title={PROFILE.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={doing} onPress={() => void save()}>
            {PROFILE.save}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={4}>
        <Field
          label={PROFILE.name}
          value={name}
          onInput={setName}
          max={NAME_MAX}
          hint={PROFILE.nameHint}
          error={problem('name')}
        />
        <Field
          label={PROFILE.phone}
          keyboard="phone"
          value={phone}
          onInput={setPhone}
          max={13}
          hint={PROFILE.phoneHint}
          error={problem('phone')}
        />
        <PhoneButton onPhone={setPhone} />
      </Stack>
    </Sheet>
  );
}
