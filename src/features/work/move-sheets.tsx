import { type ComponentType, useEffect, useState } from 'react';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { ask, say } from '@/src/platform';
import type { SheetProps } from './sheets/sheet-props';
import { CONFIRM, IN_HAND } from './words';

export interface MoveSheetsProps extends SheetProps {
  /** The move being made; null for none. */
  move: TicketMove | null;
}

/** Moves that need no sheet: one tap. */
export const ONE_TAP: readonly TicketMove[] = ['sign', 'resume', 'grant', 'retract', 'part'];

/** Asks before a one-tap move whose effect reaches further than its button; true to go on. */
export async function confirmed(move: TicketMove, words: string | undefined): Promise<boolean> {
  const asks = CONFIRM[move];
  return !asks || ask(asks.title, asks.words(words ?? ''), asks.yes);
}

type Fetched = ComponentType<SheetProps & { move: TicketMove }>;

/** Each part is fetched apart, when the first of its moves is made: no list waits for it, no resident loads it. */
const PARTS = {
  own: () => import('./sheets/own-sheets').then(({ Sheets }) => Sheets),
  desk: () => import('./sheets/desk-sheets').then(({ DeskSheets }) => DeskSheets),
  merge: () => import('./sheets/merge-sheet').then(({ MergeSheet }) => MergeSheet),
  become: () => import('./sheets/become-sheet').then(({ BecomeSheet }) => BecomeSheet),
  joint: () => import('./sheets/joint-sheets').then(({ JointSheets }) => JointSheets),
  judge: () => import('./sheets/judge-sheets').then(({ JudgeSheets }) => JudgeSheets),
} as const satisfies Record<string, () => Promise<Fetched>>;
type Part = keyof typeof PARTS;

/** Made by those who answer for others' work; all others are the handler's own. */
const PART_OF: Readonly<Partial<Record<TicketMove, Part>>> = {
  dispatch: 'desk',
  transfer: 'desk',
  rule: 'desk',
  decline: 'desk',
  urgency: 'desk',
  call: 'desk',
  deny: 'desk',
  cancelSlip: 'desk',
  merge: 'merge',
  become: 'become',
  convene: 'joint',
  meet: 'joint',
  measure: 'joint',
  check: 'judge',
  look: 'judge',
  shelve: 'judge',
  reopen: 'judge',
};

/** The sheet of the move being made. */
export function MoveSheets({ move, ...props }: MoveSheetsProps) {
  const [fetched, note] = useState<Readonly<Partial<Record<Part, Fetched>>>>({});
  const part = (move && PART_OF[move]) ?? 'own';
  const Shown = fetched[part];
  const { onClose } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press tries again what could not be fetched
  useEffect(() => {
    if (Shown || !move) return;
    let here = true;
    PARTS[part]()
      .then((sheets) => here && note((all) => ({ ...all, [part]: sheets })))
      .catch(() => {
        if (!here) return;
        say(IN_HAND.notFetched);
        onClose();
      });
    return () => {
      here = false;
    };
  }, [Shown, move]);
  return Shown && move ? <Shown key={move} move={move} {...props} /> : null;
}
