import { View } from '@tarojs/components';
import { a11y, cls } from './a11y';

export interface SealProps {
  /** Two to six characters: 已办结, 已撤回, 未评价. */
  words: string;
  /** Falls onto the paper once. Only where the person has just caused it or sees it first. */
  lands?: boolean;
  /** seal for done; plain for an end that is nobody's success. */
  tone?: 'seal' | 'pine' | 'plain';
}

/** The round stamp on a finished slip. */
export function Seal({ words, lands, tone = 'seal' }: SealProps) {
  return (
    <View
      className={cls(
        'seal',
        tone !== 'seal' && `is-${tone}`,
        words.length > 3 && (words.length === 4 ? 'is-4' : 'is-long'),
        lands && 'lands',
      )}
      {...a11y({ role: 'img', label: words })}
    >
      <View className="seal-words">{words}</View>
    </View>
  );
}

/** The product's own square seal. */
export function Mark() {
  return (
    <View className="mark" {...a11y({ role: 'img', label: '一码办' })}>
      <View className="mark-words">一码办</View>
    </View>
  );
}
