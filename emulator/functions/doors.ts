/**
 * Which functions can be reached from outside. Phones: by the rule of the environment, read as the platform reads it,
 * where `*` speaks for every function without a rule of its own. HTTP access: by routes alone, which know no rule.
 * Timers, other functions and server keys come past both.
 */
export type FunctionRules = Readonly<Record<string, { readonly invoke: unknown }>>;

export class Doors {
  /** Throws for a rule that the emulator cannot read: one that it took for `true` would hide what the cloud refuses. */
  constructor(
    private readonly rules: FunctionRules = { '*': { invoke: true } },
    private readonly routes?: readonly string[],
  ) {
    for (const [name, { invoke }] of Object.entries(rules))
      if (!KNOWN.includes(invoke))
        throw new Error(`the rule of function ${name} is not one of ${KNOWN.join(', ')}`);
  }

  /** Phones always have a login, so `auth != null` holds for all of them. */
  isOpenToPhones(name: string): boolean {
    const { invoke } = (Object.hasOwn(this.rules, name) ? this.rules[name] : this.rules['*']) ?? {
      invoke: false,
    };
    return invoke !== false;
  }

  isOnTheWeb(name: string): boolean {
    return this.routes?.includes(name) ?? true;
  }
}

const KNOWN: readonly unknown[] = [true, false, 'auth != null'];
