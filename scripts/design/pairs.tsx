/** What to do, and what not to do, as pictures: each pair is drawn from the real primitives. */
import type { ReactNode } from 'react';
import { ActionBar, Button } from '@/src/ui/button';
import { Card } from '@/src/ui/card';
import { Chip } from '@/src/ui/chip';
import { ClockPair } from '@/src/ui/clock-pair';
import { Empty } from '@/src/ui/empty';
import { Faces } from '@/src/ui/faces';
import { Facts, ListRow } from '@/src/ui/list-row';
import { Slip } from '@/src/ui/slip';
import { Text } from '@/src/ui/text';

export interface Pair {
  readonly name: string;
  /** Drawn in large type. */
  readonly large?: boolean;
  readonly good: ReactNode;
  readonly bad: ReactNode;
}

const nothing = () => {};
const CLOCKS = [
  { label: '您已等待', words: '1 天 5 小时', used: 0.7, tone: 'ok' as const },
  { label: '办理还剩', words: '3 小时 8 分钟', used: 0.8, tone: 'today' as const },
];
/** What the style sheet would not allow. */
const crude = (style: Record<string, string | number>, children?: ReactNode) => (
  <div style={style}>{children}</div>
);

export const PAIRS: readonly Pair[] = [
  {
    name: 'one-main-action',
    good: (
      <ActionBar>
        <Button kind="outline" onPress={nothing}>
          补充说明
        </Button>
        <Button icon="phone" onPress={nothing}>
          打电话给赵海平
        </Button>
      </ActionBar>
    ),
    bad: (
      <ActionBar>
        <Button onPress={nothing}>补充</Button>
        <Button onPress={nothing}>打电话</Button>
        <Button onPress={nothing}>撤回</Button>
      </ActionBar>
    ),
  },
  {
    name: 'colour-with-a-word',
    good: <Slip title="代买代办" line="闫满小区1号楼 · 点单" chip={<Chip tone="late">超 2 个工作日</Chip>} />,
    bad: (
      <Slip
        title="代买代办"
        line="闫满小区1号楼 · 点单"
        chip={crude({ width: 12, height: 12, borderRadius: 6, background: 'var(--seal)' })}
      />
    ),
  },
  {
    name: 'sentence-before-fields',
    good: (
      <Slip no="T1118-6ZQVJ" sort="点单" title="代买代办" line="闫满小区3号楼">
        <Text strong>赵海平已联系过您，下午去卫生室取药</Text>
        <Text tone="pine">承诺 今天 17:30前办好</Text>
      </Slip>
    ),
    bad: (
      <Slip no="T1118-6ZQVJ" sort="点单" title="代买代办">
        <Facts
          facts={[
            { label: '状态', words: '处理中' },
            { label: '经办人', words: '赵海平' },
            { label: '截止时间', words: '2026-11-19 17:30:00' },
          ]}
        />
      </Slip>
    ),
  },
  {
    name: 'nothing-chosen-beforehand',
    good: (
      <Card>
        <Text kind="head">这次办得怎么样</Text>
        <Faces level={null} onChange={nothing} />
      </Card>
    ),
    bad: (
      <Card>
        <Text kind="head">这次办得怎么样</Text>
        <Faces level={5} onChange={nothing} />
      </Card>
    ),
  },
  {
    name: 'large-type-moves-under',
    large: true,
    good: (
      <Slip title="代买代办">
        <ClockPair clocks={CLOCKS} />
      </Slip>
    ),
    bad: (
      <Slip title="代买代办">
        <div className="beside">
          <ClockPair clocks={CLOCKS} />
        </div>
      </Slip>
    ),
  },
  {
    name: 'empty-says-what-comes',
    good: (
      <Empty
        title="您提交的事会在这里"
        line="点一项服务，或者报一个问题，谁在办、办到哪儿都看得到。"
        action={{ label: '去看看能办什么', onPress: nothing }}
      />
    ),
    bad: crude({ padding: '96px 0', textAlign: 'center', color: '#c9c2b4' }, '暂无数据'),
  },
  {
    name: 'phone-masked-in-lists',
    good: (
      <Card flush>
        <ListRow title="林*" line="闫满村 · 170****6701" onPress={nothing} />
        <ListRow title="王*" line="闫满村 · 170****6703" onPress={nothing} />
      </Card>
    ),
    bad: (
      <Card flush>
        <ListRow title="林桂芬" line="闫满小区3号楼2单元201 · 17000006701" onPress={nothing} />
        <ListRow title="王秀英" line="闫满小区1号楼1单元102 · 17000006703" onPress={nothing} />
      </Card>
    ),
  },
  {
    name: 'late-with-a-reason',
    good: (
      <Slip title="代买代办" chip={<Chip tone="late">超 2 个工作日</Chip>}>
        <Text tone="seal">承诺 11月16日 周一 17:30前办好，已经晚了</Text>
        <Text>赵海平：营业厅周末关门，今天上午一开门就去交</Text>
      </Slip>
    ),
    bad: (
      <Slip title="代买代办" chip={<Chip tone="late">已超时</Chip>}>
        <Text>工作人员会尽快处理，请耐心等待</Text>
      </Slip>
    ),
  },
];
