import { Page, Text } from '@/src/ui';

export default function HomePage() {
  return (
    <Page>
      <Text kind="title">首页</Text>
    </Page>
  );
}
