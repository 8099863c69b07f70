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
  const { id, label, note, group } = (thing ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof label !== 'string') return [];
  return [{ id, name: label, line: words(note), group: words(group) }];
}

const words = (thing: unknown): string => (typeof thing === 'string' ? thing : '');

export function chosenPersona(): string | null {
  return localStorage.getItem(KEY);
}

export function choosePersona(id: string | null): void {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
}
