export interface Persona {
  /** What the emulator takes for the WeChat identity. */
  readonly id: string;
  readonly name: string;
  /** Who this is, in a few words. */
  readonly line: string;
  /** 居民, 工作人员: whom it stands beside in a list. */
  readonly group: string;
}

/** The people of a demonstration; null where there is no emulator, which is everywhere real. */
export async function personas(): Promise<readonly Persona[] | null> {
  return null;
}

/** Who the browser plays now; null for nobody. */
export function chosenPersona(): string | null {
  return null;
}

export function choosePersona(_id: string | null): void {}
