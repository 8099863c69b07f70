import { useEffect, useState } from 'react';
import type { Outputs } from '@/contract';
import { VERIFY } from '@/src/features/activity';
import { call, HOME, useDoing, useRouteParams } from '@/src/platform';
import { ActionBar, Banner, Button, Card, Facts, Field, Page, Stack, Text } from '@/src/ui';

type Verified = Outputs['certificate.verify'];

/** Open to everybody: is this certificate genuine, and what does it certify. */
export default function VerifyPage() {
  const opened = useRouteParams();
  const [no, setNo] = useState(opened.no ?? '');
  const [code, setCode] = useState(opened.code ?? '');
  const [found, setFound] = useState<Verified | null>(null);
  const { act, doing } = useDoing();
  const verify = (given: { no: string; code: string }) => {
    setFound(null);
    void act(async () => setFound(await call('certificate.verify', given)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for a scanned code
  useEffect(() => {
    if (opened.no && opened.code) verify({ no: opened.no, code: opened.code });
  }, []);
  const typed = { no: no.trim().toUpperCase(), code: code.trim().toUpperCase() };
  return (
    <Page
      back="首页"
      backTo={HOME}
      title={VERIFY.title}
      line={VERIFY.line}
      bar={
        <ActionBar>
          <Button busy={doing} onPress={() => verify(typed)}>
            {VERIFY.go}
          </Button>
        </ActionBar>
      }
    >
      <Card>
        <Stack gap={16}>
          <Field label={VERIFY.no} value={no} onInput={setNo} placeholder="YM2026-…" max={15} />
          <Field label={VERIFY.code} value={code} onInput={setCode} placeholder="····-····" max={9} />
        </Stack>
      </Card>
      {found && <Result found={found} />}
    </Page>
  );
}

function Result({ found }: { found: Verified }) {
  const { facts } = VERIFY;
  return (
    <>
      <Banner tone={found.stale ? 'late' : 'ok'} icon={found.stale ? 'alert' : 'check'}>
        {found.stale ? `${VERIFY.stale}。${VERIFY.staleLine}` : VERIFY.genuine}
      </Banner>
      <Card>
        <Facts
          facts={[
            { label: facts.name, words: found.name },
            { label: facts.hours, words: found.hours },
            { label: facts.times, words: VERIFY.timesWords(found.times) },
            { label: facts.period, words: found.period },
            { label: facts.issuer, words: found.issuer },
            { label: facts.when, words: found.when },
          ]}
        />
      </Card>
      <Text kind="note">{VERIFY.foot}</Text>
    </>
  );
}
