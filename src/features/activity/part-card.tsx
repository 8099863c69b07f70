import { useState } from 'react';
import type { PlaceView } from '@/contract';
import type { PartRow } from '@/contract/activity';
import { wallCode } from '@/domain/record/wall-code';
import { CAN_SCAN, scan, sceneIn } from '@/src/platform';
import { ActionBar, Button, Card, Field, Section, Sheet, Stack, Text } from '@/src/ui';
import type { ActivityOnScreen } from './use-activity';
import { DESK, PART } from './words';

export interface PartCardProps {
  part: PartRow;
  /** The place whose code this phone has read last. */
  here: PlaceView | null;
  on: Pick<ActivityOnScreen, 'part' | 'doing'>;
  /** Where one stands in the waiting list; '' for who has a place. */
  waits: string;
}

/** One's own part: where it stands, checking in and out, what to do when the hours are wrong. */
export function PartCard({ part, here, on, waits }: PartCardProps) {
  const [sheet, show] = useState<'check' | 'amend' | 'deny' | 'reply' | 'erase' | null>(null);
  const close = () => show(null);
  const { stateWords, checks, hours, amendment, appraisal, standing, check, allowed } = part;
  const may = (move: (typeof allowed)[number]) => allowed.includes(move);
  return (
    <Section title={PART.title}>
      <Card>
        <Stack gap={12}>
          <Stack gap={4}>
            <Text kind="head">{[stateWords, hours].filter(Boolean).join('，')}</Text>
            {waits && <Text tone="soft">{waits}</Text>}
            {checks && <Text>{checks}</Text>}
            {standing && <Text tone="soft">{standing}</Text>}
            {amendment && <Text tone="amber">{amendment}</Text>}
            {appraisal && <Text kept>{appraisal}</Text>}
          </Stack>
          {check && (
            <Button kind="yes" icon="scan" onPress={() => show('check')}>
              {check === 'in' ? PART.checkIn : PART.checkOut}
            </Button>
          )}
          {may('grant') && (
            <Button kind="yes" onPress={() => void on.part({ id: part.id, move: 'grant' })}>
              {PART.grant}
            </Button>
          )}
          {may('deny') && (
            <Button kind="outline" onPress={() => show('deny')}>
              {PART.deny}
            </Button>
          )}
          {may('reply') && (
            <Button kind="quiet" small onPress={() => show('reply')}>
              {PART.reply}
            </Button>
          )}
          {may('amend') && (
            <Button kind="quiet" small onPress={() => show('amend')}>
              {PART.amend}
            </Button>
          )}
          {may('erase') && (
            <Button kind="quiet" small onPress={() => show('erase')}>
              {PART.erase}
            </Button>
          )}
        </Stack>
      </Card>
      {sheet === 'check' && <CheckSheet part={part} here={here} on={on} onClose={close} />}
      {sheet === 'amend' && <AmendSheet part={part} on={on} onClose={close} />}
      {sheet === 'deny' && <SaySheet move="deny" part={part} on={on} onClose={close} />}
      {sheet === 'reply' && <SaySheet move="reply" part={part} on={on} onClose={close} />}
      {sheet === 'erase' && <EraseSheet part={part} on={on} onClose={close} />}
    </Section>
  );
}

interface SheetProps extends Pick<PartCardProps, 'part' | 'on'> {
  onClose: () => void;
}

/** By the code on the wall: scanned now; in a browser, which has no scanner, the one that opened this app. No position, no photo. */
function CheckSheet({ part, here, on, onClose }: SheetProps & Pick<PartCardProps, 'here'>) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const coming = part.check === 'in';
  const send = async (seen: { scene: string } | { code: string }) => {
    if (await on.part({ id: part.id, move: coming ? 'checkIn' : 'checkOut', ...seen })) onClose();
  };
  const read = async (code: string | null) => {
    const scene = sceneIn(code ?? undefined);
    const typed = wallCode(code ?? '');
    if (scene) await send({ scene });
    else if (typed) await send({ code: typed });
    else if (code !== null) setWrong(true);
  };
  return (
    <Sheet open title={coming ? PART.checkTitleIn : PART.checkTitleOut} onClose={onClose}>
      <Stack gap={12}>
        <Text>{PART.checkLine}</Text>
        {here && !CAN_SCAN && (
          <Stack gap={8}>
            <Text strong>{PART.here(here.name)}</Text>
            <Button kind="yes" busy={on.doing !== null} onPress={() => void send({ scene: here.scene })}>
              {PART.useHere}
            </Button>
          </Stack>
        )}
        {CAN_SCAN ? (
          <Button kind="outline" icon="scan" onPress={() => void scan().then(read)}>
            {PART.scan}
          </Button>
        ) : (
          <>
            <Field
              label={PART.paste}
              value={text}
              onInput={(next) => {
                setText(next);
                setWrong(false);
              }}
              hint={PART.pasteHint}
              error={wrong ? PART.pasteWrong : null}
            />
            <Button kind="outline" disabled={text === ''} onPress={() => void read(text)}>
              {PART.pasteGo}
            </Button>
          </>
        )}
      </Stack>
    </Sheet>
  );
}

/** Other hours, with a reason: a second person must agree. */
export function AmendSheet({ part, on, onClose }: SheetProps) {
  const [minutes, setMinutes] = useState(part.minutes ? String(part.minutes) : '');
  const [text, setText] = useState('');
  const sent = { id: part.id, move: 'amend', minutes: Number(minutes), text: text.trim() } as const;
  return (
    <Sheet
      open
      title={PART.amendTitle}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button
            busy={on.doing === 'amend'}
            disabled={!/^\d{1,4}$/.test(minutes)}
            onPress={() => void on.part(sent).then((done) => done && onClose())}
          >
            {PART.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={12}>
        <Text>{PART.amendLine}</Text>
        <Field label={PART.minutes} value={minutes} onInput={setMinutes} keyboard="number" max={4} />
        <Field label={PART.reason} value={text} onInput={setText} area max={200} />
      </Stack>
    </Sheet>
  );
}

const SAID = {
  deny: { title: PART.denyTitle, line: '', label: PART.reason },
  reply: { title: PART.replyTitle, line: '', label: PART.reply },
  appraise: { title: DESK.appraiseTitle, line: DESK.appraiseLine, label: DESK.appraise },
} as const;

/** A step that is some words: why not, what one thinks of it, what one says to that. */
export function SaySheet({ part, on, onClose, move }: SheetProps & { move: keyof typeof SAID }) {
  const [text, setText] = useState('');
  const { title, line, label } = SAID[move];
  const send = () => on.part({ id: part.id, move, text: text.trim() });
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={on.doing === move} onPress={() => void send().then((done) => done && onClose())}>
            {PART.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={12}>
        {line && <Text>{line}</Text>}
        <Field label={label} value={text} onInput={setText} area max={200} />
      </Stack>
    </Sheet>
  );
}

function EraseSheet({ part, on, onClose }: SheetProps) {
  return (
    <Sheet
      open
      title={PART.eraseTitle}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button kind="outline" onPress={onClose}>
            {PART.keep}
          </Button>
          <Button
            busy={on.doing === 'erase'}
            onPress={() => void on.part({ id: part.id, move: 'erase' }).then((done) => done && onClose())}
          >
            {PART.eraseGo}
          </Button>
        </ActionBar>
      }
    >
      <Text>{PART.eraseLine}</Text>
    </Sheet>
  );
}
