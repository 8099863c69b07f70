import { useState } from 'react';
import type { VolunteerRow } from '@/contract/volunteer';
import { SKILLS, skillName } from '@/domain/volunteer/skills';
import { STAFF, StaffPage } from '@/src/features/desk';
import { VOLUNTEERS } from '@/src/features/volunteer';
import { Contested } from '@/src/features/volunteer/contested';
import { ImportCard } from '@/src/features/volunteer/import-card';
import { VouchSheet } from '@/src/features/volunteer/vouch-sheet';
import { call, dial, useDoing, useList } from '@/src/platform';
import {
  Button,
  Card,
  Chip,
  Choice,
  Empty,
  ListRow,
  Row,
  Section,
  Segments,
  Sheet,
  Slip,
  Text,
  WhenReady,
} from '@/src/ui';

type Box = 'volunteers' | 'enrolments';

/** The volunteers of the work area, whose skills they have; and those who report to two organisations. */
export default function StaffVolunteersPage() {
  const [box, choose] = useState<Box>('volunteers');
  return (
    <StaffPage
      here={STAFF.volunteers}
      back={{ words: VOLUNTEERS.back, to: STAFF.me }}
      title={() => VOLUNTEERS.title}
    >
      {() => (
        <>
          <Segments<Box>
            options={[
              { value: 'volunteers', label: VOLUNTEERS.boxes.volunteers },
              { value: 'enrolments', label: VOLUNTEERS.boxes.enrolments },
            ]}
            chosen={box}
            onChange={choose}
          />
          {box === 'volunteers' ? <Volunteers /> : <Enrolments />}
        </>
      )}
    </StaffPage>
  );
}

function Volunteers() {
  const [skill, choose] = useState('');
  const [asking, ask] = useState(false);
  const { act } = useDoing();
  const ring = (id: string) => void act(async () => dial((await call('volunteer.phone', { id })).phone));
  const [seeing, see] = useState<VolunteerRow | null>(null);
  const list = useList(
    (after) => call('volunteer.list', { ...(skill && { skill }), ...(after && { after }) }),
    [skill],
  );
  return (
    <>
      <Card flush>
        <ListRow
          icon="search"
          title={skillName(skill) || VOLUNTEERS.all}
          line={VOLUNTEERS.bySkill}
          onPress={() => ask(true)}
        />
      </Card>
      <Sheet open={asking} title={VOLUNTEERS.bySkill} onClose={() => ask(false)}>
        <Choice
          options={[
            { value: '', label: VOLUNTEERS.all },
            ...SKILLS.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          chosen={[skill]}
          onChange={([chosen]) => {
            choose(chosen ?? '');
            ask(false);
          }}
        />
      </Sheet>
      <WhenReady screen={list.screen}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 && (
              <Empty art="rest" title={VOLUNTEERS.emptyTitle} line={VOLUNTEERS.emptyLine} />
            )}
            {rows.map((row) => {
              const { id, name, no, proven, skills, places, teams, times, minor } = row;
              return (
                <Slip key={id} no={no}>
                  <Row fill="first" gap={12}>
                    <Row wrap gap={8}>
                      <Text kind="head">{name}</Text>
                      {minor && <Chip tone="today">{VOLUNTEERS.minor}</Chip>}
                    </Row>
                    <Button kind="quiet" small label={`打电话给${name}`} onPress={() => ring(id)}>
                      {VOLUNTEERS.call}
                    </Button>
                  </Row>
                  {skills && <Text>{skills}</Text>}
                  <Text kind="note">{[places, teams, times].filter(Boolean).join(' · ')}</Text>
                  {!proven && (
                    <Button kind="quiet" small label={`${VOLUNTEERS.see}：${name}`} onPress={() => see(row)}>
                      {VOLUNTEERS.see}
                    </Button>
                  )}
                </Slip>
              );
            })}
            {more && (
              <Button kind="quiet" onPress={list.readMore}>
                {VOLUNTEERS.more}
              </Button>
            )}
          </>
        )}
      </WhenReady>
      {seeing && (
        <VouchSheet
          row={seeing}
          onDone={() => {
            see(null);
            list.reload();
          }}
        />
      )}
    </>
  );
}

function Enrolments() {
  const [box, choose] = useState<'waiting' | 'contested' | 'reported'>('waiting');
  const [sum, setSum] = useState<{ listed: number; reported: number; contested: number } | null>(null);
  const list = useList(
    async (after) => {
      const page = await call('enrolment.list', { box, ...(after && { after }) });
      if (!after) setSum(page);
      return page;
    },
    [box],
  );
  return (
    <>
      <ImportCard onDone={list.reload} />
      <Section title={sum ? VOLUNTEERS.reported(sum.reported, sum.listed) : VOLUNTEERS.boxes.enrolments}>
        <Choice
          even
          options={[
            { value: 'waiting', label: VOLUNTEERS.waiting },
            { value: 'contested', label: VOLUNTEERS.contested(sum?.contested ?? 0) },
            { value: 'reported', label: VOLUNTEERS.done },
          ]}
          chosen={[box]}
          onChange={([chosen]) => chosen && choose(chosen)}
        />
      </Section>
      <WhenReady screen={list.screen}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Empty art="rest" title={VOLUNTEERS.noEnrolments} line={VOLUNTEERS.noEnrolmentsLine} />
          ) : box === 'contested' ? (
            <>
              {rows.map((row) => (
                <Contested key={row.id} row={row} onDone={list.reload} />
              ))}
              {more && (
                <Button kind="quiet" onPress={list.readMore}>
                  {VOLUNTEERS.more}
                </Button>
              )}
            </>
          ) : (
            <Card flush>
              {rows.map(({ id, name, work, home, phone, reported }) => (
                <ListRow
                  key={id}
                  title={name}
                  line={[work, home, reported].filter(Boolean).join(' · ')}
                  aside={phone}
                />
              ))}
              {more && (
                <Button kind="quiet" onPress={list.readMore}>
                  {VOLUNTEERS.more}
                </Button>
              )}
            </Card>
          )
        }
      </WhenReady>
    </>
  );
}
