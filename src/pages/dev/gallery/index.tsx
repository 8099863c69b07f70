import { type ReactNode, useState } from 'react';
import type { TypeSize } from '@/src/platform/type-size';
import {
  ActionBar,
  Banner,
  Bar,
  Bones,
  Button,
  Card,
  Chip,
  Choice,
  ClockPair,
  Doors,
  Empty,
  Faces,
  Facts,
  Field,
  ICONS,
  Icon,
  ListRow,
  Mark,
  Page,
  Person,
  PhotoGrid,
  Row,
  Rule,
  Seal,
  SearchBar,
  Section,
  Segments,
  Sheet,
  Slip,
  Stack,
  Steps,
  Text,
  Tiles,
  Timeline,
  Toggle,
  WhenReady,
} from '@/src/ui';
import { Sized } from '@/src/ui/sized';

const SIZES: readonly (readonly [TypeSize, string])[] = [
  ['normal', '标准'],
  ['large', '长辈版'],
  ['huge', '长辈版，手机字号最大'],
];
const TONES = ['plain', 'ok', 'today', 'late'] as const;
const WORDS = {
  plain: '正在办',
  ok: '剩 2 个工作日',
  today: '剩 3 小时 7 分钟',
  late: '超 40 分钟',
} as const;
const WORKER = '您的网格员';
const nothing = () => undefined;
const PAPER =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath fill='%23d3c9b7' d='M0 0h9v9H0z'/%3E%3C/svg%3E";

/** Every primitive with its states, in the three sizes of type. In development builds only. */
export default function GalleryPage() {
  return (
    <Page title="样张" line="每样东西，每种样子，三种字号">
      {SIZES.map(([size, name]) => (
        <Sized key={size} size={size}>
          <Text kind="hero">{name}</Text>
          <Words />
          <Buttons />
          <Cards />
          <Questions />
          <Waiting />
        </Sized>
      ))}
    </Page>
  );
}

function Words() {
  return (
    <Section title="字和色" count={5} aside={<Text kind="note">旁注</Text>}>
      <Card>
        <Stack gap={8}>
          {(['hero', 'title', 'head', 'body', 'note'] as const).map((kind) => (
            <Text key={kind} kind={kind}>
              二单元的灯不亮
            </Text>
          ))}
          <Row wrap gap={12}>
            {(['ink', 'soft', 'seal', 'pine', 'amber'] as const).map((tone) => (
              <Text key={tone} tone={tone} strong>
                今天到期
              </Text>
            ))}
          </Row>
          <Row wrap gap={8}>
            {TONES.map((tone) => (
              <Chip key={tone} tone={tone}>
                {WORDS[tone]}
              </Chip>
            ))}
          </Row>
          <Row wrap gap={12}>
            {ICONS.map((name) => (
              <Icon key={name} name={name} />
            ))}
          </Row>
        </Stack>
      </Card>
    </Section>
  );
}

function Buttons() {
  const [open, show] = useState(false);
  const [view, choose] = useState<'one' | 'two' | 'three'>('one');
  return (
    <Section title="按钮">
      <Stack gap={12}>
        {(['main', 'yes', 'outline', 'quiet'] as const).map((kind) => (
          <Stack key={kind} gap={8}>
            <Button kind={kind} onPress={() => show(true)}>
              提交，请人来办
            </Button>
            <Row gap={8} fill="even">
              <Button kind={kind} onPress={nothing} busy>
                正在提交
              </Button>
              <Button kind={kind} onPress={nothing} disabled>
                还不能
              </Button>
            </Row>
            <Row gap={8} fill="first">
              <Text>小的在字旁边</Text>
              <Button kind={kind} small onPress={nothing}>
                改一改
              </Button>
            </Row>
          </Stack>
        ))}
        <Segments
          options={[
            { value: 'one', label: '服务' },
            { value: 'two', label: '报问题' },
            { value: 'three', label: '咨询建议' },
          ]}
          chosen={view}
          onChange={choose}
        />
        <Doors
          doors={[
            { title: '点一项服务', line: '31 项，点单就有人来办', tone: 'seal', onPress: nothing },
            { title: '报一个问题', line: '拍张照，说一句就行', tone: 'pine', onPress: nothing },
          ]}
        />
        <Card>
          <Tiles
            tiles={[
              { icon: 'heart', word: '看医生', onPress: nothing },
              { icon: 'info', word: '问政策', onPress: nothing },
            ]}
          />
        </Card>
      </Stack>
      <Sheet
        open={open}
        title="派给谁？"
        onClose={() => show(false)}
        bar={
          <ActionBar>
            <Button kind="outline" onPress={() => show(false)}>
              算了
            </Button>
            <Button onPress={() => show(false)}>派单</Button>
          </ActionBar>
        }
      >
        <Text>一张从下面升起的纸，只问一件事。</Text>
      </Sheet>
    </Section>
  );
}

function Cards() {
  return (
    <Section title="单子和卡片" tone="late">
      <Slip
        no="T1119-7CH3W"
        sort="报问题"
        title="路灯楼道灯"
        line="闫满小区3号楼2单元"
        corner={<Seal words="已办结" />}
        onPress={nothing}
      >
        <ClockPair
          clocks={[
            { label: '答应您', words: '2 天 3 小时', used: 0.6, tone: 'ok' },
            { label: '单位', words: '3 小时', used: 0.9, tone: 'today', standing: '等您补充，先停着' },
          ]}
        />
      </Slip>
      {TONES.map((tone) => (
        <Card key={tone} tone={tone} onPress={nothing}>
          <Row fill="first" gap={12} top>
            <Text kind="head">下水堵塞、粪池外溢</Text>
            <Chip tone={tone}>{WORDS[tone]}</Chip>
          </Row>
          <Text tone="soft">闫满小区3号楼</Text>
        </Card>
      ))}
      {TONES.map((tone) => (
        <Banner key={tone} tone={tone} action={{ label: '去看', onPress: nothing }}>
          有一句话要先说
        </Banner>
      ))}
      <Card>
        <Stack gap={12}>
          <Steps steps={['提交', '派单', '办理', '评价']} at={2} />
          <Person name="赵海平" role={WORKER} line="第 12 微网格 · 18 户" onCall={nothing} />
          <Rule />
          <Bar share={0.4} />
          <Facts
            facts={[
              { label: '哪里', words: '闫满小区3号楼2单元' },
              { label: '几时', words: '明天上午' },
            ]}
          />
          <Row gap={12} wrap>
            <Seal words="已办结" tone="pine" />
            <Seal words="不予受理" tone="plain" />
            <Mark />
          </Row>
        </Stack>
      </Card>
      <Card>
        <Timeline
          entries={[
            {
              id: '2',
              title: '赵海平签收了',
              when: '今天 09:41',
              link: { words: '为什么是他', onPress: nothing },
            },
            { id: '1', title: '您提交了', text: '二楼的灯坏了三天', when: '今天 09:30' },
          ]}
        />
      </Card>
      <Card flush>
        <ListRow
          icon="bell"
          title="通知"
          line="三条没看"
          aside={<Chip tone="late">有新通知</Chip>}
          onPress={nothing}
        />
        <ListRow title="只是一行字" aside="值" />
      </Card>
    </Section>
  );
}

function Questions() {
  const [words, write] = useState('');
  const [one, pick] = useState<('a' | 'b' | 'c')[]>(['b']);
  const [level, rate] = useState<1 | 2 | 3 | 4 | 5 | null>(4);
  const [on, turn] = useState(true);
  const options = [
    { value: 'a', label: '有' },
    { value: 'b', label: '街上水管爆了', note: '水流到路上' },
    { value: 'c', label: '都不是', disabled: true },
  ] as const;
  return (
    <Section title="问和答">
      <Card>
        <SearchBar value={words} onInput={write} placeholder="想办什么事？" />
        <Field label="在什么地方" value={words} onInput={write} placeholder="几号楼几单元" hint="写到门口" />
        <Field label="电话" value="123" onInput={nothing} error="号码少了几位，请再看看" keyboard="phone" />
        <Field label="怎么回事" value={words} onInput={write} placeholder="写一句就行" area optional />
        <Choice label="点一个" options={options} chosen={one} onChange={pick} />
        <Choice label="一行一个" options={options} chosen={one} onChange={pick} rows many />
        <Choice
          label="分着占满"
          options={options.slice(0, 2)}
          chosen={one}
          onChange={pick}
          even
          error="请选一个"
        />
        <Faces level={level} onChange={rate} />
        <Toggle label="长辈版" line="字大一些，按钮大一些" on={on} onChange={turn} />
        <Toggle label="关着的" on={false} onChange={nothing} />
        <PhotoGrid
          photos={[
            { id: '1', url: PAPER, label: '办前' },
            { id: '2', url: PAPER, state: 'sending' },
            { id: '3', url: PAPER, state: 'failed' },
          ]}
          onAdd={nothing}
          onRemove={nothing}
        />
      </Card>
    </Section>
  );
}

function Waiting() {
  const none = (): ReactNode => null;
  return (
    <Section title="等和空" tone="today">
      <Bones cards={1} />
      {(['slip', 'search', 'bell', 'rest'] as const).map((art) => (
        <Empty
          key={art}
          art={art}
          title="这里还没有"
          line="有了会贴在这里"
          action={{ label: '去看看', onPress: nothing }}
        />
      ))}
      {[true, false].map((offline) => (
        <WhenReady
          key={String(offline)}
          screen={{ state: 'failed', words: '请过一会儿再试', offline, retry: nothing }}
        >
          {none}
        </WhenReady>
      ))}
    </Section>
  );
}
