import { Page, Text } from '@/src/ui';

export default function NoticesPage() {
  return (
    <Page>
      <Text kind="title">消息</Text>
    </Page>
  );
}
