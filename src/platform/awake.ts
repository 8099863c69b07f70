/** Calls `work` when the network is back and when the app is shown again; answers how to stop. Split by target. */
export function onAwake(_work: () => void): () => void {
  return () => undefined;
}
