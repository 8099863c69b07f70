/** The only clock of the cloud. Everything else receives `now` in ms. */
let fixed: number | null = null;

export const now = (): number => fixed ?? Date.now();

/** Tests that run the functions in their own process say what time it is; deployed functions never call this. */
export function setClock(ms: number | null): void {
  fixed = ms;
}
