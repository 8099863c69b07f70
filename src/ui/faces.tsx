import { View } from '@tarojs/components';
import { cls, press } from './a11y';
import { Icon } from './icon';

export type Level = 1 | 2 | 3 | 4 | 5;

/** The five official levels, worst first, each broken where it should wrap. */
const LEVELS: readonly { level: Level; lines: readonly string[] }[] = [
  { level: 1, lines: ['非常', '不满意'] },
  { level: 2, lines: ['不', '满意'] },
  { level: 3, lines: ['基本', '满意'] },
  { level: 4, lines: ['满意'] },
  { level: 5, lines: ['非常', '满意'] },
];

/** How it was, in five faces. None is chosen beforehand: a rating is given, never assumed. */
export function Faces({ level, onChange }: { level: Level | null; onChange: (level: Level) => void }) {
  return (
    <View className="faces">
      {LEVELS.map(({ level: own, lines }) => {
        const on = own === level;
        return (
          <View
            key={own}
            className={cls('face', on && 'is-on', own < 3 && 'is-unhappy')}
            {...press(() => onChange(own), { role: 'radio', label: lines.join(''), checked: on })}
          >
            <Icon name={`face-${own}`} />
            <View className="face-words">
              {lines.map((line) => (
                <View key={line}>{line}</View>
              ))}
            </View>
          </View>
        );
      })}
    </View>
  );
}
