/**
 * What can happen to a wish: one table. The cloud enforces it, the phone draws its buttons from it, the tests walk
 * every cell of it, and the picture in `docs/` is drawn from it.
 */
import type { Table } from '../flow/flow';

export const STATES = [
  'posted', // the desk reads it before anybody else does
  'open', // on the wall
  'offered', // it came back, and the next in line has it for a while
  'claimed',
  'delivered', // the claimer says that it is done
  'confirmed', // and so does who wished
  'thanked',
  'unconfirmed', // delivered, and nobody said a word: never counted as confirmed
  'refused',
  'withdrawn',
  'became', // it is really something else, and goes on as that
] as const;
export type WishState = (typeof STATES)[number];

export const ROLES = ['poster', 'claimer', 'next', 'waiting', 'volunteer', 'desk', 'clock'] as const;
export type WishRole = (typeof ROLES)[number];

export type WishNeed = 'reason' | 'plan' | 'result' | 'thanks' | 'phone' | 'thread';

const HAD = ['offered', 'claimed'] as const;
const ON_THE_WALL = ['open', 'offered'] as const;

export const LIFECYCLE = {
  approve: { from: ['posted'], to: ['open'], by: ['desk'], needs: [] },
  refuse: { from: ['posted', ...ON_THE_WALL], to: ['refused'], by: ['desk'], needs: ['reason'] },
  claim: { from: ON_THE_WALL, to: ['claimed'], by: ['volunteer'], needs: ['phone'] },
  queue: { from: HAD, to: HAD, by: ['volunteer'], needs: [] },
  leave: { from: [...HAD, 'delivered'], to: [...HAD, 'delivered'], by: ['waiting'], needs: [] },
  pass: { from: ['offered'], to: ['offered', 'open'], by: ['next', 'clock'], needs: [] },
  arrange: { from: ['claimed'], to: ['claimed'], by: ['claimer'], needs: ['plan'] },
  giveBack: { from: ['claimed'], to: ['offered', 'open'], by: ['claimer'], needs: ['reason'] },
  release: { from: ['claimed'], to: ['offered', 'open'], by: ['clock'], needs: [] },
  deliver: { from: ['claimed'], to: ['delivered'], by: ['claimer'], needs: ['result'] },
  confirm: { from: ['delivered'], to: ['confirmed'], by: ['poster', 'desk'], needs: [] },
  missed: { from: ['delivered'], to: ['claimed'], by: ['poster', 'desk'], needs: ['reason'] },
  lapse: { from: ['delivered'], to: ['unconfirmed'], by: ['clock'], needs: [] },
  thank: { from: ['confirmed', 'unconfirmed'], to: ['thanked'], by: ['poster'], needs: ['thanks'] },
  withdraw: { from: ['posted', 'open', ...HAD], to: ['withdrawn'], by: ['poster'], needs: [] },
  turn: { from: ['posted', 'open', ...HAD], to: ['became'], by: ['desk'], needs: ['thread'] },
  remind: {
    from: ['posted', 'open', 'claimed', 'delivered'],
    to: ['posted', 'open', 'claimed', 'delivered'],
    by: ['clock'],
    needs: [],
  },
} as const satisfies Table<string, WishState, WishRole, WishNeed>;

export type WishMove = keyof typeof LIFECYCLE;
export const MOVES = Object.keys(LIFECYCLE) as WishMove[];

const OPEN: readonly WishState[] = ['posted', 'open', 'offered', 'claimed', 'delivered'];
/** Still somebody's business. */
export const isOpen = (state: WishState): boolean => OPEN.includes(state);
