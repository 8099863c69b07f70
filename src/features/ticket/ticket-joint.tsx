import type { TicketView } from '@/contract';
import { Button, Card, Chip, Row, Rule, Section, Stack, Text } from '@/src/ui';

type Joint = NonNullable<TicketView['joint']>;

const JOINT = {
  title: '几个单位一起办',
  open: '各单位的都办完了，才能交办理结果。',
  done: (when: string) => `${when} 办完`,
  call: '打电话',
  callHim: (name: string) => `打电话给${name}`,
} as const;

export interface TicketJointProps {
  joint: Joint;
  /** Offers to call those who work on it, where their numbers are known. */
  onCall?: (phone: string) => void;
  /** The reader leads it, and may end it once every part is done. */
  leads?: boolean;
}

/** Who works along, what was agreed, and how far each part is: followed one by one, for everybody to see. */
export function TicketJoint({ joint, onCall, leads = false }: TicketJointProps) {
  const { words, meetBy, minutes, measures } = joint;
  return (
    <Section title={JOINT.title}>
      <Card>
        <Stack gap={4}>
          <Text strong>{words}</Text>
          <Text kind="note">{meetBy}</Text>
          {minutes && <Text kept>{minutes}</Text>}
          {leads && measures.some(({ done }) => !done) && <Text tone="amber">{JOINT.open}</Text>}
        </Stack>
        {measures.map((measure) => (
          <Measure key={measure.no} measure={measure} onCall={onCall} />
        ))}
      </Card>
    </Section>
  );
}

function Measure({
  measure: { what, who, unit, phone, due, tone, done },
  onCall,
}: Pick<TicketJointProps, 'onCall'> & { measure: Joint['measures'][number] }) {
  return (
    <>
      <Rule />
      <Stack gap={4}>
        <Text strong>{what}</Text>
        <Row fill="first" gap={12}>
          <Text tone="soft">{`${unit} ${who}`}</Text>
          {onCall && phone && !done && (
            <Button kind="quiet" small onPress={() => onCall(phone)} label={JOINT.callHim(who)}>
              {JOINT.call}
            </Button>
          )}
        </Row>
        <Row>
          <Chip tone={done ? 'ok' : tone}>{done ? JOINT.done(done.when) : due}</Chip>
        </Row>
        {done?.text && <Text kept>{done.text}</Text>}
      </Stack>
    </>
  );
}
