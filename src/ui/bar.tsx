import { View } from '@tarojs/components';
import { a11y } from './a11y';

/** How much of a whole, 0–1; the words beside it say the same, so it is never read aloud. */
export function Bar({ share }: { share: number }) {
  return (
    <View className="clock-bar" {...a11y({ hidden: true })}>
      <View
        className="clock-used"
        style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
      />
    </View>
  );
}
