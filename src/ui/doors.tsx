import { View } from '@tarojs/components';
import { press } from './a11y';
import { Icon } from './icon';

export interface DoorProps {
  title: string;
  /** One short sentence that says what happens behind it. */
  line: string;
  /** paper: a choice of the second rank. */
  tone: 'seal' | 'pine' | 'paper';
  onPress: () => void;
}

/** The two big choices of the home page, side by side; under each other in large type. */
export function Doors({ doors }: { doors: readonly DoorProps[] }) {
  return (
    <View className="doors">
      {doors.map(({ title, line, tone, onPress }) => (
        <View key={title} className={`door is-${tone}`} {...press(onPress, { label: `${title}，${line}` })}>
          <View className="door-title">{title}</View>
          <View className="door-line">{line}</View>
        </View>
      ))}
    </View>
  );
}

export interface TileProps {
  icon: string;
  word: string;
  onPress: () => void;
}

/** A picture and a word, four in a row (two in large type). Inside a Card. */
export function Tiles({ tiles }: { tiles: readonly TileProps[] }) {
  return (
    <View className="tiles">
      {tiles.map(({ icon, word, onPress }) => (
        <View key={word} className="tile" {...press(onPress, { label: word })}>
          <View className="tile-icon">
            <Icon name={icon} />
          </View>
          <View className="tile-word">{word}</View>
        </View>
      ))}
    </View>
  );
}
