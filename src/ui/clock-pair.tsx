import { View } from '@tarojs/components';
import { a11y, cls } from './a11y';
import type { Tone } from './tone';

export interface ClockProps {
  /** Whose clock: 您已等待, 村里还剩. */
  label: string;
  /** What it says: 1 天 4 小时. */
  words: string;
  /** Share of the limit used, 0–1; more than 1 is drawn full. */
  used: number;
  tone: Tone;
  /** Why it stands still, or null while it runs. */
  standing?: string | null;
}

/** The two clocks of a request side by side; under each other in large type. */
export function ClockPair({ clocks }: { clocks: readonly (ClockProps | null)[] }) {
  return (
    <View className="clocks">
      {clocks.map(
        (clock) =>
          clock && (
            <View key={clock.label} className={cls('clock', `is-${clock.tone}`)}>
              <View className="clock-label">{clock.label}</View>
              <View className="clock-words">{clock.words}</View>
              <View className="clock-bar" {...a11y({ hidden: true })}>
                <View className="clock-used" style={{ width: `${Math.round(share(clock.used) * 100)}%` }} />
              </View>
              {clock.standing && <View className="clock-standing">{clock.standing}</View>}
            </View>
          ),
      )}
    </View>
  );
}

/** A started clock shows at least a sliver. */
const share = (used: number) => Math.min(1, Math.max(0.02, used));
