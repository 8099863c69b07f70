import type { TicketView } from '@/contract';
import { Card, Section, Stack, Text } from '@/src/ui';

const SEALED = {
  title: '谁看过我的信息',
  sealed: '您的姓名和电话是保密的，谁要看都得写原因，记在这里。',
  about: (name: string) => `反映的是：${name}。他们看不到这件事，也不会由他们来办。`,
  nobody: '还没有人看过。',
  look: (when: string, why: string) => `${when} · ${why}`,
} as const;

/** What is kept from whom, and each look at the reporter's name and phone with its reason; for the reporter. */
export function TicketSealed({ ticket: { sealed, against } }: { ticket: TicketView }) {
  const looks = sealed?.looks ?? [];
  return (
    <Section title={SEALED.title}>
      <Card>
        <Stack gap={12}>
          {sealed && <Text>{SEALED.sealed}</Text>}
          {against && <Text>{SEALED.about(against)}</Text>}
          {sealed && looks.length === 0 && <Text tone="soft">{SEALED.nobody}</Text>}
          {looks.map(({ when, who, why }) => (
            <Stack key={`${when}${who}${why}`} gap={4}>
              <Text strong>{who}</Text>
              <Text kind="note">{SEALED.look(when, why)}</Text>
            </Stack>
          ))}
        </Stack>
      </Card>
    </Section>
  );
}
