import { useState } from 'react';
import type { Me } from '@/contract';
import type { ChoicesView } from '@/contract/volunteer';
import { FIELDS, SKILLS, SLOTS } from '@/domain/volunteer/skills';
import { call, renewSession, say, useDoing } from '@/src/platform';
import { ActionBar, Button, Card, Choice, Field, Section, Stack, Text, Toggle } from '@/src/ui';
import { REGISTER } from './words';

type Age = keyof typeof REGISTER.ages;
const AGES = Object.entries(REGISTER.ages).map(([value, label]) => ({ value: value as Age, label }));

/** Becoming a volunteer, or changing what one offers. `onDone` hears the person anew. */
export function useRegister(choices: ChoicesView, me: Me, onDone: () => void) {
  const { mine } = choices;
  const [form, setForm] = useState({
    name: me.name,
    phone: me.phone,
    skills: [...(mine?.skills ?? [])],
    places: [...(mine?.places ?? [])],
    times: [...(mine?.times ?? [])],
    teams: [...(mine?.teams ?? [])],
    age: (mine?.under16 ? 'under16' : mine?.minor ? 'minor' : 'adult') as Age,
    news: !mine?.quiet,
    guardian: mine?.guardian?.name ?? '',
    guardianPhone: mine?.guardian?.phone ?? '',
    consent: mine !== null,
  });
  const { act, doing } = useDoing();
  const set = (patch: Partial<typeof form>) => setForm((old) => ({ ...old, ...patch }));
  const submit = async () => {
    const { name, phone, places, consent, guardian, guardianPhone, age, news, ...offer } = form;
    const { missing } = REGISTER;
    if (!name.trim()) return say(missing.name);
    if (!phone.trim()) return say(missing.phone);
    if (places.length === 0) return say(missing.places);
    if (!consent) return say(missing.consent);
    const done = await act(async () => {
      const renewed = await call('volunteer.register', {
        ...offer,
        name: name.trim(),
        phone: phone.trim(),
        places,
        minor: age !== 'adult',
        under16: age === 'under16',
        quiet: !news,
        guardian: age !== 'adult' ? { name: guardian.trim(), phone: guardianPhone.trim() } : null,
        consent: true,
      });
      renewSession(renewed);
    });
    if (done) {
      say(REGISTER.done);
      onDone();
    }
  };
  return { form, set, submit: () => void submit(), doing, again: mine !== null };
}

export function RegisterFields({
  choices,
  form,
  set,
}: { choices: ChoicesView } & Pick<ReturnType<typeof useRegister>, 'form' | 'set'>) {
  const { villages, teams } = choices;
  return (
    <>
      <Card>
        <Stack gap={16}>
          <Field label={REGISTER.name} value={form.name} onInput={(name) => set({ name })} max={10} />
          <Field
            label={REGISTER.phone}
            value={form.phone}
            onInput={(phone) => set({ phone })}
            keyboard="phone"
            hint={REGISTER.phoneHint}
            max={13}
          />
        </Stack>
      </Card>
      <Section title={REGISTER.skills}>
        <Card>
          <Stack gap={12}>
            {FIELDS.map((field) => (
              <Choice
                key={field.id}
                label={field.name}
                many
                options={SKILLS.filter((skill) => skill.field === field.id).map(({ id, name }) => ({
                  value: id,
                  label: name,
                }))}
                chosen={form.skills}
                onChange={(skills) => set({ skills })}
              />
            ))}
          </Stack>
        </Card>
      </Section>
      <Card>
        <Stack gap={16}>
          <Choice
            label={REGISTER.places}
            many
            options={villages.map(({ path, name }) => ({ value: path, label: name }))}
            chosen={form.places}
            onChange={(places) => set({ places: places.slice(0, 10) })}
          />
          <Choice
            label={REGISTER.times}
            many
            options={SLOTS.map(({ id, name }) => ({ value: id as string, label: name }))}
            chosen={form.times}
            onChange={(times) => set({ times })}
          />
          {teams.length > 0 && (
            <Choice
              label={REGISTER.teams}
              many
              rows
              options={teams.map(({ id, name, line }) => ({ value: id, label: name, note: line }))}
              chosen={form.teams}
              onChange={(chosen) => set({ teams: chosen })}
            />
          )}
        </Stack>
      </Card>
      <Card>
        <Toggle
          label={REGISTER.news}
          line={REGISTER.newsLine}
          on={form.news}
          onChange={(news) => set({ news })}
        />
      </Card>
      <Card>
        <Stack gap={12}>
          <Choice
            label={REGISTER.age}
            options={AGES}
            chosen={[form.age]}
            onChange={([age]) => age && set({ age })}
          />
          {form.age !== 'adult' && (
            <>
              <Text tone="soft">{REGISTER.minorLines[form.age]}</Text>
              <Field
                label={REGISTER.guardian}
                value={form.guardian}
                onInput={(guardian) => set({ guardian })}
                max={10}
              />
              <Field
                label={REGISTER.guardianPhone}
                value={form.guardianPhone}
                onInput={(guardianPhone) => set({ guardianPhone })}
                keyboard="phone"
                max={13}
              />
            </>
          )}
          <Stack gap={4}>
            {REGISTER.notes.map((note) => (
              <Text key={note} tone="soft">{`· ${note}`}</Text>
            ))}
          </Stack>
          <Choice
            many
            rows
            options={[{ value: 'yes', label: REGISTER.consent }]}
            chosen={form.consent ? ['yes'] : []}
            onChange={(chosen) => set({ consent: chosen.length > 0 })}
          />
        </Stack>
      </Card>
    </>
  );
}

export function RegisterBar({
  again,
  doing,
  submit,
}: {
  again: boolean;
  doing: boolean;
  submit: () => void;
}) {
  return (
    <ActionBar>
      <Button busy={doing} onPress={submit}>
        {again ? REGISTER.submitAgain : REGISTER.submit}
      </Button>
    </ActionBar>
  );
}
