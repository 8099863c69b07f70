/** Asking for one message on WeChat. A browser has none. */
export const CAN_SUBSCRIBE: boolean = false;

/**
 * Opens WeChat's own window for these templates (at most three) and gives those that were agreed to. Call it first thing
 * in a tap: after anything that waits, WeChat refuses.
 */
export async function askToSend(_ids: readonly string[]): Promise<readonly string[]> {
  return [];
}
