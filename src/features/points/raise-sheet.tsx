import { useState } from 'react';
import { ActionBar, Button, Choice, Field, Sheet, Stack, Text } from '@/src/ui';
import { useRaise } from './use-conduct';
import { RAISE } from './words';

const WRONG = 'wrong';

/** Staff look a volunteer up by phone and say what is wrong: a ground, or an entry that is not right. */
export function RaiseSheet({ onClose, onSent }: { onClose: () => void; onSent: () => void }) {
  const { found, doing, find, raise } = useRaise();
  const [phone, setPhone] = useState('');
  const [what, setWhat] = useState<string | null>(null);
  const [entry, setEntry] = useState<string | null>(null);
  const [text, setText] = useState('');
  const about =
    what === WRONG ? (entry === null ? null : { entry }) : what === null ? null : { ground: what };
  const ready = found !== null && about !== null && text.trim() !== '';
  return (
    <Sheet
      open
      title={RAISE.title}
      onClose={onClose}
      bar={
        <ActionBar>
          {found ? (
            <Button
              busy={doing}
              disabled={!ready}
              onPress={() => {
                if (about) void raise(found.person, { ...about, text }).then((done) => done && onSent());
              }}
            >
              {RAISE.send}
            </Button>
          ) : (
            <Button busy={doing} disabled={phone.trim() === ''} onPress={() => void find(phone.trim())}>
              {RAISE.find}
            </Button>
          )}
        </ActionBar>
      }
    >
      <Stack gap={16}>
        {found ? (
          <>
            <Text strong>{RAISE.found(found.name)}</Text>
            <Choice
              rows
              label={RAISE.what}
              options={[
                ...found.grounds.map(({ id, words, points }) => ({
                  value: id,
                  label: words,
                  note: RAISE.take(points),
                })),
                ...(found.entries.length > 0 ? [{ value: WRONG, label: RAISE.wrong }] : []),
              ]}
              chosen={what === null ? [] : [what]}
              onChange={([next]) => setWhat(next ?? null)}
            />
            {what === WRONG && (
              <Choice
                rows
                label={RAISE.wrongWhich}
                options={found.entries.map(({ id, words, when }) => ({
                  value: id,
                  label: words,
                  note: when,
                }))}
                chosen={entry === null ? [] : [entry]}
                onChange={([next]) => setEntry(next ?? null)}
              />
            )}
            <Field area label={RAISE.text} value={text} onInput={setText} hint={RAISE.textHint} max={2000} />
          </>
        ) : (
          <Field label={RAISE.phone} value={phone} onInput={setPhone} keyboard="phone" max={13} />
        )}
      </Stack>
    </Sheet>
  );
}
