import { Page, Text } from '@/src/ui';

export default function WorkPage() {
  return (
    <Page>
      <Text kind="title">待办</Text>
    </Page>
  );
}
