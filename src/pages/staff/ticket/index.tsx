import { Page, Text } from '@/src/ui';

export default function TicketPage() {
  return (
    <Page>
      <Text kind="title">工单</Text>
    </Page>
  );
}
