import { readFileSync } from 'node:fs';
import type { FunctionSettings } from './functions/host';
import type { TimerConfig } from './timers';

interface Declared extends FunctionSettings {
  readonly name: string;
  readonly triggers?: readonly { name: string; type: string; config: string }[];
}

/** What the emulator needs of a `cloudbaserc.json`: limits and variables per function, and the timers. */
export function readCloudbaseRc(file: string): {
  functionSettings: Record<string, FunctionSettings>;
  timers: TimerConfig[];
} {
  const { functions = [] } = JSON.parse(readFileSync(file, 'utf8')) as { functions?: readonly Declared[] };
  return {
    functionSettings: Object.fromEntries(
      functions.map(({ name, timeout, memorySize, envVariables }) => [
        name,
        {
          ...(timeout && { timeout }),
          ...(memorySize && { memorySize }),
          ...(envVariables && { envVariables }),
        },
      ]),
    ),
    timers: functions.flatMap(({ name, triggers = [] }) =>
      triggers
        .filter(({ type }) => type === 'timer')
        .map((each) => ({ function: name, name: each.name, config: each.config })),
    ),
  };
}
