import { Button as AgreeButton, View } from '@tarojs/components';
import { answerPrivacy, usePrivacyAsked } from '@/src/platform/privacy';
import { openGuideline } from '@/src/platform/privacy-ear.weapp';
import { PRIVACY_LIST } from '@/src/platform/privacy-list';
import { press } from './a11y';
import { Button } from './button';
import { Stack } from './layout';
import { Sheet } from './sheet';
import { Text } from './text';

const AGREE = 'yima-agree';

/** WeChat's guideline as a kind question: what for, and that a no costs nothing. Drawn by every page, while it is asked. */
export function PrivacySheet() {
  const asked = usePrivacyAsked();
  if (!asked) return null;
  const refuse = () => answerPrivacy({ event: 'disagree' });
  return (
    <Sheet open title="先说清楚，再请您点头" onClose={refuse}>
      <Stack gap={12}>
        {PRIVACY_LIST.map(({ kind, words }) => (
          <Text key={kind}>{words}</Text>
        ))}
        <Text tone="soft">不同意也能报事：写一句话就行。以后想用，再点一次会再问您。</Text>
        <View className="privacy-link" {...press(openGuideline, { role: 'link' })}>
          看完整的隐私保护指引
        </View>
        <AgreeButton
          id={AGREE}
          className="button is-main privacy-agree"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacy({ event: 'agree', buttonId: AGREE })}
        >
          同意，接着用
        </AgreeButton>
        <Button kind="outline" onPress={refuse}>
          不同意，不用这些
        </Button>
      </Stack>
    </Sheet>
  );
}
