import { useState } from 'react';
import type { HonourView } from '@/contract/honour';
import { ActionBar, Button, Choice, Field, Sheet, Stack, Toggle } from '@/src/ui';
import type { HonourOnScreen } from './use-honour';
import { HONOUR } from './words';

/** What somebody wants to do: nominate, object; the desk: answer, strike, drop. */
export type HonourDeed =
  | { readonly what: 'nominate' | 'object' | 'strike' | 'drop' }
  | { readonly what: 'answer'; readonly objection: string };

export interface HonourSheetProps {
  honour: HonourView;
  deed: HonourDeed;
  acts: HonourOnScreen;
  onClose: () => void;
}

/** One step, with what it needs. */
export function HonourSheet({ honour, deed, acts, onClose }: HonourSheetProps) {
  const [name, setName] = useState('');
  const [where, setWhere] = useState('');
  const [no, setNo] = useState('');
  const [text, setText] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [nominee, setNominee] = useState<string | null>(null);
  const { what } = deed;
  const words = WORDS[what];
  const naming = what === 'object' || what === 'strike';
  const listed = honour.nominees.filter(({ struck, chosen }) =>
    honour.state === 'notice' ? chosen : struck === '',
  );
  const ready =
    text.trim() !== '' &&
    (what !== 'nominate' || (name.trim() !== '' && agreed)) &&
    (!naming || nominee !== null);
  const send = async () => {
    const said = {
      text,
      ...(what === 'nominate' && {
        name,
        where,
        ...(no.trim() && { no: no.trim().toUpperCase() }),
        agreed: true as const,
      }),
      ...(naming && nominee !== null && { nominee }),
      ...(deed.what === 'answer' && { objection: deed.objection }),
    };
    if (await acts.move(what, said, words.done)) onClose();
  };
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={acts.doing} disabled={!ready} onPress={() => void send()}>
            {words.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        {what === 'nominate' && (
          <>
            <Field label={HONOUR.nominateName} value={name} onInput={setName} max={10} />
            <Field optional label={HONOUR.nominateWhere} value={where} onInput={setWhere} max={20} />
            <Field
              optional
              label={HONOUR.nominateNo}
              value={no}
              onInput={setNo}
              hint={HONOUR.nominateNoHint}
              max={9}
            />
          </>
        )}
        {naming && (
          <Choice
            rows
            label={HONOUR.objectWho}
            options={listed.map((each) => ({ value: each.id, label: each.name, note: each.where }))}
            chosen={nominee === null ? [] : [nominee]}
            onChange={([next]) => setNominee(next ?? null)}
          />
        )}
        <Field area label={words.ask} value={text} onInput={setText} hint={words.hint} max={2000} />
        {what === 'nominate' && <Toggle label={HONOUR.agreed} on={agreed} onChange={setAgreed} />}
      </Stack>
    </Sheet>
  );
}

const WORDS: Readonly<
  Record<HonourDeed['what'], { title: string; ask: string; hint?: string; send: string; done: string }>
> = {
  nominate: {
    title: HONOUR.nominate,
    ask: HONOUR.nominateDeeds,
    hint: HONOUR.nominateHint,
    send: HONOUR.send,
    done: HONOUR.sent,
  },
  object: {
    title: HONOUR.object,
    ask: HONOUR.objectText,
    hint: HONOUR.objectHint,
    send: HONOUR.objectSend,
    done: HONOUR.objected,
  },
  answer: { title: HONOUR.answer, ask: HONOUR.answerAsk, send: HONOUR.answer, done: HONOUR.answered },
  strike: { title: HONOUR.strike, ask: HONOUR.strikeAsk, send: HONOUR.strike, done: HONOUR.done },
  drop: { title: HONOUR.drop, ask: HONOUR.dropAsk, send: HONOUR.drop, done: HONOUR.done },
};
