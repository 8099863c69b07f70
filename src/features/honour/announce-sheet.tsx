import { useState } from 'react';
import { ActionBar, Button, Choice, Field, Sheet, Stack, WhenReady } from '@/src/ui';
import { useAnnounce, useJurors } from './use-honour';
import { ANNOUNCE } from './words';

/** A new round: what for, who judges, how long. */
export function AnnounceSheet({ onClose, onSent }: { onClose: () => void; onSent: () => void }) {
  const { doing, announce } = useAnnounce();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [way, setWay] = useState<'vote' | 'jury'>('vote');
  const [jury, setJury] = useState<string[]>([]);
  const [places, setPlaces] = useState('3');
  const [nominateDays, setNominateDays] = useState('7');
  const [voteDays, setVoteDays] = useState('7');
  const [noticeDays, setNoticeDays] = useState('5');
  const numbers = { places, nominateDays, voteDays, noticeDays };
  const whole = Object.values(numbers).every((each) => /^[1-9]\d?$/.test(each.trim()));
  const ready = title.trim() !== '' && whole && (way === 'vote' || jury.length >= 3);
  const send = async () => {
    const done = await announce({
      title,
      text,
      way,
      jury: way === 'jury' ? jury : [],
      places: Number(places),
      nominateDays: Number(nominateDays),
      voteDays: Number(voteDays),
      noticeDays: Number(noticeDays),
    });
    if (done) onSent();
  };
  return (
    <Sheet
      open
      title={ANNOUNCE.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={doing} disabled={!ready} onPress={() => void send()}>
            {ANNOUNCE.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Field
          label={ANNOUNCE.name}
          value={title}
          onInput={setTitle}
          placeholder={ANNOUNCE.nameHint}
          max={20}
        />
        <Field
          area
          optional
          label={ANNOUNCE.text}
          value={text}
          onInput={setText}
          placeholder={ANNOUNCE.textHint}
          max={2000}
        />
        <Choice
          rows
          label={ANNOUNCE.way}
          options={[
            { value: 'vote', label: ANNOUNCE.vote, note: ANNOUNCE.voteNote },
            { value: 'jury', label: ANNOUNCE.juryWay, note: ANNOUNCE.juryNote },
          ]}
          chosen={[way]}
          onChange={([next = 'vote']) => setWay(next)}
        />
        {way === 'jury' && <Jury chosen={jury} onChange={setJury} />}
        <Field label={ANNOUNCE.places} value={places} onInput={setPlaces} keyboard="number" max={2} />
        <Field
          label={ANNOUNCE.nominateDays}
          value={nominateDays}
          onInput={setNominateDays}
          keyboard="number"
          max={2}
        />
        <Field label={ANNOUNCE.voteDays} value={voteDays} onInput={setVoteDays} keyboard="number" max={2} />
        <Field
          label={ANNOUNCE.noticeDays}
          value={noticeDays}
          onInput={setNoticeDays}
          keyboard="number"
          max={2}
        />
      </Stack>
    </Sheet>
  );
}

function Jury({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  return (
    <WhenReady screen={useJurors()}>
      {(people) => (
        <Choice
          rows
          many
          label={ANNOUNCE.jury}
          options={people.map(({ id, name, post }) => ({ value: id, label: name, note: post }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </WhenReady>
  );
}
