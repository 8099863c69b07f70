import type { Persona } from './personas';

// In WeChat everybody is who they are.
export const personas = async (): Promise<readonly Persona[] | null> => null;
export const chosenPersona = (): string | null => null;
export const choosePersona = (_id: string | null): void => {};
