import { useState } from 'react';
import type { Me, Outputs } from '@/contract';
import { useSpokenSubmit } from '@/src/features/activity';
import { ScanCard, usePlace } from '@/src/features/place';
import { REPORT } from '@/src/features/volunteer';
import { OwnPhone } from '@/src/features/volunteer/own-phone';
import { call, say, useRouteParams } from '@/src/platform';
import { Button, Card, Facts, Field, Stack, Text } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** 双报到: once, by name and phone, at the code of where one lives. */
export default function ReportPage() {
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.report}
      back={{ words: REPORT.back, to: VOLUNTEER.me }}
      title={REPORT.title}
      line={REPORT.line}
    >
      {(me) => <Form me={me} />}
    </VolunteerPage>
  );
}

function Form({ me }: { me: Me }) {
  const { scene, q } = useRouteParams();
  const here = usePlace(scene ?? q);
  const [name, setName] = useState(me.name);
  const [phone, setPhone] = useState(me.phone);
  const [done, setDone] = useState<Outputs['enrolment.report'] | null>(null);
  const { send, doing } = useSpokenSubmit(() => undefined);
  const report = () => {
    if (!here.place) return;
    const given = { scene: here.place.scene, name: name.trim(), phone: phone.trim() };
    if (!given.name || !given.phone) return say('请写姓名和电话');
    void send('report', given, async (key) => {
      const answer = await call('enrolment.report', { key, ...given });
      setDone(answer);
      return REPORT.done(answer.home);
    });
  };
  if (done)
    return (
      <Card>
        <Stack gap={12}>
          <Text kind="head">{REPORT.done(done.home)}</Text>
          <Facts
            facts={[
              { label: REPORT.facts.work, words: done.work },
              { label: REPORT.facts.home, words: done.home },
              { label: REPORT.facts.when, words: done.when },
            ]}
          />
        </Stack>
      </Card>
    );
  return (
    <>
      <ScanCard here={here} />
      {here.place && (
        <Card>
          <Stack gap={16}>
            <Field label={REPORT.name} value={name} onInput={setName} max={10} />
            <Field
              label={REPORT.phone}
              value={phone}
              onInput={setPhone}
              keyboard="phone"
              hint={REPORT.phoneHint}
              max={13}
            />
            <OwnPhone phone={phone} onPhone={setPhone} />
            <Button kind="yes" busy={doing !== null} onPress={report}>
              {REPORT.submit}
            </Button>
          </Stack>
        </Card>
      )}
      <Text kind="note">{REPORT.foot}</Text>
    </>
  );
}
