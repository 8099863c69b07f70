/**
 * One line of JSON per thing worth knowing, for the platform's log: a request id, codes and person ids, never a name, a
 * number or what somebody wrote. `YIMA_LOG=off` keeps tests quiet.
 */
export function log(level: 'info' | 'warn', line: Readonly<Record<string, unknown>>): void {
  if (process.env.YIMA_LOG !== 'off') console[level](JSON.stringify({ level, ...line }));
}
