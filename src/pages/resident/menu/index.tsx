import { Page, Text } from '@/src/ui';

export default function MenuPage() {
  return (
    <Page>
      <Text kind="title">点一项服务</Text>
    </Page>
  );
}
