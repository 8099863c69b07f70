import { randomUUID } from 'node:crypto';
import type { Counters } from '../store/counters';
import type { Action, Answer, Params } from './database';
import { CloudError, invalidParam } from './errors';

/** Runs one call of the admin protocol; refusals become `{code, message}` with HTTP 200, as the SDK expects. */
export class Admin {
  constructor(
    private readonly actions: Readonly<Record<string, Action>>,
    private readonly counters: Counters,
    private readonly log: (line: string) => void,
  ) {}

  async run(params: Params): Promise<Answer> {
    const requestId = randomUUID();
    const name = String(params.action);
    this.counters.call(name);
    try {
      const action = Object.hasOwn(this.actions, name) ? this.actions[name] : undefined;
      if (!action) throw invalidParam(`action '${name}' is not supported by the emulator`);
      return { requestId, ...(await action(params)) };
    } catch (error) {
      if (error instanceof CloudError) return { requestId, code: error.code, message: error.message };
      this.log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return { requestId, code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
    }
  }
}
