import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { Icon } from './icon';
import { Stack } from './layout';

export const SPEAK = '按住说话，或点一下再说';

/** The room of a SpeakButton that is on its way, and of the list of what was said. */
export function SpeakRoom() {
  return (
    <Stack gap={8}>
      <View className="button is-outline speak is-room" {...a11y({ hidden: true })}>
        <Icon name="mic" />
        {SPEAK}
      </View>
      <Stack />
    </Stack>
  );
}
