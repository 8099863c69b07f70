import { Page, Text } from '@/src/ui';

export default function LatePage() {
  return (
    <Page>
      <Text kind="title">督办</Text>
    </Page>
  );
}
