import { useState } from 'react';
import { PartLine, RECORD, useRecord, useSpokenSubmit } from '@/src/features/activity';
import { call, copy, go, useDoing, useLoaded, useRouteParams } from '@/src/platform';
import { saveText } from '@/src/platform/save-text';
import { toCsv } from '@/src/platform/spreadsheet/to-csv';
import { Button, Card, Empty, ListRow, Section, Segments, Stack, Text, WhenReady } from '@/src/ui';
import { toActivity, VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

type Box = 'record' | 'mine';
const BOXES = [
  { value: 'record', label: '服务记录' },
  { value: 'mine', label: '我报名的' },
] as const;

/** What one has done: the hours, certificates, everything to take along. Stays open to who is no volunteer any more. */
export default function RecordPage() {
  const { box: opened } = useRouteParams();
  const [box, choose] = useState<Box>(opened === 'mine' ? 'mine' : 'record');
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.record}
      back={{ words: RECORD.back, to: VOLUNTEER.me }}
      title={RECORD.title}
    >
      {() => (
        <>
          <Segments<Box> options={BOXES} chosen={box} onChange={choose} />
          <Lines key={box} box={box} />
          {box === 'record' && <Papers />}
        </>
      )}
    </VolunteerPage>
  );
}

function Lines({ box }: { box: Box }) {
  const { screen, readMore, sum } = useRecord(box);
  return (
    <WhenReady screen={screen}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty art="rest" title={RECORD.emptyTitle} line={RECORD.emptyLine} />
        ) : (
          <>
            {box === 'record' && sum && (
              <Card>
                <Stack gap={4}>
                  <Text kind="hero" tabular>
                    {RECORD.total(sum.hours, sum.times)}
                  </Text>
                  <Text tone="soft">{RECORD.totalLine}</Text>
                  {sum.training && <Text tone="soft">{sum.training}</Text>}
                  {sum.honours.length > 0 && <Text>{`${RECORD.honours}：${sum.honours.join('、')}`}</Text>}
                </Stack>
              </Card>
            )}
            {rows.map((part) => (
              <PartLine
                key={part.id}
                part={part}
                {...(part.activity && { onPress: () => toActivity(part.activity) })}
              />
            ))}
            {more && (
              <Button kind="quiet" onPress={readMore}>
                再看一些
              </Button>
            )}
          </>
        )
      }
    </WhenReady>
  );
}

function Papers() {
  const issued = useLoaded(() => call('certificate.list', {}), []);
  const { send, doing } = useSpokenSubmit(issued.reload);
  const { act } = useDoing();
  const issue = () =>
    send('issue', 'issue', async (key) => {
      const { no } = await call('certificate.issue', { key });
      go(VOLUNTEER.certificate, { no });
      return undefined;
    });
  const takeAlong = () =>
    act(async () => {
      const { rows } = await call('record.export', {});
      const lines = rows.map((row) => [
        row.kind,
        row.date,
        row.title,
        row.place,
        row.object,
        row.text,
        row.hours,
        row.state,
        row.checks,
        row.appraisal,
      ]);
      const text = toCsv([RECORD.head, ...lines]);
      if (!(await saveText(RECORD.file, text))) await copy(text);
    });
  return (
    <>
      <Section title={RECORD.issued}>
        <Card flush>
          <WhenReady screen={issued.screen}>
            {(papers) => (
              <>
                {papers.map(({ no, when, hours }) => (
                  <ListRow
                    key={no}
                    icon="doc"
                    title={`${hours}，${when}`}
                    line={no}
                    onPress={() => go(VOLUNTEER.certificate, { no })}
                  />
                ))}
                <ListRow
                  icon="plus"
                  title={RECORD.certificate}
                  line={RECORD.certificateLine}
                  onPress={() => doing === null && void issue()}
                />
              </>
            )}
          </WhenReady>
        </Card>
      </Section>
      <Card flush>
        <ListRow
          icon="send"
          title={RECORD.export}
          line={RECORD.exportLine}
          onPress={() => void takeAlong()}
        />
      </Card>
    </>
  );
}
