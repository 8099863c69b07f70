/** The desk's form for an activity. Apart from the index: only the staff open it. */
import { useEffect, useState } from 'react';
import type { Outputs } from '@/contract';
import type { ActivityView } from '@/contract/activity';
import { CAPACITY_MAX, OBJECT_MAX, PLAN_TEXT_MAX, type Plan, TITLE_MAX } from '@/domain/activity/activity';
import { THEMES, type ThemeId } from '@/domain/activity/themes';
import { DAY, dayName, dayNumber, dayStart, MINUTE, moment, timeName, weekday } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';
import { SKILLS } from '@/domain/volunteer/skills';
import { call, say, serverNow } from '@/src/platform';
import { ActionBar, Button, Choice, Field, Sheet, Stack, Toggle } from '@/src/ui';
import { DESK } from './words';

const { form: WORDS, lengths: LENGTHS } = DESK;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
/** So many days ahead can be chosen. */
const AHEAD = 21;

export interface DraftSheetProps {
  villages: readonly { readonly path: string; readonly name: string }[];
  /** What is changed; null for a new one. */
  before: ActivityView['plan'];
  busy: boolean;
  onSave: (plan: Plan, scene: string) => void;
  onClose: () => void;
}

interface Form {
  title: string;
  text: string;
  theme: ThemeId;
  object: string;
  day: string;
  start: string;
  minutes: number;
  capacity: string;
  skills: string[];
  adultsOnly: boolean;
  scene: string;
}

const blank = (before: DraftSheetProps['before']): Form => ({
  title: before?.title ?? '',
  text: before?.text ?? '',
  theme: before?.theme ?? 'environment',
  object: before?.object ?? '',
  day: before ? dayName(before.startsAt) : '',
  start: before ? timeName(before.startsAt) : '09:00',
  minutes: before ? (before.endsAt - before.startsAt) / MINUTE : 120,
  capacity: String(before?.capacity ?? 20),
  skills: [...(before?.skills ?? [])],
  adultsOnly: before?.adultsOnly ?? false,
  scene: before?.scene ?? '',
});

/** One sheet: what, when, where, for how many. */
export function DraftSheet({ villages, before, busy, onSave, onClose }: DraftSheetProps) {
  const [form, setForm] = useState<Form>(() => blank(before));
  const set = (patch: Partial<Form>) => setForm((old) => ({ ...old, ...patch }));
  const save = () => {
    const plan = planOf(form, before?.team ?? null);
    if (plan && form.scene) onSave(plan, form.scene);
    else say(WORDS.missing);
  };
  const lengths = LENGTHS.some(({ minutes }) => minutes === form.minutes)
    ? LENGTHS
    : [...LENGTHS, { minutes: form.minutes, words: `${form.minutes} 分钟` }];
  return (
    <Sheet
      open
      title={before ? WORDS.titleEdit : WORDS.titleNew}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} onPress={save}>
            {before ? WORDS.saveEdit : WORDS.save}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Field
          label={WORDS.name}
          value={form.title}
          onInput={(title) => set({ title })}
          placeholder={WORDS.nameHint}
          max={TITLE_MAX}
        />
        <Field
          label={WORDS.text}
          value={form.text}
          onInput={(text) => set({ text })}
          area
          max={PLAN_TEXT_MAX}
        />
        <Choice
          label={WORDS.theme}
          options={THEMES.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={[form.theme]}
          onChange={([theme]) => theme && set({ theme })}
        />
        <Field
          label={WORDS.object}
          value={form.object}
          onInput={(object) => set({ object })}
          placeholder={WORDS.objectHint}
          max={OBJECT_MAX}
          optional
        />
        <Choice
          label={WORDS.day}
          options={daysAhead(form.day)}
          chosen={form.day ? [form.day] : []}
          onChange={([day]) => day && set({ day })}
        />
        <Field
          label={WORDS.start}
          value={form.start}
          onInput={(start) => set({ start: start.replace('：', ':') })}
          placeholder={WORDS.startHint}
          error={/^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(form.start) ? null : WORDS.startWrong}
          max={5}
        />
        <Choice
          label={WORDS.length}
          options={lengths.map(({ minutes, words }) => ({ value: String(minutes), label: words }))}
          chosen={[String(form.minutes)]}
          onChange={([minutes]) => minutes && set({ minutes: Number(minutes) })}
        />
        <Field
          label={WORDS.capacity}
          value={form.capacity}
          onInput={(capacity) => set({ capacity })}
          keyboard="number"
          max={3}
        />
        <PlaceChoice villages={villages} scene={form.scene} onChoose={(scene) => set({ scene })} />
        <Choice
          label={`${WORDS.skills}（${WORDS.skillsLine}）`}
          many
          options={SKILLS.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={form.skills}
          onChange={(skills) => set({ skills: skills.slice(0, 5) })}
        />
        <Toggle label={WORDS.adults} on={form.adultsOnly} onChange={(adultsOnly) => set({ adultsOnly })} />
      </Stack>
    </Sheet>
  );
}

type Places = Outputs['place.codes'];

/** The village first, then the place on whose wall the code hangs. */
function PlaceChoice({
  villages,
  scene,
  onChoose,
}: Pick<DraftSheetProps, 'villages'> & { scene: string; onChoose: (scene: string) => void }) {
  const [village, choose] = useState<string | null>(null);
  const [places, setPlaces] = useState<Places>([]);
  useEffect(() => {
    let gone = false;
    if (village)
      void call('place.codes', { path: village })
        .then((found) => !gone && setPlaces(found))
        .catch((error: Error) => say(error.message));
    return () => {
      gone = true;
    };
  }, [village]);
  return (
    <Stack gap={12}>
      <Choice
        label={WORDS.village}
        options={villages.map(({ path, name }) => ({ value: path, label: name }))}
        chosen={village ? [village] : []}
        onChange={([path]) => path && choose(path)}
      />
      {places.length > 0 && (
        <Choice
          label={`${WORDS.place}（${WORDS.placeLine}）`}
          options={places.map((place) => ({ value: place.scene, label: place.name }))}
          chosen={[scene]}
          onChange={([chosen]) => chosen && onChoose(chosen)}
        />
      )}
    </Stack>
  );
}

function daysAhead(chosen: string): { value: string; label: string }[] {
  const now = serverNow();
  const today = dayNumber(now);
  const days = Array.from({ length: AHEAD }, (_, index) => dayStart(today + index));
  const own = chosen && !days.some((day) => dayName(day) === chosen) ? [moment(`${chosen} 00:00`)] : [];
  return [...own, ...days].map((day) => ({
    value: dayName(day),
    label: `${sayDate(day, now)} ${WEEKDAYS[weekday(day)]}`,
  }));
}

/** The plan as it is sent; null while something is missing. */
function planOf(form: Form, team: string | null): Plan | null {
  const { title, text, theme, object, day, start, minutes, capacity, skills, adultsOnly } = form;
  const time = /^\d:/.test(start) ? `0${start}` : start;
  const places = Number(capacity);
  if (!title.trim() || !text.trim() || !day || !/^\d\d:\d\d$/.test(time)) return null;
  if (!(Number.isInteger(places) && places >= 1 && places <= CAPACITY_MAX)) return null;
  const startsAt = moment(`${day} ${time}`);
  const endsAt = startsAt + Math.min(DAY, minutes * MINUTE);
  const said = { title: title.trim(), text: text.trim(), object: object.trim() };
  return { ...said, theme, skills, team, adultsOnly, startsAt, endsAt, capacity: places };
}
