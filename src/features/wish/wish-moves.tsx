/** What the reader may do with a wish now: drawn from `allowed`, never from the state. */
import { useEffect, useState } from 'react';
import type { WishView } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import type { WishMove } from '@/domain/wish/lifecycle';
import { MOVE_LABELS } from '@/domain/wish/words';
import { ask, type SentPhoto, say, useDraft, usePhotos } from '@/src/platform';
import {
  ActionBar,
  Button,
  Card,
  Choice,
  Field,
  ListRow,
  PhotoGrid,
  Section,
  Sheet,
  Stack,
  Text,
} from '@/src/ui';
import type { WishEvidence, WishOnScreen } from './use-wish';
import { ASK, PHOTOS, SHEETS, type SheetWords, SPENT, TURN, WISH } from './words';

/** The one thing to do next, the first that is allowed; and what stands beside it. */
const MAIN: readonly WishMove[] = ['claim', 'deliver', 'confirm', 'thank', 'approve', 'queue'];
const BESIDE: Readonly<Partial<Record<WishMove, WishMove>>> = {
  claim: 'pass',
  deliver: 'arrange',
  confirm: 'missed',
  approve: 'refuse',
};
/** Everything else, in the order of the list. */
const OTHER: readonly WishMove[] = ['leave', 'giveBack', 'withdraw', 'refuse', 'turn', 'queue'];

export interface WishMovesState {
  /** The sheet that is open, or null. */
  readonly speaking: WishMove | null;
  readonly speak: (move: WishMove | null) => void;
  readonly start: (move: WishMove) => void;
}

/** Moves after which there will be something to tell. */
const TOLD: readonly WishMove[] = ['claim', 'queue'];

/**
 * Starts a move: at once, after a question, or in its sheet. `consent` is called first thing in the tap of a move after
 * which there will be something to tell.
 */
export function useWishMoves(
  { move }: Pick<WishOnScreen, 'move'>,
  consent: () => Promise<void>,
): WishMovesState {
  const [speaking, speak] = useState<WishMove | null>(null);
  const start = async (name: WishMove) => {
    if (TOLD.includes(name)) await consent();
    if (SHEETS[name] || name === 'turn') return speak(name);
    const question = ASK[name];
    if (question && !(await ask(question.title, question.words, question.yes))) return;
    await move(name);
  };
  return { speaking, speak, start: (name) => void start(name) };
}

interface Props {
  wish: Pick<WishView, 'id' | 'allowed'>;
  moves: WishMovesState;
  doing: WishMove | null;
}

function mainOf({ allowed }: Props['wish']): { main: WishMove | undefined; beside: WishMove | undefined } {
  const main = MAIN.find((move) => allowed.includes(move));
  const beside = main && BESIDE[main];
  return { main, beside: beside && allowed.includes(beside) ? beside : undefined };
}

/** Whether there is something for the bottom of the page. */
export const hasWishBar = (wish: Props['wish']): boolean => mainOf(wish).main !== undefined;

export function WishBar({ wish, moves, doing }: Props) {
  const { main, beside } = mainOf(wish);
  if (!main) return null;
  return (
    <ActionBar>
      {beside && (
        <Button kind="outline" busy={doing === beside} onPress={() => moves.start(beside)}>
          {MOVE_LABELS[beside]}
        </Button>
      )}
      <Button busy={doing === main} onPress={() => moves.start(main)}>
        {MOVE_LABELS[main]}
      </Button>
    </ActionBar>
  );
}

/** What else is allowed, below the story. */
export function WishOther({ wish, moves }: Omit<Props, 'doing'>) {
  const { main, beside } = mainOf(wish);
  const rest = OTHER.filter((move) => wish.allowed.includes(move) && move !== main && move !== beside);
  if (rest.length === 0) return null;
  return (
    <Section title={WISH.more}>
      <Card flush>
        {rest.map((move) => (
          <ListRow
            key={move}
            icon={ICONS[move] ?? 'more'}
            title={MOVE_LABELS[move] ?? ''}
            onPress={() => moves.start(move)}
          />
        ))}
      </Card>
    </Section>
  );
}

const ICONS: Readonly<Partial<Record<WishMove, string>>> = {
  leave: 'cross',
  giveBack: 'refresh',
  withdraw: 'cross',
  refuse: 'cross',
  turn: 'swap',
  queue: 'list',
};

export interface WishSheetProps extends Omit<Props, 'wish'> {
  wish: WishView;
  move: WishOnScreen['move'];
  /** For turn: what it may go on as. */
  services: readonly Pick<Service, 'id' | 'name'>[];
}

/** The sheet in which a move is made that needs words or a choice. */
export function WishSheet({ wish, moves, doing, move, services }: WishSheetProps) {
  const { speaking, speak } = moves;
  if (!speaking || !wish.allowed.includes(speaking)) return null;
  const words = SHEETS[speaking];
  const close = () => speak(null);
  if (speaking === 'turn')
    return <TurnSheet services={services} busy={doing !== null} onClose={close} move={move} />;
  if (!words) return null;
  return (
    <WordsSheet
      key={speaking}
      wish={wish.id}
      move={speaking}
      words={words}
      photos={words.photos === true && !wish.guarded}
      busy={doing !== null}
      onClose={close}
      onSend={(evidence) => move(speaking, evidence)}
    />
  );
}

interface WordsSheetProps {
  wish: string;
  move: WishMove;
  words: SheetWords;
  /** Offers a frame for photos; never for a child's or a sick person's wish. */
  photos: boolean;
  busy: boolean;
  onClose: () => void;
  /** True when it went through: the draft is forgotten then, and the sheet closes. */
  onSend: (evidence: WishEvidence) => Promise<boolean>;
}

const NOTHING_SAID: { text: string; photos: readonly SentPhoto[]; minutes: number | null } = {
  text: '',
  photos: [],
  minutes: null,
};
/** So many tell enough. */
const PHOTOS_MAX = 3;

function WordsSheet({ wish, move, words, photos: offered, busy, onClose, onSend }: WordsSheetProps) {
  const draft = useDraft(`${move}.${wish}`, NOTHING_SAID);
  const { body, change, save } = draft;
  const photos = usePhotos(body.photos, PHOTOS_MAX, wish);
  const { ready } = words;
  const arrived = photos.fileIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an arrival or a removal is worth keeping
  useEffect(() => {
    if (arrived === body.photos.map(({ fileId }) => fileId).join()) return;
    change({ photos: photos.sent });
    save();
  }, [arrived]);
  const press = async () => {
    const text = body.text.trim();
    if (!text) return say(words.ask);
    // The words are what counts; a photo that does not arrive holds nothing up.
    if (photos.unfinished && !(await ask(PHOTOS.unsent, PHOTOS.without, PHOTOS.send))) return;
    const { minutes } = body;
    const sent = { text, ...(arrived && { photos: arrived.split(',') }), ...(minutes && { minutes }) };
    if (!(await onSend(sent))) return;
    draft.clear();
    photos.clear();
    onClose();
  };
  return (
    <Sheet
      open
      title={words.title}
      onClose={() => {
        draft.save();
        onClose();
      }}
      bar={
        <ActionBar>
          <Button busy={busy} onPress={() => void press()}>
            {words.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={12}>
        {ready && (
          <Choice
            options={ready.map((one) => ({ value: one, label: one }))}
            chosen={ready.filter((one) => one === body.text)}
            onChange={([one = '']) => change({ text: one })}
          />
        )}
        <Field
          area
          label={words.ask}
          value={body.text}
          onInput={(text) => change({ text })}
          onBlur={draft.save}
          hint={words.hint}
          max={500}
        />
        {move === 'deliver' && (
          <Choice
            label={SPENT.ask}
            options={SPENT.options}
            chosen={body.minutes ? [String(body.minutes)] : []}
            onChange={([minutes]) => change({ minutes: minutes ? Number(minutes) : null })}
          />
        )}
        {offered && (
          <Stack gap={8}>
            <Text strong>{PHOTOS.title}</Text>
            <PhotoGrid {...photos} max={PHOTOS_MAX} />
            <Text kind="note">{PHOTOS.note}</Text>
          </Stack>
        )}
      </Stack>
    </Sheet>
  );
}

function TurnSheet({
  services,
  busy,
  onClose,
  move,
}: Pick<WishSheetProps, 'services' | 'move'> & { busy: boolean; onClose: () => void }) {
  const [chosen, choose] = useState<string[]>([]);
  const press = async () => {
    const [service] = chosen;
    if (!service) return say(TURN.choose);
    if (await move('turn', { service })) onClose();
  };
  return (
    <Sheet
      open
      title={TURN.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={busy} onPress={() => void press()}>
            {TURN.send}
          </Button>
        </ActionBar>
      }
    >
      <Choice
        rows
        label={TURN.ask}
        options={services.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={chosen}
        onChange={choose}
      />
    </Sheet>
  );
}
