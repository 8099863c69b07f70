/** The printable sheet of codes. Not part of the index: only the page that prints pays for it. */
import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import './styles/code-sheet.scss';

export { NotPrinted } from './not-printed';

export interface CodeCardProps {
  /** The code as a picture. */
  picture: string;
  /** Spoken for the picture. */
  label: string;
  /** In the small square seal. */
  mark: string;
  name: string;
  line?: string | undefined;
  foot: readonly string[];
}

/** One card to cut out and put on a wall. */
export function CodeCard({ picture, label, mark, name, line, foot }: CodeCardProps) {
  return (
    <View className="code-card">
      <Image className="code-picture" src={picture} mode="aspectFit" {...spokenPicture(label)} />
      <View className="code-words">
        <View className="code-mark">{mark}</View>
        <View className="code-name">{name}</View>
        {line && <View className="code-line">{line}</View>}
        <View className="code-foot">
          {foot.map((words) => (
            <View key={words}>{words}</View>
          ))}
        </View>
      </View>
    </View>
  );
}

/** On h5 Taro draws a real picture inside its own element, and that one wants the words. */
const spokenPicture = (label: string): Record<string, unknown> =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : a11y({ role: 'img', label });

/** Cards under each other on a screen; on paper eight to an A4 sheet, two beside each other. */
export function CodeSheet({ children }: { children: ReactNode }) {
  return <View className="code-sheet">{children}</View>;
}
