import { View } from '@tarojs/components';
import { a11y, cls } from './a11y';

/** Where one is among a few steps; `at` counts from 0. */
export function Steps({ steps, at }: { steps: readonly string[]; at: number }) {
  return (
    <View
      className="steps"
      {...a11y({ role: 'img', label: `第 ${at + 1} 步，共 ${steps.length} 步：${steps[at] ?? ''}` })}
    >
      {steps.map((step, i) => (
        <View key={step} className={cls('step', i < at && 'is-past', i === at && 'is-here')}>
          {step}
        </View>
      ))}
    </View>
  );
}
