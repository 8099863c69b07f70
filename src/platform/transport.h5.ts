import { chosenPersona } from './personas';

export async function transport(action: string, input: unknown): Promise<unknown> {
  const user = chosenPersona();
  const answer = await fetch('/call/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(user ? { 'x-emulator-user': user } : {}) },
    body: JSON.stringify({ action, input }),
  });
  return answer.json();
}
