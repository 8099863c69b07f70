import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { windowEdges } from '@/src/platform/edges';
import { back as goBack } from '@/src/platform/route';
import { useTypeSize } from '@/src/platform/type-size';
import { a11y, cls, press } from './a11y';
import { Icon } from './icon';
import { PrivacySheet } from './privacy-sheet';

export interface PageProps {
  /** Draws the link back, with the name of where it leads: 办件. */
  back?: string;
  /** Where back leads when there is no page before, as after a scan: a path. The home page if not said. */
  backTo?: string;
  /** Small words at the head of a page without a back link: the place, the day. */
  head?: ReactNode;
  /** What this screen is about, as a sentence: 赵海平，手上 6 件. A line break in it is kept. */
  title?: string;
  /** One quieter line under the title. */
  line?: string;
  /** Beside the title, at the right end: a Mark, a small button. */
  corner?: ReactNode;
  /** An ActionBar. */
  bar?: ReactNode;
  /** A TabBar. */
  tabs?: ReactNode;
  children?: ReactNode;
}

const EDGES = windowEdges();

/** The frame of every screen: safe edges, head, content, actions, tabs; and the type size for all within. */
export function Page({ back, backTo, head, title, line, corner, bar, tabs, children }: PageProps) {
  const type = useTypeSize();
  return (
    <View className={cls('page', type !== 'normal' && 'is-large', type === 'huge' && 'is-huge')}>
      <View
        className={cls('page-head', EDGES.capsule && 'has-capsule', !back && !head && 'is-empty')}
        style={EDGES.top > 0 ? { paddingTop: `${EDGES.top}px` } : undefined}
      >
        {back ? (
          <View
            className="page-back"
            {...press(() => goBack(backTo), {
              role: 'link',
              label: back.startsWith('返回') ? back : `返回${back}`,
            })}
          >
            <Icon name="back" size="small" />
            {back}
          </View>
        ) : (
          head
        )}
      </View>
      <View className="page-body">
        {title && (
          <View className="page-title">
            <View className="page-title-words" {...a11y({ role: 'heading', level: 1 })}>
              {title}
              {line && <View className="page-line">{line}</View>}
            </View>
            {corner}
          </View>
        )}
        {children}
      </View>
      {(bar || tabs) && (
        <View className="page-foot">
          {bar}
          {tabs}
        </View>
      )}
      <PrivacySheet />
    </View>
  );
}
