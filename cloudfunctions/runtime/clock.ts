/** The only clock of the cloud. Everything else receives `now` in ms. */
let shift = 0;

export const now = (): number => Date.now() + shift;

/** Tests that run the functions in their own process move time here; deployed functions never call it. */
export function shiftClock(ms: number): void {
  shift = ms;
}
