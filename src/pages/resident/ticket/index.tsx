import { Page, Text } from '@/src/ui';

export default function TicketPage() {
  return (
    <Page>
      <Text kind="title">办件</Text>
    </Page>
  );
}
