import { useState } from 'react';
import type { RosterView } from '@/contract/roster';
import { call, serverNow, useLoaded } from '@/src/platform';
import {
  ActionBar,
  Banner,
  Button,
  Card,
  Choice,
  ListRow,
  Row,
  Sheet,
  Stack,
  Text,
  WhenReady,
} from '@/src/ui';
import { beginnings, LENGTHS, leaveIn, type Span, saySpan, stepped } from './leave-days';
import type { RosterActs } from './use-roster';
import { LEAVE } from './words';

export interface LeaveSheetProps {
  roster: RosterView;
  acts: RosterActs;
  onClose: () => void;
}

/** A leave by taps alone: whose, from when, how long; and at once what it would leave open. */
export function LeaveSheet({ roster, acts, onClose }: LeaveSheetProps) {
  const now = serverNow();
  const others = roster.people.filter(({ id, mayLeave }) => mayLeave && id !== roster.me);
  const [person, choosePerson] = useState<string | null>(others.length > 0 ? null : roster.me);
  const [span, choose] = useState<Span>({ starts: 1, days: 1 });
  const leave = leaveIn(span, now);
  const send = async () => {
    if (person && (await acts.enter(person, leave))) onClose();
  };
  return (
    <Sheet
      open
      title={LEAVE.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={acts.doing} disabled={!person} onPress={() => void send()}>
            {LEAVE.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        {others.length > 0 && (
          <Choice
            label={LEAVE.who}
            options={[{ id: roster.me, name: LEAVE.myself }, ...others].map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            chosen={person ? [person] : []}
            onChange={([id]) => choosePerson(id ?? null)}
          />
        )}
        <SpanChooser span={span} now={now} onChange={choose} />
        {person && <Absence person={person} from={leave.from} until={leave.until} />}
      </Stack>
    </Sheet>
  );
}

function SpanChooser({ span, now, onChange }: { span: Span; now: number; onChange: (span: Span) => void }) {
  const step = (what: keyof Span, by: number, label: string) => {
    const next = stepped(span, what, by);
    return (
      <Button kind="outline" small disabled={!next} onPress={() => next && onChange(next)}>
        {label}
      </Button>
    );
  };
  return (
    <>
      <Choice
        label={LEAVE.from}
        options={beginnings(now).map(({ starts, label }) => ({ value: String(starts), label }))}
        chosen={[String(span.starts)]}
        onChange={([starts]) => onChange({ ...span, starts: Number(starts) })}
      />
      <Choice
        label={LEAVE.days}
        options={LENGTHS.map(({ days, label }) => ({ value: String(days), label }))}
        chosen={[String(span.days)]}
        onChange={([days]) => onChange({ ...span, days: Number(days) })}
      />
      <Stack gap={8}>
        <Text strong>{saySpan(span, now)}</Text>
        <Row fill="even" gap={12}>
          {step('starts', -1, LEAVE.earlier)}
          {step('starts', 1, LEAVE.later)}
        </Row>
        <Row fill="even" gap={12}>
          {step('days', -1, LEAVE.less)}
          {step('days', 1, LEAVE.more)}
        </Row>
        <Text tone="soft">{LEAVE.why}</Text>
      </Stack>
    </>
  );
}

/** Which posts would stand open, who would take over, and what is in hand now. */
function Absence(asked: { person: string; from: number; until: number }) {
  const { person, from, until } = asked;
  const { screen } = useLoaded(() => call('desk.absence', { person, from, until }), [person, from, until]);
  return (
    <Stack gap={8}>
      <Text strong>{LEAVE.open}</Text>
      <WhenReady screen={screen}>
        {({ open, inHand }) => (
          <Stack gap={12}>
            {open.length === 0 ? (
              <Banner tone="ok" icon="check">
                {LEAVE.allCovered}
              </Banner>
            ) : (
              <Card flush>
                {open.map(({ title, line, lost }) => (
                  <ListRow key={title} icon={lost ? 'alert' : 'swap'} title={title} line={line} />
                ))}
              </Card>
            )}
            {inHand > 0 && (
              <Banner tone="today" icon="inbox">
                {LEAVE.inHand(inHand)}
              </Banner>
            )}
          </Stack>
        )}
      </WhenReady>
    </Stack>
  );
}
