import { Page, Text } from '@/src/ui';

export default function TicketsPage() {
  return (
    <Page>
      <Text kind="title">办件</Text>
    </Page>
  );
}
