import { Page, Text } from '@/src/ui';

export default function PoolPage() {
  return (
    <Page>
      <Text kind="title">工单池</Text>
    </Page>
  );
}
