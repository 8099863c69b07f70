/** A certificate as a sheet of A4. Not part of the index: only its page pays for it. */
import { Image, View } from '@tarojs/components';
import { a11y } from './a11y';
import './styles/certificate-sheet.scss';

export interface CertificateSheetProps {
  title: string;
  /** 证明编号 YM2026-… */
  no: string;
  /** The sentence that certifies. */
  says: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** 出具单位 闫满工作区 … */
  foot: readonly { readonly label: string; readonly words: string }[];
  /** The code that leads to where it is verified, and the words under it. */
  picture: string | null;
  label: string;
  verify: readonly string[];
  seal: string;
  rule: string;
}

export function CertificateSheet(props: CertificateSheetProps) {
  const { title, no, says, columns, rows, foot, picture, label, verify, seal, rule } = props;
  return (
    <View className="certificate">
      <View className="certificate-no">{no}</View>
      <View className="certificate-title" {...a11y({ role: 'heading', level: 1 })}>
        {title}
      </View>
      <View className="certificate-says">{says}</View>
      <View className="certificate-table">
        <View className="certificate-row is-head">
          {columns.map((column) => (
            <View key={column} className="certificate-cell">
              {column}
            </View>
          ))}
        </View>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed table never changes
          <View key={i} className="certificate-row">
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <View key={column} className="certificate-cell">
                {cell}
              </View>
            ))}
          </View>
        ))}
      </View>
      <View className="certificate-foot">
        <View className="certificate-verify">
          {picture && (
            <Image className="certificate-code" src={picture} mode="aspectFit" {...spokenPicture(label)} />
          )}
          {verify.map((words) => (
            <View key={words}>{words}</View>
          ))}
        </View>
        <View className="certificate-signed">
          {foot.map((entry) => (
            <View key={entry.label} className="certificate-line">
              <View className="certificate-label">{entry.label}</View>
              <View>{entry.words}</View>
            </View>
          ))}
          <View className="certificate-seal">{seal}</View>
        </View>
      </View>
      <View className="certificate-rule">{rule}</View>
    </View>
  );
}

/** On h5 Taro draws a real picture inside its own element, and that one wants the words. */
const spokenPicture = (label: string): Record<string, unknown> =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : a11y({ role: 'img', label });
