import { Page, Text } from '@/src/ui';

export default function FilePage() {
  return (
    <Page>
      <Text kind="title">提交</Text>
    </Page>
  );
}
