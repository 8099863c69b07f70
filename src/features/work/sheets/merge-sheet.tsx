/** The desk's choice of the report that this one follows. */
import { useState } from 'react';
import type { Alike } from '@/contract';
import { call, useLoaded } from '@/src/platform';
import { ActionBar, Button, Choice, Sheet, Stack, Text, WhenReady } from '@/src/ui';
import { MERGE } from './merge-words';
import type { SheetProps } from './sheet-props';

/** Likely ones only, nearest first: where, when, how far, how many voices. */
export function MergeSheet({ ticket: { id }, busy, onClose, onSend }: SheetProps) {
  const { screen } = useLoaded(() => call('ticket.alike', { id }), [id]);
  const [into, choose] = useState<string | null>(null);
  const press = async () => {
    if (into && (await onSend('merge', { parent: into }))) onClose();
  };
  return (
    <Sheet
      open
      title={MERGE.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} disabled={!into} onPress={() => void press()}>
            {into ? MERGE.send : MERGE.sendNobody}
          </Button>
        </ActionBar>
      }
    >
      <WhenReady screen={screen}>
        {(found) =>
          found.length === 0 ? (
            <Text tone="soft">{MERGE.none}</Text>
          ) : (
            <Stack gap={12}>
              <Choice
                rows
                label={MERGE.which}
                options={found.map(optionOf)}
                chosen={into ? [into] : []}
                onChange={([next = null]) => choose(next)}
              />
              <Text kind="note">{MERGE.note}</Text>
            </Stack>
          )
        }
      </WhenReady>
    </Sheet>
  );
}

const optionOf = (one: Alike) => ({ value: one.id, label: one.gist || one.place, note: MERGE.facts(one) });
