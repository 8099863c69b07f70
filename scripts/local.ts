/** The emulator with this product in it: its database, its built functions, its timers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActionName, Answer, Input, Outputs } from '@/contract';
import { type RunningEmulator, readCloudbaseRc, type StartOptions, startEmulator } from '@/emulator';

export const ROOT = path.resolve(__dirname, '..');

/** Stand-ins for the secrets of a real environment. They protect nothing: the emulator is for this machine only. */
export const LOCAL_VARIABLES = {
  YIMA_PLACE_KEYS: 'local-place-key',
  YIMA_FILE_KEY: 'local-file-key',
  YIMA_AUDIT_KEY: 'local-audit-key',
  YIMA_OPERATOR_KEY: 'local-operator-key',
  YIMA_TEMPLATES: '',
} as const;

/** Not for a real environment: a world is played by few people in little time. */
const ONLY_LOCAL = { YIMA_LIMITS: 'off' };

/** A port that only those ask for who do not mind which. */
export const ANY_PORT = 0;

/**
 * Starts the emulator on `database.json`, `dist/functions` and the timers of `cloudbaserc.json`, and makes the
 * variables known to this process too, so that `sceneOf` signs as the functions do.
 */
export async function startLocal(
  options: Partial<StartOptions> & Pick<StartOptions, 'dataDir'>,
): Promise<RunningEmulator> {
  const { functionSettings, timers } = readCloudbaseRc(path.join(ROOT, 'cloudbaserc.json'));
  for (const [name, value] of Object.entries(LOCAL_VARIABLES)) process.env[name] ??= value;
  return startEmulator({
    port: ANY_PORT,
    schema: JSON.parse(readFileSync(path.join(ROOT, 'database.json'), 'utf8')),
    functionsDir: path.join(ROOT, 'dist/functions'),
    functionSettings: Object.fromEntries(
      Object.entries(functionSettings).map(([name, settings]) => [
        name,
        { ...settings, envVariables: { ...filled(settings.envVariables ?? {}), ...ONLY_LOCAL } },
      ]),
    ),
    timers,
    rules: JSON.parse(readFileSync(path.join(ROOT, 'function-rules.json'), 'utf8')),
    routes: ['api'],
    health: { name: 'jobs', event: { job: 'health', key: process.env.YIMA_OPERATOR_KEY } },
    quiet: true,
    ...options,
  });
}

/** `{{env.NAME}}` in cloudbaserc.json means a variable of the machine that deploys. */
function filled(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value.replace(/\{\{env\.(\w+)\}\}/g, (_, wanted: string) => process.env[wanted] ?? ''),
    ]),
  );
}

/** An expected "no" of an action, as the phone would read it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

/** A phone without a screen: calls actions as any person and moves the emulator's clock. */
export class Phone {
  constructor(private readonly url: string) {}

  /** Calls an action as this person; throws Refused for an expected "no" and Error for anything else. */
  async call<A extends ActionName>(user: string, action: A, input: Input<A>): Promise<Outputs[A]> {
    const { result } = await this.post<{ result: Answer<Outputs[A]> }>(
      '/call/api',
      { action, input },
      { 'x-emulator-user': user },
    );
    if (!result.ok) throw new Refused(result.code, result.message, result.details);
    return result.data;
  }

  /**
   * Sets the emulator's clock to `to` (ms). With `jobs`, the timer fires once there if it would have fired on the
   * way; the answer is what the sweeps reported.
   */
  async clockTo(to: number, jobs = true): Promise<readonly unknown[]> {
    const moved = await this.post<{ fired: readonly { result?: unknown }[] }>('/emulator/clock', {
      set: to,
      fire: jobs ? 'last' : 'none',
    });
    return moved.fired.map((firing) => firing.result);
  }

  /** Sets the emulator's clock to real time, without letting anything fire. */
  async clockReal(): Promise<void> {
    await this.post('/emulator/clock', { set: 'real', fire: 'none' });
  }

  /** Puts a photo where `photo.prepare` said, as a phone does, for the case `of` or a new one; gives its file id. */
  async photo(user: string, bytes: Uint8Array<ArrayBuffer>, of?: string): Promise<string> {
    const place = await this.call(user, 'photo.prepare', { bytes: bytes.length });
    const form = new FormData();
    for (const [name, value] of Object.entries(place.fields)) form.append(name, value);
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg');
    const answer = await fetch(place.url, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`the photo was not taken: ${answer.status} ${await answer.text()}`);
    const { fileId } = await this.call(user, 'photo.check', { fileId: place.fileId, ...(of && { of }) });
    return fileId;
  }

  /** Makes people known to the persona switch of the browser. */
  async users(users: readonly object[]): Promise<void> {
    await this.post('/emulator/users', { users });
  }

  private async post<T>(door: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    const answer = await fetch(`${this.url}${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${door} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}
