import { Page, Text } from '@/src/ui';

export default function BindPage() {
  return (
    <Page>
      <Text kind="title">绑定身份</Text>
    </Page>
  );
}
