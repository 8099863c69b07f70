import type { UnitView } from '@/contract';
import { call, useLoaded } from '@/src/platform';
import { Button, Card, Choice, ListRow, Row, Stack, Text, Toggle, WhenReady } from '@/src/ui';
import type { Against } from './against';
import type { Filing } from './use-filing';

const AGAINST = {
  title: '反映某个单位或某个人',
  line: '他们看不到这件事，也不会由他们来办',
  close: '不反映谁',
  around: '选中的单位和人看不到这件事，也不会派给他们。',
  unit: '反映哪个单位？',
  another: '换一个单位',
  person: '具体是谁？（可不选）',
  nobody: '不指哪个人',
  sealed: '我的姓名和电话保密',
  sealedLine: '谁要看都得写原因，您能看到谁看过',
} as const;

const UNCHOSEN: Against = { unit: null, person: null, name: '' };

/** A complaint: whom it is about, chosen from those who answer for the place, and whether the reporter is sealed. */
export function FilingAgainst({ form, scene }: { form: Filing; scene: string }) {
  const { against, sealed, setAgainst, setSealed, save } = form;
  const press = (next: Against | null) => {
    setAgainst(next);
    save();
  };
  return (
    <Card flush={!against}>
      {against ? (
        <Stack gap={16}>
          <Stack gap={4}>
            <Row fill="first">
              <Text strong>{AGAINST.title}</Text>
              <Button kind="quiet" small onPress={() => press(null)}>
                {AGAINST.close}
              </Button>
            </Row>
            <Text kind="note">{AGAINST.around}</Text>
          </Stack>
          <Units scene={scene} against={against} error={form.problems.against} onChoose={press} />
        </Stack>
      ) : (
        <ListRow icon="shield" title={AGAINST.title} line={AGAINST.line} onPress={() => press(UNCHOSEN)} />
      )}
      <Toggle
        label={AGAINST.sealed}
        line={AGAINST.sealedLine}
        on={sealed}
        onChange={(on) => {
          setSealed(on);
          save();
        }}
      />
    </Card>
  );
}

interface UnitsProps {
  scene: string;
  against: Against;
  error?: string;
  onChoose: (against: Against) => void;
}

function Units({ scene, against, error, onChoose }: UnitsProps) {
  const { screen } = useLoaded(() => call('place.units', { scene }), [scene]);
  return (
    <WhenReady screen={screen}>
      {(units) => {
        const unit = units.find((one) => one.unit === against.unit);
        return (
          <Stack gap={12}>
            <Choice
              rows
              label={AGAINST.unit}
              options={(unit ? [unit] : units).map((one) => ({ value: one.unit, label: one.name }))}
              chosen={unit ? [unit.unit] : []}
              onChange={([id]) => {
                const found = units.find((one) => one.unit === id);
                if (found) onChoose({ unit: found.unit, person: null, name: found.name });
              }}
              error={error}
            />
            {unit && (
              <>
                <Button kind="quiet" small icon="swap" onPress={() => onChoose(UNCHOSEN)}>
                  {AGAINST.another}
                </Button>
                <People unit={unit} against={against} onChoose={onChoose} />
              </>
            )}
          </Stack>
        );
      }}
    </WhenReady>
  );
}

const NOBODY = '';

function People({ unit, against, onChoose }: Omit<UnitsProps, 'scene' | 'error'> & { unit: UnitView }) {
  if (unit.people.length === 0) return null;
  return (
    <Choice
      rows
      label={AGAINST.person}
      options={[
        { value: NOBODY, label: AGAINST.nobody },
        ...unit.people.map(({ person, name, post }) => ({ value: person, label: name, note: post })),
      ]}
      chosen={[against.person ?? NOBODY]}
      onChange={([id = NOBODY]) => {
        const found = unit.people.find(({ person }) => person === id);
        onChoose({
          unit: unit.unit,
          person: found?.person ?? null,
          name: found ? `${unit.name} ${found.name}` : unit.name,
        });
      }}
    />
  );
}
