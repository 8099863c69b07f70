/** Sheets of handling together: who is asked along, what a meeting agreed, one's own part done. */
import { useState } from 'react';
import type { Assignee } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { sayDue } from '@/domain/time/words';
import { MoveSheet } from '@/src/features/ticket';
import { say, serverNow } from '@/src/platform';
import { Button, Card, Choice, Field, Row, Stack, Text } from '@/src/ui';
import { AssigneePicker, AssigneesPicker } from './assignee-picker';
import { dueDays } from './hold-days';
import { CONVENE, MEASURE, MEET, READY_CONVENES } from './joint-words';
import { draftOf, type SheetProps } from './sheet-props';
import { useChosen } from './use-chosen';

/** The sheet of one move, with exactly what the table says it needs; null for a move of another kind. */
export function JointSheets({ move, ...props }: SheetProps & { move: TicketMove }) {
  switch (move) {
    case 'convene':
      return <ConveneSheet {...props} />;
    case 'meet':
      return <MeetSheet {...props} />;
    case 'measure':
      return <MeasureSheet {...props} />;
    default:
      return null;
  }
}

const NOBODY: { helpers: readonly Assignee[] } = { helpers: [] };
const named = ({ post, person }: Assignee) => ({ post, person });

function ConveneSheet(props: SheetProps) {
  const name = draftOf('convene', props);
  const { chosen, choose, clear } = useChosen(name, NOBODY);
  const { who, lacking, ...words } = CONVENE;
  const { helpers } = chosen;
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      ready={READY_CONVENES}
      photos="off"
      busy={props.busy}
      lacking={helpers.length === 0 ? lacking : null}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!(await props.onSend('convene', { ...evidence, helpers: helpers.map(named) }))) return false;
        clear();
        return true;
      }}
    >
      <AssigneesPicker
        ticket={props.ticket.id}
        ask={who}
        chosen={helpers}
        onChoose={(next) => choose({ helpers: next })}
      />
    </MoveSheet>
  );
}

interface Agreed {
  readonly to: Assignee;
  readonly text: string;
  readonly until: number;
}
const NOTHING: { measures: readonly Agreed[] } = { measures: [] };

function MeetSheet(props: SheetProps) {
  const name = draftOf('meet', props);
  const { chosen, choose, clear } = useChosen(name, NOTHING);
  const [adding, add] = useState(false);
  const { measures } = chosen;
  return (
    <MoveSheet
      open
      title={MEET.title}
      ask={MEET.ask}
      hint={MEET.hint}
      send={MEET.send}
      name={name}
      photos="off"
      busy={props.busy}
      lacking={adding ? MEET.unfinished : null}
      onClose={props.onClose}
      onSend={async (evidence) => {
        const agreed = measures.map(({ to, text, until }) => ({ ...named(to), text, until }));
        if (!(await props.onSend('meet', { ...evidence, measures: agreed }))) return false;
        clear();
        return true;
      }}
    >
      <Stack gap={12}>
        <Text strong>{MEET.agreed}</Text>
        {measures.map((one, nth) => (
          <AgreedCard
            key={`${one.to.person}.${one.text}`}
            agreed={one}
            onRemove={() => choose({ measures: measures.filter((_, other) => other !== nth) })}
          />
        ))}
        {measures.length === 0 && !adding && <Text tone="soft">{MEET.none}</Text>}
        {adding ? (
          <NewMeasure
            ticket={props.ticket.id}
            latest={props.ticket.joint?.latest ?? 0}
            onDrop={() => add(false)}
            onPut={(one) => {
              choose({ measures: [...measures, one] });
              add(false);
            }}
          />
        ) : (
          <Button kind="outline" small icon="plus" onPress={() => add(true)}>
            {MEET.add}
          </Button>
        )}
      </Stack>
    </MoveSheet>
  );
}

function AgreedCard({ agreed: { to, text, until }, onRemove }: { agreed: Agreed; onRemove: () => void }) {
  return (
    <Card>
      <Row fill="first" gap={12}>
        <Stack gap={4}>
          <Text>{text}</Text>
          <Text kind="note">{`${to.unitName} ${to.name} · ${sayDue(until, serverNow())}`}</Text>
        </Stack>
        <Button kind="quiet" small onPress={onRemove} label={`${MEET.remove}：${text}`}>
          {MEET.remove}
        </Button>
      </Row>
    </Card>
  );
}

interface NewMeasureProps {
  ticket: string;
  /** The lead's own limit, ms: no part is due later. */
  latest: number;
  onDrop: () => void;
  onPut: (agreed: Agreed) => void;
}

function NewMeasure({ ticket, latest, onDrop, onPut }: NewMeasureProps) {
  const [to, choose] = useState<Assignee | null>(null);
  const [text, write] = useState('');
  const [until, setUntil] = useState<number | null>(null);
  const now = serverNow();
  const put = () => {
    if (!to) return say(MEET.lackingWho);
    if (!text.trim()) return say(MEET.lackingWhat);
    if (until === null) return say(MEET.lackingDay);
    onPut({ to, text: text.trim(), until });
  };
  const dayName = (at: number) => (at === latest ? MEET.latest(sayDue(at, now)) : sayDue(at, now));
  return (
    <Card>
      <Stack gap={12}>
        <AssigneePicker ticket={ticket} ask={MEET.who} chosen={to} onChoose={choose} />
        <Field label={MEET.what} value={text} onInput={write} max={200} />
        <Choice
          label={MEET.when}
          options={dueDays(now, latest).map((at) => ({ value: String(at), label: dayName(at) }))}
          chosen={until === null ? [] : [String(until)]}
          onChange={([at]) => setUntil(Number(at))}
        />
        <Row fill="even" gap={12}>
          <Button kind="outline" small onPress={onDrop}>
            {MEET.drop}
          </Button>
          <Button kind="yes" small onPress={put}>
            {MEET.put}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** One part of mine needs no choice. */
function MeasureSheet(props: SheetProps) {
  const name = draftOf('measure', props);
  const mine = (props.ticket.joint?.measures ?? []).filter(({ mine: own, done }) => own && !done);
  const [picked, pick] = useState<number | null>(null);
  const no = mine.length === 1 ? mine[0]?.no : (picked ?? undefined);
  const { which, lacking, ...words } = MEASURE;
  return (
    <MoveSheet
      open
      {...words}
      name={name}
      photos="optional"
      needs="either"
      busy={props.busy}
      lacking={no === undefined ? lacking : null}
      onClose={props.onClose}
      onSend={(evidence) => props.onSend('measure', { ...evidence, measure: no })}
    >
      {mine.length === 1 ? (
        <Text strong>{mine[0]?.what}</Text>
      ) : (
        <Choice
          rows
          label={which}
          options={mine.map((one) => ({ value: String(one.no), label: one.what, note: one.due }))}
          chosen={no === undefined ? [] : [String(no)]}
          onChange={([next]) => pick(Number(next))}
        />
      )}
    </MoveSheet>
  );
}
