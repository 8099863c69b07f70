/**
 * Lets a week happen: people file, sign, ask, resolve and rate through the real actions while the emulator's clock
 * goes from moment to moment and the jobs run. Nothing is written past the functions, so nothing can be faked.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { Input, TicketView } from '@/contract';
import { type Phone, Refused } from '../local';
import { type Random, random } from './random';
import type { Picture, Step, Story, When } from './story';
import type { World } from './world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CHINA = 8 * HOUR;
/** The timer is let through this often while nothing else happens. */
const SWEEP_EVERY = HOUR;
/** Whoever checks a result does so soon. */
const CHECKED_AFTER = 10 * MINUTE;
/** What would happen this close to the present is left for the person who opens the app. */
const UNTIL_NOW = 2 * MINUTE;

interface Moment {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<void>;
}

export interface Played {
  readonly filed: number;
  readonly moves: number;
  readonly sweeps: number;
  readonly states: Readonly<Record<string, number>>;
  /** Steps that the rules did not allow on this weekday: their stories stay where they were. */
  readonly refused: readonly string[];
}

/** What a story needs to know while it happens. */
interface Thread {
  readonly story: Story;
  readonly reporter: string;
  ticket: TicketView;
  step: number;
}

export class Play {
  private readonly moments: Moment[] = [];
  private readonly dice: Random = random(20_261_122);
  private readonly bound = new Set<string>();
  private readonly greeted = new Set<string>();
  private readonly threads: Thread[] = [];
  private readonly refused: string[] = [];
  private order = 0;
  private moves = 0;

  constructor(
    private readonly phone: Phone,
    private readonly world: World,
    private readonly residents: Readonly<Record<string, readonly [name: string, digits: string]>>,
    /** The present, ms: nothing happens after it. */
    private readonly now: number,
  ) {}

  /** Plays the stories to the present and leaves the clock at real time. */
  async run(stories: readonly Story[], told: (share: number) => void = () => {}): Promise<Played> {
    for (const story of stories) this.plan(this.momentOf(story.when), () => this.file(story));
    const first = Math.min(...this.moments.map((moment) => moment.at));
    let sweeps = 0;
    for (let at = first + SWEEP_EVERY; at < this.now; at += SWEEP_EVERY) this.plan(at, async () => {});
    await this.phone.clockTo(first - HOUR, false);
    for (let next = this.take(); next; next = this.take()) {
      if (next.at > this.now - UNTIL_NOW) continue;
      sweeps += (await this.phone.clockTo(next.at)).length;
      await next.run();
      told((next.at - first) / (this.now - first));
    }
    await this.phone.clockTo(this.now);
    await this.phone.clockReal();
    const states: Record<string, number> = {};
    for (const { ticket } of this.threads) states[ticket.state] = (states[ticket.state] ?? 0) + 1;
    return { filed: this.threads.length, moves: this.moves, sweeps, states, refused: this.refused };
  }

  /** Binds an identity to a person of the roster with the real invitation, once. */
  async bind(person: string): Promise<string> {
    const user = identityOf(person);
    if (this.bound.has(person)) return user;
    this.bound.add(person);
    const invitation = this.world.invitations.find((candidate) => candidate.person === person);
    if (!invitation) throw new Error(`there is no invitation for ${person}`);
    await this.phone.call(user, 'staff.bind', { code: invitation.code });
    return user;
  }

  private async file(story: Story): Promise<void> {
    const reporter = await this.greet(story.who);
    const [name, digits] = this.residents[story.who] ?? ['', ''];
    const ticket = await this.phone.call(reporter, 'ticket.file', {
      key: this.key(),
      service: story.service,
      scene: sceneOf(this.placeOf(story.place)),
      address: story.address ?? '',
      text: story.text,
      answers: Object.entries(story.answers ?? {}).map(([id, answer]) => ({ id, answer })),
      photos: story.photo ? [await this.show(reporter, story.photo)] : [],
      contact: { name, phone: numberOf(digits) },
      ...(story.aboutWorker && { against: await this.workerAt(reporter, story.place) }),
    });
    const thread: Thread = { story, reporter, ticket, step: 0 };
    this.threads.push(thread);
    this.goOn(thread, this.momentOf(story.when));
  }

  /** Plans the next step of a story, if it has one. */
  private goOn(thread: Thread, from: number): void {
    const step = thread.story.course[thread.step];
    if (!step) return;
    const byResident = ['answer', 'add', 'withdraw', 'reopen', 'rate'].includes(step.move);
    const at = awake(from + step.after * MINUTE, byResident, this.dice);
    this.plan(at, async () => {
      try {
        await this.act(thread, step, at);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.refused.push(`${thread.story.service} ${step.move}: ${error.code}`);
        return;
      }
      thread.step += 1;
      this.goOn(thread, at);
    });
  }

  private async act(thread: Thread, step: Step, at: number): Promise<void> {
    const { ticket, reporter } = thread;
    const handled = async () => this.bind(this.personNamed(ticket.handler?.name));
    const move = async (user: string, input: Omit<Input<'ticket.move'>, 'id' | 'key'>) => {
      thread.ticket = await this.phone.call(user, 'ticket.move', {
        id: ticket.id,
        key: this.key(),
        ...input,
      });
      this.moves += 1;
    };
    switch (step.move) {
      case 'dispatch':
        // On a working day it went straight to somebody, and the dispatcher has nothing to do.
        if (ticket.state === 'submitted') await this.give(thread, step.post, {}, move);
        return;
      case 'transfer':
        return this.give(thread, step.post, { text: step.text }, move);
      case 'sign': {
        const other = step.by === 'lead' ? this.leadOf(ticket.handler?.unit) : step.by;
        return move(other ? await this.bind(other) : await handled(), { move: 'sign' });
      }
      case 'contact': {
        const user = await handled();
        return move(user, { move: 'contact', contact: step.contact, text: step.text });
      }
      case 'resolve': {
        const user = await handled();
        const photos = step.photo ? [await this.show(user, step.photo, ticket.id)] : [];
        await move(user, { move: 'resolve', result: step.result, text: step.text, photos });
        if (thread.ticket.state === 'checking')
          this.plan(at + CHECKED_AFTER, async () => move(await this.desk(), { move: 'check', passed: true }));
        return;
      }
      case 'convene':
        return this.convene(thread, step, await handled(), move);
      case 'measure': {
        const open = ticket.joint?.measures.find(({ done }) => !done);
        return move(await this.bind(this.personNamed(open?.who)), {
          move: 'measure',
          measure: open?.no ?? 1,
          text: step.text,
        });
      }
      case 'meet':
        return move(await handled(), { move: 'meet', text: step.text });
      case 'shelve':
        return move(await this.bind(this.leader()), {
          move: 'shelve',
          code: step.code,
          until: at + step.days * DAY,
          text: step.text,
        });
      case 'hold':
        await move(await handled(), {
          move: 'hold',
          code: step.code,
          until: at + step.days * DAY,
          text: step.text,
        });
        return move(await this.desk(), { move: 'grant' });
      case 'ask':
      case 'return':
      case 'note': {
        const user = await handled();
        const photos = step.photo ? [await this.show(user, step.photo, ticket.id)] : [];
        return move(user, { move: step.move, text: step.text, photos });
      }
      case 'add':
        return move(reporter, { move: 'note', text: step.text });
      case 'answer':
      case 'withdraw':
      case 'reopen':
        return move(reporter, { move: step.move, text: step.text });
      case 'rate':
        return move(reporter, {
          move: 'rate',
          level: step.level,
          solved: step.level <= 2 ? 'no' : 'yes',
          reasons: [...(step.reasons ?? [])],
          text: step.text,
        });
    }
  }

  /** The dispatcher gives it to whoever holds the post today, or to an office when nobody does. */
  private async give(
    { ticket }: Thread,
    post: string,
    said: { text?: string },
    move: (user: string, input: Omit<Input<'ticket.move'>, 'id' | 'key'>) => Promise<void>,
  ): Promise<void> {
    const user = await this.desk();
    const choices = await this.phone.call(user, 'ticket.assignees', { id: ticket.id });
    const chosen =
      choices.find((choice) => choice.post === post) ?? choices.find((choice) => choice.post === 'p-social');
    if (!chosen) throw new Error(`nobody to give ${ticket.no} to`);
    await move(user, {
      move: said.text ? 'transfer' : 'dispatch',
      post: chosen.post,
      person: chosen.person,
      ...said,
    });
  }

  /** The worker whose name stands under the code, as a resident picks them. */
  private async workerAt(reporter: string, place: string): Promise<Input<'ticket.file'>['against']> {
    const scene = sceneOf(this.placeOf(place));
    const { worker } = await this.phone.call(reporter, 'place.read', { scene });
    const units = await this.phone.call(reporter, 'place.units', { scene });
    const found = units
      .flatMap(({ unit, people }) => people.map((person) => ({ unit, ...person })))
      .find(({ name }) => name === worker?.name);
    if (!found) throw new Error(`nobody works at ${place}`);
    return { unit: null, person: found.person };
  }

  /** Asks whoever holds the posts today; somebody of the same office where nobody does. */
  private async convene(
    { ticket }: Thread,
    { posts, text }: Step & { move: 'convene' },
    user: string,
    move: (user: string, input: Omit<Input<'ticket.move'>, 'id' | 'key'>) => Promise<void>,
  ): Promise<void> {
    const choices = await this.phone.call(user, 'ticket.assignees', { id: ticket.id });
    const helpers = posts.flatMap((post) => choices.find((choice) => choice.post === post) ?? []);
    await move(user, {
      move: 'convene',
      helpers: helpers.map(({ post, person }) => ({ post, person })),
      text,
    });
  }

  private leader(): string {
    return this.world.area.posts.find(({ kind }) => kind === 'leader')?.holders[0]?.person ?? '';
  }

  /** The dispatcher: gives out what nobody has, and checks what somebody else has done. */
  private desk(): Promise<string> {
    const desk = this.world.area.posts.find((candidate) => candidate.kind === 'dispatcher');
    return this.bind(desk?.holders[0]?.person ?? '');
  }

  private async greet(who: string): Promise<string> {
    const user = residentOf(who);
    if (this.greeted.has(who)) return user;
    this.greeted.add(who);
    const [name, digits] = this.residents[who] ?? ['', ''];
    await this.phone.call(user, 'profile.save', { name, phone: numberOf(digits) });
    return user;
  }

  private async show(user: string, picture: Picture, of?: string): Promise<string> {
    return this.phone.photo(
      user,
      new Uint8Array(readFileSync(path.join(__dirname, 'photos', `${picture}.jpg`))),
      of,
    );
  }

  private placeOf(name: string): string {
    const place = this.world.places.find((candidate) => candidate.name === name);
    if (!place) throw new Error(`there is no place ${name}`);
    return place._id;
  }

  private personNamed(name: string | undefined): string {
    const person = this.world.area.persons.find((candidate) => candidate.name === name);
    if (!person) throw new Error(`there is no ${name} in the roster`);
    return person.id;
  }

  private leadOf(unitName: string | undefined): string | null {
    return this.world.area.units.find((unit) => unit.name === unitName)?.lead ?? null;
  }

  private momentOf(when: When): number {
    if (typeof when === 'number') return this.now - when * MINUTE;
    const [daysAgo, time] = when;
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const midnight = Math.floor((this.now + CHINA) / DAY) * DAY - CHINA;
    return midnight - daysAgo * DAY + hour * HOUR + minute * MINUTE;
  }

  private plan(at: number, run: () => Promise<void>): void {
    this.moments.push({ at, order: this.order++, run });
  }

  private take(): Moment | null {
    const next = this.moments.reduce<Moment | null>(
      (first, moment) =>
        !first || moment.at < first.at || (moment.at === first.at && moment.order < first.order)
          ? moment
          : first,
      null,
    );
    if (next) this.moments.splice(this.moments.indexOf(next), 1);
    return next;
  }

  /** The key of a submit: the same in every building of the same world. */
  private key(): string {
    return Array.from({ length: 24 }, () => this.dice.between(0, 15).toString(16)).join('');
  }
}

export const residentOf = (who: string): string => RESIDENT_IDENTITIES[who] ?? `wx-${who}`;
export const identityOf = (person: string): string => `wx-${person}`;
const RESIDENT_IDENTITIES: Readonly<Record<string, string>> = {
  lin: 'wx-lin-guifen',
  song: 'wx-song-yiming',
};

const numberOf = (digits: string): string => `1700000${digits}`;

/** Staff work from 8 to 20 o'clock and residents are up from 7 to 22; what falls into the night waits for the morning. */
function awake(at: number, resident: boolean, dice: Random): number {
  const [from, until] = resident ? [7 * HOUR, 22 * HOUR] : [8 * HOUR, 20 * HOUR];
  const midnight = Math.floor((at + CHINA) / DAY) * DAY - CHINA;
  const jitter = dice.between(5, 50) * MINUTE;
  if (at < midnight + from) return midnight + from + jitter;
  if (at > midnight + until) return midnight + DAY + from + jitter;
  return at;
}
