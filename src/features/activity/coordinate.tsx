/** For whoever answers for an activity: who takes part, ticking off, hours, what is done with the activity itself. */
import { useState } from 'react';
import type { ActivityView, PersonRow } from '@/contract/activity';
import type { ActivityMove } from '@/domain/activity/lifecycle';
import { call, dial, useDoing, useList, usePhotos } from '@/src/platform';
import {
  ActionBar,
  Button,
  Card,
  Field,
  PhotoGrid,
  Row,
  Section,
  Sheet,
  Stack,
  Text,
  WhenReady,
} from '@/src/ui';
import { AmendSheet, SaySheet } from './part-card';
import type { ActivityOnScreen } from './use-activity';
import { DESK, PART } from './words';

/** Who takes part, in the order of signing up; one tap for those who have no phone with them. */
export function PeopleList({ activity, on }: { activity: ActivityView; on: ActivityOnScreen }) {
  const { id } = activity;
  const list = useList((after) => call('activity.people', after ? { id, after } : { id }), [id]);
  const [sheet, show] = useState<{ part: PersonRow; what: 'amend' | 'deny' | 'appraise' } | null>(null);
  const own: Pick<ActivityOnScreen, 'part' | 'doing'> = {
    doing: on.doing,
    part: async (submit) => {
      const done = await on.part(submit);
      if (done) list.reload();
      return done;
    },
  };
  return (
    <Section title={DESK.people(activity.seated + activity.waiting)}>
      <WhenReady screen={list.screen}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 && <Text tone="soft">{DESK.nobody}</Text>}
            {rows.map((part) => (
              <PersonCard
                key={part.id}
                part={part}
                on={own}
                onAmend={() => show({ part, what: 'amend' })}
                onDeny={() => show({ part, what: 'deny' })}
                onAppraise={() => show({ part, what: 'appraise' })}
              />
            ))}
            {more && (
              <Button kind="quiet" onPress={list.readMore}>
                再看一些
              </Button>
            )}
          </>
        )}
      </WhenReady>
      <Text kind="note">{DESK.peopleLine}</Text>
      {sheet?.what === 'amend' && <AmendSheet part={sheet.part} on={own} onClose={() => show(null)} />}
      {(sheet?.what === 'deny' || sheet?.what === 'appraise') && (
        <SaySheet move={sheet.what} part={sheet.part} on={own} onClose={() => show(null)} />
      )}
    </Section>
  );
}

function PersonCard({
  part,
  on,
  onAmend,
  onDeny,
  onAppraise,
}: {
  part: PersonRow;
  on: Pick<ActivityOnScreen, 'part' | 'doing'>;
  onAmend: () => void;
  onDeny: () => void;
  onAppraise: () => void;
}) {
  const { id, name, phone, stateWords, hours, checks, amendment, appraisal, allowed } = part;
  const may = (move: (typeof allowed)[number]) => allowed.includes(move);
  const tick = (move: 'checkIn' | 'checkOut' | 'grant') => void on.part({ id, move });
  const { act } = useDoing();
  const ring = () => void act(async () => dial((await call('activity.phone', { id })).phone));
  return (
    <Card>
      <Stack gap={8}>
        <Row fill="first" gap={12}>
          <Text kind="head">{name}</Text>
          {phone ? (
            <Button kind="quiet" small label={`打电话给${name}`} onPress={ring}>
              打电话
            </Button>
          ) : null}
        </Row>
        <Text>{[stateWords, hours, checks].filter(Boolean).join('，')}</Text>
        {amendment && <Text tone="amber">{amendment}</Text>}
        {appraisal && <Text kept>{appraisal}</Text>}
        {(may('checkIn') || may('checkOut') || may('grant') || may('amend')) && (
          <Row gap={8} wrap>
            {may('checkIn') && (
              <Button kind="yes" small label={`${DESK.checkIn}：${name}`} onPress={() => tick('checkIn')}>
                {DESK.checkIn}
              </Button>
            )}
            {may('checkOut') && (
              <Button kind="yes" small label={`${DESK.checkOut}：${name}`} onPress={() => tick('checkOut')}>
                {DESK.checkOut}
              </Button>
            )}
            {may('grant') && (
              <Button kind="yes" small label={`同意${name}的时长`} onPress={() => tick('grant')}>
                {PART.grant}
              </Button>
            )}
            {may('deny') && (
              <Button kind="outline" small label={`不同意${name}的时长`} onPress={onDeny}>
                {PART.deny}
              </Button>
            )}
            {may('amend') && (
              <Button kind="quiet" small label={`${DESK.amend}：${name}`} onPress={onAmend}>
                {DESK.amend}
              </Button>
            )}
            {may('appraise') && (
              <Button kind="quiet" small label={`给${name}写评价`} onPress={onAppraise}>
                {DESK.appraise}
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

type Asked = Extract<ActivityMove, 'cancel' | 'finish' | 'chronicle'>;

const ASKED: Readonly<Record<Asked, { title: string; line: string }>> = {
  cancel: { title: DESK.cancelTitle, line: DESK.cancelLine },
  finish: { title: DESK.finishTitle, line: DESK.finishLine },
  chronicle: { title: DESK.chronicle, line: DESK.chronicleLine },
};

/** What is done with the activity itself. */
export function CoordinatorMoves({
  activity,
  on,
  onEdit,
}: {
  activity: ActivityView;
  on: ActivityOnScreen;
  onEdit: () => void;
}) {
  const [asked, ask] = useState<Asked | null>(null);
  const may = (move: ActivityMove) => activity.allowed.includes(move);
  return (
    <>
      {(may('edit') || may('cancel') || may('chronicle') || may('finish')) && (
        <Card>
          <Row gap={8} wrap>
            {may('chronicle') && (
              <Button kind="outline" small onPress={() => ask('chronicle')}>
                {DESK.chronicle}
              </Button>
            )}
            {may('finish') && (
              <Button kind="outline" small onPress={() => ask('finish')}>
                {DESK.finish}
              </Button>
            )}
            {may('edit') && (
              <Button kind="outline" small onPress={onEdit}>
                {DESK.edit}
              </Button>
            )}
            {may('cancel') && (
              <Button kind="quiet" small onPress={() => ask('cancel')}>
                {DESK.cancel}
              </Button>
            )}
          </Row>
        </Card>
      )}
      {asked && <AskSheet activity={activity} asked={asked} on={on} onClose={() => ask(null)} />}
    </>
  );
}

function AskSheet({
  activity,
  asked,
  on,
  onClose,
}: {
  activity: ActivityView;
  asked: Asked;
  on: ActivityOnScreen;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const photos = usePhotos([], 9, activity.id);
  const { title, line } = ASKED[asked];
  const submit = {
    move: asked,
    ...(asked !== 'finish' && { text: text.trim() }),
    ...(asked === 'chronicle' && { photos: photos.fileIds }),
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button
            busy={on.doing === asked}
            disabled={photos.unfinished}
            onPress={() => void on.move(submit).then((done) => done && onClose())}
          >
            {DESK.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={12}>
        <Text>{line}</Text>
        {asked !== 'finish' && (
          <Field
            label={asked === 'cancel' ? DESK.reason : DESK.said}
            value={text}
            onInput={setText}
            area
            max={500}
          />
        )}
        {asked === 'chronicle' && <PhotoGrid {...photos} max={9} />}
      </Stack>
    </Sheet>
  );
}
