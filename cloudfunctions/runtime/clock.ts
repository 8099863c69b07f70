/** The only clock of the cloud. Everything else receives `now` in ms. */
let fixed: number | null = null;

export const now = (): number => fixed ?? Date.now();

/** Tests that run the functions in their own process say what time it is; deployed functions never call this. */
export function setClock(ms: number | null): void {
  fixed = ms;
}

/** So far (ms) may an instance's clock be from the moment at which the platform says that the timer rang. */
const APART = 3_600_000;

/** Is `at` near the moment `told` (as a timer's event says it: ISO)? Null when none is told. */
export function agrees(told: unknown, at: number): boolean | null {
  const moment = typeof told === 'string' ? Date.parse(told) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.abs(at - moment) <= APART;
}
