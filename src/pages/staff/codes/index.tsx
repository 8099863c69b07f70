import { Page, Text } from '@/src/ui';

export default function CodesPage() {
  return (
    <Page>
      <Text kind="title">张贴码</Text>
    </Page>
  );
}
