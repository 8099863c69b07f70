/** A draw that nobody can work out beforehand: neither from an id nor from the key of a submit. */
import { randomInt } from 'node:crypto';

const LOTS = 1_000_000;

/** A number from 0 up to 1. */
export const drawLot = (): number => randomInt(LOTS) / LOTS;
