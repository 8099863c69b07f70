import type { HonourView } from '@/contract/honour';
import { Button, Card, Chip, Choice, Empty, Row, Rule, Section, Slip, Stack, Text, Timeline } from '@/src/ui';
import { HONOUR } from './words';

/** What is asked now, and how it is judged. */
export function HonourHead({ honour }: { honour: HonourView }) {
  const { no, title, areaName, stateWords, tone, say, how, noticeWords, turnout, text, voted, elsewhere } =
    honour;
  return (
    <Slip no={no} title={title} chip={<Chip tone={tone}>{stateWords}</Chip>}>
      <Stack gap={8}>
        <Text strong>{say}</Text>
        {text && <Text kept>{text}</Text>}
        <Text tone="soft">{[areaName, how, noticeWords, turnout].filter(Boolean).join('；')}</Text>
        {voted && <Text tone="pine">{HONOUR.voted}</Text>}
        {elsewhere && <Text tone="soft">{elsewhere}</Text>}
      </Stack>
    </Slip>
  );
}

export interface NomineesProps {
  honour: HonourView;
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** Everybody who was nominated, in that order; those put up are marked. Choosing one is voting. */
export function Nominees({ honour, chosen, onChoose }: NomineesProps) {
  const { nominees, mayChoose, state } = honour;
  const on = nominees.filter(({ struck }) => struck === '');
  if (nominees.length === 0) return <Empty title={HONOUR.none} />;
  if (mayChoose > 0)
    return (
      <Card>
        <Choice
          rows
          many={mayChoose > 1}
          label={mayChoose > 1 ? HONOUR.voteMany(mayChoose) : HONOUR.voteOne}
          options={on.map(({ id, name, where, deeds }) => ({
            value: id,
            label: where ? `${name}（${where}）` : name,
            note: deeds,
            disabled: mayChoose > 1 && chosen.length >= mayChoose && !chosen.includes(id),
          }))}
          chosen={chosen}
          onChange={onChoose}
        />
      </Card>
    );
  return (
    <Section title={HONOUR.nominees}>
      {nominees.map(({ id, name, where, deeds, chosen: up, struck }) => (
        <Card key={id} tone={up ? 'ok' : 'plain'}>
          <Stack gap={4}>
            <Row fill="apart">
              <Text kind="head">{name}</Text>
              {up && <Chip tone="ok">{state === 'granted' ? HONOUR.granted : HONOUR.chosen}</Chip>}
            </Row>
            {where && <Text tone="soft">{where}</Text>}
            <Text kept>{deeds}</Text>
            {struck && <Text tone="seal">{HONOUR.struck(struck)}</Text>}
          </Stack>
        </Card>
      ))}
    </Section>
  );
}

/** What was objected, as far as the reader may see it. */
export function Objections({ honour, onAnswer }: { honour: HonourView; onAnswer: (id: string) => void }) {
  const { objections, allowed } = honour;
  if (objections.length === 0) return null;
  return (
    <Section title={HONOUR.objections}>
      <Card>
        <Stack gap={12}>
          {objections.map(({ id, name, by, text, answer }, index) => (
            <Stack key={id} gap={8}>
              {index > 0 && <Rule />}
              <Text strong>{`${by}：关于${name}`}</Text>
              <Text kept>{text}</Text>
              <Text tone="soft">{answer ? `${HONOUR.answer}：${answer}` : HONOUR.open}</Text>
              {answer === '' && allowed.includes('answer') && (
                <Button kind="outline" small onPress={() => onAnswer(id)}>
                  {HONOUR.answer}
                </Button>
              )}
            </Stack>
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

/** How it went so far. */
export function HonourStory({ honour: { story } }: { honour: HonourView }) {
  return (
    <Section title={HONOUR.story}>
      <Card>
        <Timeline
          entries={story.map(({ at, move, title, text, when }) => ({
            id: `${at}${move}`,
            title,
            text,
            when,
          }))}
        />
      </Card>
    </Section>
  );
}
