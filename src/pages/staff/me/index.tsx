import { Page, Text } from '@/src/ui';

export default function MePage() {
  return (
    <Page>
      <Text kind="title">我的</Text>
    </Page>
  );
}
