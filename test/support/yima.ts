/**
 * The real actions over the real SDK and an emulator, in this process: for tests of the functions. Time is whatever
 * the test says; people are the town's, each with a WeChat identity of their own.
 */

import { readFileSync } from 'node:fs';
import type { SweepReport } from '@/cloudfunctions/jobs';
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { ActionName, Answer, Input, Outputs } from '@/contract';
import type { Volunteering } from '@/domain/flow/actor';
import { START } from '@/test/builders/ticket';
import { AREA, OFFICES, OTHER_TOWN, PLACES, SERVICES, TOWN } from '@/test/builders/town';
import { type Database, type TestEmulator, withEmulator } from './emulator';
import type { ProcessOptions } from './emulator-process';

/** Staff are bound (tao in another town); everybody else is a resident. `nobody` has no WeChat identity at all. */
export const STAFF = ['zhao', 'sun', 'ma', 'hou', 'qian', 'shu', 'tao'] as const;
export type Name = (typeof STAFF)[number] | 'lin' | 'wang' | 'nobody' | `guest${number}`;

/** The secrets of this environment. */
export const KEYS = {
  YIMA_PLACE_KEYS: 'newest-key,older-key',
  YIMA_FILE_KEY: 'file-key',
  YIMA_AUDIT_KEY: 'audit-key',
  YIMA_OPERATOR_KEY: 'the-operators-own-key',
  YIMA_LIMITS: 'off',
};

/** What the platform says of an event that the timer caused. */
export const TIMER = { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' };

export const SCENE = () => sceneOf('sta1rwe110');
export const FAR_SCENE = () => sceneOf('farend0000');

type Functions = { api: typeof import('@/cloudfunctions/api'); jobs: typeof import('@/cloudfunctions/jobs') };

export class Yima {
  private functions!: Functions;
  private clock!: typeof import('@/cloudfunctions/runtime/clock');
  private time = START;

  constructor(readonly emulator: TestEmulator) {}

  async start(): Promise<void> {
    Object.assign(process.env, KEYS);
    // Imported only now: the SDK reads its environment when the functions are loaded.
    this.functions = {
      api: await import('@/cloudfunctions/api'),
      jobs: await import('@/cloudfunctions/jobs'),
    };
    this.clock = await import('@/cloudfunctions/runtime/clock');
    this.at(START);
    await seedTown(this.emulator.db);
  }

  /** It is now this moment (ms), and time stands still until it is moved. */
  at(ms: number): void {
    this.time = ms;
    this.clock.setClock(ms);
  }

  later(ms: number): void {
    this.at(this.time + ms);
  }

  get now(): number {
    return this.time;
  }

  /** Calls an action as a person, exactly as a phone does, and gives the whole answer. */
  async ask<A extends ActionName>(name: Name, action: A, input: unknown): Promise<Answer<Outputs[A]>> {
    const environment: Record<string, string> =
      name === 'nobody' ? {} : { WX_OPENID: openidOf(name), WX_APPID: 'wx' };
    return (await this.functions.api.main({ action, input }, contextOf(environment))) as Answer<Outputs[A]>;
  }

  /** The same, for calls that must succeed. */
  async call<A extends ActionName>(name: Name, action: A, input: Input<A>): Promise<Outputs[A]> {
    const answer = await this.ask(name, action, input);
    if (!answer.ok) throw new Error(`${action} as ${name}: ${answer.code} ${answer.message}`);
    return answer.data;
  }

  /** The code of the refusal, or `ok`. */
  async outcome<A extends ActionName>(name: Name, action: A, input: unknown): Promise<string> {
    const answer = await this.ask(name, action, input);
    return answer.ok ? 'ok' : answer.code;
  }

  /** A request by lin about her stairwell lamp, unless told otherwise. */
  filing(over: Partial<Input<'ticket.file'>> = {}): Input<'ticket.file'> {
    return {
      key: crypto.randomUUID(),
      service: 'street-lamp',
      scene: SCENE(),
      address: '',
      text: '二楼的灯坏了三天',
      answers: over.service && over.service !== 'street-lamp' ? [] : [{ id: 'where', answer: '楼道' }],
      photos: [],
      contact: { name: '林桂芬', phone: '17000000001' },
      ...over,
    };
  }

  /** A wish by lin for herself, unless told otherwise. */
  wish(over: Partial<Input<'wish.post'>> = {}): Input<'wish.post'> {
    return {
      key: crypto.randomUUID(),
      kind: 'repair',
      scene: SCENE(),
      address: '501',
      text: '卫生间想装一个扶手',
      contact: { name: '林桂芬', phone: '17000000001' },
      whose: { sort: 'self' },
      ...over,
    };
  }

  wishMove(
    id: string,
    move: Input<'wish.move'>['move'],
    evidence: Partial<Input<'wish.move'>> = {},
  ): Input<'wish.move'> {
    return { id, key: crypto.randomUUID(), move, ...evidence };
  }

  /** Registers people as volunteers who can do these things, around the stairwell. */
  async volunteers(
    names: readonly Name[],
    skills: readonly string[] = ['electric'],
    over: Partial<Volunteering> = {},
  ): Promise<void> {
    await this.emulator.db.collection('people').add(
      names.map((name, index) => ({
        _id: personIdOf(openidOf(name)),
        openid: openidOf(name),
        name: `志愿者${name}`,
        phone: `1391${String(1000000 + index)}`,
        staff: null,
        volunteer: { since: START, skills, places: [AREA], teams: [], ...over },
      })),
    );
  }

  move(
    id: string,
    move: Input<'ticket.move'>['move'],
    evidence: Partial<Input<'ticket.move'>> = {},
  ): Input<'ticket.move'> {
    return { id, key: crypto.randomUUID(), move, ...evidence };
  }

  /** Sends a photo as a phone does and gives the id that actions accept: for a new request, or for the case `of`. */
  async photo(name: Name, of?: string, bytes: Uint8Array = aPhoto()): Promise<string> {
    const fileId = await this.upload(name, bytes);
    return (await this.call(name, 'photo.check', { fileId, ...(of && { of }) })).fileId;
  }

  /** Puts bytes where `photo.prepare` says, without the look at them. */
  async upload(name: Name, bytes: Uint8Array): Promise<string> {
    const place = await this.call(name, 'photo.prepare', { bytes: 1 });
    const headers = { authorization: place.fields.signature ?? '' };
    const answer = await fetch(place.url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    if (!answer.ok) throw new Error(`the upload ended with ${answer.status}`);
    return place.fileId;
  }

  /** Everybody who is known, or everybody as they were. */
  async people(before?: readonly { _id: string }[]): Promise<{ _id: string }[]> {
    const people = this.emulator.db.collection('people');
    if (before) {
      await people.where({}).remove();
      await people.add([...before]);
      (await import('@/cloudfunctions/runtime/people')).forgetPeople();
    }
    return (await people.where({}).limit(1000).get()).data as { _id: string }[];
  }

  /** The timer rings now. */
  async tick(): Promise<SweepReport> {
    const event = {
      Type: 'Timer',
      TriggerName: 'tick',
      Time: new Date(this.time).toISOString(),
      Message: '',
    };
    return (await this.functions.jobs.main(event, contextOf(TIMER))) as SweepReport;
  }

  /** The operator asks for a job by name. */
  async operate<T = object>(job: string): Promise<T> {
    const event = { job, key: KEYS.YIMA_OPERATOR_KEY };
    return (await this.functions.jobs.main(event, contextOf({}))) as T;
  }

  /** Calls of the SDK that one piece of work makes, and the documents it looks at. */
  async counting<T>(work: () => Promise<T>): Promise<{
    result: T;
    database: number;
    examined: number;
    returned: number;
    /** Index entries counted without their documents. */
    entries: number;
    calls: Readonly<Record<string, number>>;
  }> {
    await this.emulator.resetCalls();
    const result = await work();
    const { calls, examined, returned, entries } = await this.emulator.calls();
    const database = Object.entries(calls).reduce(
      (sum, [name, count]) => sum + (name.startsWith('database.') ? count : 0),
      0,
    );
    return { result, database, examined, returned, entries, calls };
  }
}

/** A small good photo, of a lamp that is dark. */
export const aPhoto = (): Buffer => readFileSync('scripts/worlds/photos/lamp-dark.jpg');

/** Puts the town into a database: menu, areas, places, and its staff with their identities bound. */
export async function seedTown(db: Database): Promise<void> {
  await db.collection('directory').add([
    { _id: 'catalogue', offices: OFFICES, services: SERVICES },
    { _id: `area:${TOWN.path}`, ...TOWN },
    { _id: `area:${OTHER_TOWN.path}`, ...OTHER_TOWN },
  ]);
  await db.collection('places').add(PLACES);
  const people = STAFF.map((name) => ({
    _id: personIdOf(openidOf(name)),
    openid: openidOf(name),
    name: '',
    phone: '',
    staff: { id: `s_${name}`, area: (name === 'tao' ? OTHER_TOWN : TOWN).path },
  }));
  await db.collection('people').add(people);
}

export const openidOf = (name: Name): string => `openid-of-${name}`;

/** The context the platform passes beside an event; identity only ever comes from here. */
export function contextOf(environment: Record<string, string>): object {
  return {
    request_id: crypto.randomUUID(),
    function_name: 'api',
    function_version: '$LATEST',
    namespace: 'local',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 20_000,
    environment: JSON.stringify({
      ...environment,
      WX_CONTEXT_KEYS: Object.keys(environment).join(','),
      TCB_ENV: 'local',
      TCB_CONTEXT_KEYS: 'TCB_ENV',
    }),
  };
}

/** An emulator with the town in it, for one test file. */
export function withYima(options: ProcessOptions = {}): Yima {
  const yima = new Yima(withEmulator(options));
  beforeAll(() => yima.start(), 30_000);
  return yima;
}
