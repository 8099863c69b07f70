import type { Persona } from './personas';

const KEY = 'yima.user';

export async function personas(): Promise<readonly Persona[] | null> {
  try {
    const answer = await fetch('/emulator/users');
    if (!answer.ok) return null;
    const body: unknown = await answer.json();
    const list: unknown = Array.isArray(body) ? body : (body as { users?: unknown }).users;
    return Array.isArray(list) ? list.flatMap(asPersona) : null;
  } catch {
    return null;
  }
}

function asPersona(thing: unknown): Persona[] {
  const { id, name, line } = (thing ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return [];
  return [{ id, name, line: typeof line === 'string' ? line : '' }];
}

export function chosenPersona(): string | null {
  return localStorage.getItem(KEY);
}

export function choosePersona(id: string | null): void {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
}
