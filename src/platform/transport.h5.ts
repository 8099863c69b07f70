import { chosenPersona } from './personas';

export async function transport(action: string, input: unknown): Promise<unknown> {
  const user = chosenPersona();
  const answer = await fetch('/call/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(user ? { 'x-emulator-user': user } : {}) },
    body: JSON.stringify({ action, input }),
  });
  // the shape of wx.cloud.callFunction: what the function said is in `result`
  const { result } = (await answer.json()) as { result?: unknown };
  return result;
}
