import { useState } from 'react';
import {
  FACT_KINDS,
  type FactKind,
  type Ground,
  type PointRule,
  type ReturnRules,
} from '@/domain/points/rules';
import { FACT_WORDS } from '@/domain/points/words';
import { ActionBar, Button, Choice, Field, Sheet, Stack, Text } from '@/src/ui';
import { RULES } from './rules-words';

interface SheetProps<T> {
  busy: boolean;
  onSave: (value: T) => void;
  onClose: () => void;
}

interface EditProps<T> extends SheetProps<T> {
  /** What is there; null for a new one. */
  before: T | null;
  /** The name of a new one. */
  id: string;
  onRemove: () => void;
}

const wholeOf = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);
const DAYS = Object.keys(RULES.daysOf) as (keyof typeof RULES.daysOf)[];
type Days = (typeof DAYS)[number];

/** One rule: what is done, what it gives, how long that lasts, and how much of it in a month. */
export function RuleSheet({ before, id, busy, onSave, onRemove, onClose }: EditProps<PointRule>) {
  const [kind, setKind] = useState<FactKind | null>(before?.kind ?? null);
  const [words, setWords] = useState(before?.words ?? '');
  const [points, setPoints] = useState(String(before?.points ?? ''));
  const [per, setPer] = useState<PointRule['per']>(before?.per ?? 'case');
  const [days, setDays] = useState<Days | string>(before ? String(before.days ?? 'never') : '730');
  const [most, setMost] = useState(String(before?.most ?? ''));
  const [from, setFrom] = useState(before?.from ?? '');
  const [until, setUntil] = useState(before?.until ?? '');
  const value = wholeOf(points);
  const limit = most.trim() === '' ? null : wholeOf(most);
  const ready =
    kind !== null && words.trim() !== '' && value !== null && (most.trim() === '' || limit !== null);
  // days that are none of the usual ones stay as they are
  const choices = DAYS.includes(days as Days) ? DAYS : [...DAYS, days];
  const save = () =>
    kind !== null &&
    value !== null &&
    onSave({
      id,
      kind,
      words: words.trim(),
      points: value,
      per: kind === 'activity' ? per : 'case',
      days: days === 'never' ? null : Number(days),
      most: limit,
      ...(from.trim() && { from: from.trim() }),
      ...(until.trim() && { until: until.trim() }),
    });
  return (
    <Frame title={before ? RULES.edit : RULES.add} busy={busy} ready={ready} onSave={save} onClose={onClose}>
      <Choice
        label={RULES.kind}
        options={FACT_KINDS.map((each) => ({ value: each, label: FACT_WORDS[each] }))}
        chosen={kind ? [kind] : []}
        onChange={([chosen]) => setKind(chosen ?? kind)}
      />
      <Field label={RULES.words} value={words} onInput={setWords} placeholder={RULES.wordsHint} max={20} />
      <Field label={RULES.points} value={points} onInput={setPoints} keyboard="number" max={3} />
      {kind === 'activity' && (
        <Choice
          label={RULES.per}
          options={[
            { value: 'case', label: RULES.perCase },
            { value: 'hour', label: RULES.perHour },
          ]}
          chosen={[per]}
          onChange={([chosen]) => setPer(chosen ?? per)}
        />
      )}
      <Choice
        label={RULES.days}
        options={choices.map((each) => ({ value: each, label: RULES.daysOf[each as Days] ?? `${each} 天` }))}
        chosen={[days]}
        onChange={([chosen]) => setDays(chosen ?? days)}
      />
      <Field
        label={RULES.most}
        value={most}
        onInput={setMost}
        hint={RULES.mostHint}
        keyboard="number"
        max={5}
        optional
      />
      <Field label={RULES.from} value={from} onInput={setFrom} hint={RULES.dayHint} max={10} optional />
      <Field label={RULES.until} value={until} onInput={setUntil} hint={RULES.dayHint} max={10} optional />
      <Remove before={before} onRemove={onRemove} />
    </Frame>
  );
}

/** What may be taken up against a record, and what it costs when it is upheld. */
export function GroundSheet({ before, id, busy, onSave, onRemove, onClose }: EditProps<Ground>) {
  const [words, setWords] = useState(before?.words ?? '');
  const [points, setPoints] = useState(String(before?.points ?? ''));
  const value = wholeOf(points);
  return (
    <Frame
      title={before ? RULES.edit : RULES.addGround}
      busy={busy}
      ready={words.trim() !== '' && value !== null}
      onSave={() => value !== null && onSave({ id, words: words.trim(), points: value })}
      onClose={onClose}
    >
      <Field label={RULES.groundWords} value={words} onInput={setWords} hint={RULES.groundHint} max={30} />
      <Field label={RULES.groundPoints} value={points} onInput={setPoints} keyboard="number" max={3} />
      <Remove before={before} onRemove={onRemove} />
    </Frame>
  );
}

/** How small the returns are. */
export function ReturnsSheet({
  before,
  busy,
  onSave,
  onClose,
}: SheetProps<ReturnRules> & { before: ReturnRules }) {
  const [price, setPrice] = useState(String(before.price));
  const [times, setTimes] = useState(String(before.perMonth ?? ''));
  const value = wholeOf(price);
  const limit = times.trim() === '' ? null : wholeOf(times);
  return (
    <Frame
      title={RULES.returns}
      busy={busy}
      ready={value !== null && (times.trim() === '' || limit !== null)}
      onSave={() => value !== null && onSave({ price: value, perMonth: limit })}
      onClose={onClose}
    >
      <Field label={RULES.price} value={price} onInput={setPrice} keyboard="number" max={3} />
      <Field
        label={RULES.perMonth}
        value={times}
        onInput={setTimes}
        hint={RULES.mostHint}
        keyboard="number"
        max={2}
        optional
      />
    </Frame>
  );
}

function Remove({ before, onRemove }: { before: object | null; onRemove: () => void }) {
  if (!before) return null;
  return (
    <Button kind="quiet" onPress={onRemove}>
      {RULES.remove}
    </Button>
  );
}

interface FrameProps {
  title: string;
  busy: boolean;
  ready: boolean;
  onSave: () => void;
  onClose: () => void;
  children: React.ReactNode;
}

function Frame({ title, busy, ready, onSave, onClose, children }: FrameProps) {
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} disabled={!ready} onPress={onSave}>
            {RULES.save}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        {children}
        <Text kind="note">{RULES.note}</Text>
      </Stack>
    </Sheet>
  );
}
