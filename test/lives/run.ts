/**
 * Lives through the real functions, the real SDK and an emulator, beside a mirror of the rules. Lives of a batch share
 * their moments and go side by side. A life that breaks something is told again alone and made as short as it gets.
 */
import { personIdOf, ticketIdOf } from '@/cloudfunctions/runtime/digest';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import { ACTIONS, type Answer, type Input, type TicketView } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { ticketFlow } from '@/domain/ticket/flow';
import { isOpen } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { needsSuccessor } from '@/domain/ticket/verdict';
import { DAY, dayName, timeName } from '@/domain/time/day';
import { FAR_END, OFFICES, SERVICES, STAIRWELL, TOWN } from '@/test/builders/town';
import { type Name, openidOf, seedTown, type Yima } from '@/test/support/yima';
import { attemptsOf, type Cast } from './evidence';
import { mustHold } from './invariants';
import { type Attempt, type Life, lifeOf, type MoveInput, pick, type Round, timeline } from './life';
import { choiceIn, type Made, Mirror } from './mirror';

export interface Figures {
  lives: number;
  tickets: number;
  moves: number;
  refused: number;
  races: number;
  repeats: number;
  sendings: number;
  sweeps: number;
  clockMoves: number;
  slips: number;
  notices: number;
  readonly states: Map<string, number>;
  /** State and move, as far as somebody made it. */
  readonly cells: Set<string>;
}

export const noFigures = (): Figures => ({
  lives: 0,
  tickets: 0,
  moves: 0,
  refused: 0,
  races: 0,
  repeats: 0,
  sendings: 0,
  sweeps: 0,
  clockMoves: 0,
  slips: 0,
  notices: 0,
  states: new Map(),
  cells: new Set(),
});

export interface Options {
  readonly seed: number;
  readonly lives: number;
  readonly rounds: number;
  readonly batch: number;
  /** Share of the SDK's calls that meet a fault, 0–1, evenly among five kinds. */
  readonly faults: number;
  /** Counted on, where a run has several parts. */
  readonly figures?: Figures;
}

const RESIDENTS: readonly Name[] = ['lin', 'wang', 'guest1', 'guest2', 'guest3', 'guest4', 'guest5'];
const NAMES: readonly Name[] = [
  ...RESIDENTS,
  ...(['zhao', 'sun', 'ma', 'hou', 'qian', 'shu', 'tao'] as const),
];
const FAULTS = ['dropBefore', 'dropAfter', 'duplicate', 'delay', 'conflict'] as const;
const PHONE = '17000000001';

/** Tells lives number `seed` and on; throws with seed and the shortest life that still breaks something. */
export async function tellLives(yima: Yima, options: Options): Promise<Figures> {
  const { figures = noFigures() } = options;
  for (let done = 0; done < options.lives; done += options.batch) {
    const count = Math.min(options.batch, options.lives - done);
    const lives = Array.from({ length: count }, (_, index) =>
      lifeOf(options.seed + done + index, options.rounds),
    );
    const rounds = timeline(options.seed + done, options.rounds);
    const troubles = await tellBatch(yima, lives, rounds, options.faults, figures);
    const [first] = troubles;
    if (first) {
      const told = await shortest(yima, first.life, rounds, options.faults, first.what);
      const again = `told again by seed ${options.seed + done}, ${count} lives, ${options.rounds} rounds`;
      throw new Error(`${told}\n${again}, ${options.faults} faults`);
    }
  }
  return figures;
}

interface Trouble {
  readonly life: Life;
  readonly what: string;
}

/** One batch over an empty database; gives what went wrong, at most one thing for each life. */
async function tellBatch(
  yima: Yima,
  lives: readonly Life[],
  rounds: readonly Round[],
  faults: number,
  figures: Figures,
): Promise<Trouble[]> {
  // Imported only now: the SDK reads its environment when the functions are loaded.
  const { sweep } = await import('@/cloudfunctions/jobs');
  await prepare(yima, rounds[0]?.at ?? 0, lives);
  const cast = await castOf();
  const telling = lives.map((life) => new Telling(yima, life, cast, figures));
  const seed = (lives[0]?.seed ?? 0) * 1009;
  for (const [index, { at, sweeps, atOnce }] of rounds.entries()) {
    yima.at(at);
    await warmUp(yima);
    if (faults > 0) await yima.emulator.faults(faultsAt(faults), seed + index);
    await Promise.all(telling.map((one) => one.round(index)));
    if (faults > 0) await yima.emulator.faults([]);
    await meet(yima, telling, false);
    if (sweeps === 0 && index < rounds.length - 1) continue;
    if (faults > 0) await yima.emulator.faults(faultsAt(faults), seed + index + 500);
    // A sweep that breaks off is taken up by the next.
    const ring = () => sweep(at).catch(() => null);
    if (atOnce) await Promise.all(Array.from({ length: sweeps }, ring));
    else for (let rung = 0; rung < sweeps; rung++) await ring();
    // The platform rings again a minute later; here until there is nothing to do.
    for (let again = 0; await isDue(yima); again++) {
      if (again === 20 && faults > 0) await yima.emulator.faults([]);
      if (again > 40) throw new Error('the timer does not come to rest');
      await ring();
    }
    if (faults > 0) await yima.emulator.faults([]);
    figures.sweeps += sweeps;
    await meet(yima, telling, true);
  }
  const told = await toldIn(yima);
  for (const one of telling) one.end(told);
  figures.lives += lives.length;
  return telling.flatMap(({ life, trouble }) => (trouble === null ? [] : [{ life, what: trouble }]));
}

/** What an instance keeps in memory for a minute is read once for all lives, as on any busy morning. */
async function warmUp(yima: Yima): Promise<void> {
  const { calendarOf } = await import('@/cloudfunctions/runtime/directory');
  const { catalogue } = await import('@/cloudfunctions/runtime/menu');
  for (const name of NAMES) await yima.call(name, 'session.open', {});
  await Promise.all([catalogue(TOWN.path), calendarOf(null)]);
  for (const unit of TOWN.units) await calendarOf(unit);
}

const faultsAt = (rate: number) =>
  FAULTS.map((kind) => ({ kind, door: 'admin', rate: rate / FAULTS.length, ms: 8 }));

/** An empty town whose sewers need no photo; each life has a place of its own, a kilometre from the next. */
async function prepare(yima: Yima, at: number, lives: readonly Life[]): Promise<void> {
  await yima.emulator.faults([]);
  await yima.emulator.reset();
  yima.at(at);
  await seedTown(yima.emulator.db);
  const services = SERVICES.map((service) => ({ ...service, evidence: 'optional' }));
  await yima.emulator.db.collection('directory').doc('catalogue').set({ offices: OFFICES, services });
  await yima.emulator.db.collection('places').add(
    lives.map(({ seed, far }, index) => ({
      _id: placeOf(seed),
      orgPath: far ? FAR_END : STAIRWELL,
      name: '3号楼2单元',
      kind: 'building',
      retiredAt: null,
      at: { longitude: 117.5, latitude: 36.5 + index / 100 },
    })),
  );
  await yima.emulator.db.collection('people').add(
    RESIDENTS.map((name) => ({
      _id: personIdOf(openidOf(name)),
      openid: openidOf(name),
      name: name === 'lin' ? '林桂芬' : '',
      phone: '',
      staff: null,
    })),
  );
  const { forgetDirectory } = await import('@/cloudfunctions/runtime/directory');
  forgetDirectory();
}

async function castOf(): Promise<Cast> {
  const { actorOf } = await import('@/cloudfunctions/runtime/people');
  const cast = new Map<Name, Actor>();
  for (const name of NAMES) cast.set(name, await actorOf(openidOf(name)));
  return cast;
}

/** Everybody's tickets as they are stored, in a few calls. */
async function meet(yima: Yima, telling: readonly Telling[], rung: boolean): Promise<void> {
  const ids = telling.flatMap((one) => one.ids);
  const stored = new Map<string, Ticket>();
  for (let from = 0; from < ids.length; from += 100) {
    const { db } = yima.emulator;
    const some = db.command.in(ids.slice(from, from + 100));
    const { data } = await db.collection('tickets').where({ _id: some }).limit(100).get();
    for (const ticket of data as Ticket[]) stored.set(ticket._id, ticket);
  }
  for (const one of telling) one.meet(stored, rung);
}

/** Is there a ticket whose moment has come? Also when nobody can say. */
async function isDue({ emulator: { db }, now }: Yima): Promise<boolean> {
  try {
    const due = await db
      .collection('tickets')
      .where({ wakeAt: db.command.lte(now) })
      .limit(1)
      .get();
    return due.data.length > 0;
  } catch {
    return true;
  }
}

/** Every notice there is, by ticket: `kind to at`. */
async function toldIn({ emulator: { db } }: Yima): Promise<Map<string, string[]>> {
  const told = new Map<string, string[]>();
  for (let last = ''; ; ) {
    const { data } = await db
      .collection('notices')
      .where({ _id: db.command.gt(last) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get();
    const rows = data as { _id: string; kind: string; to: string; at: number; about: { id: string } }[];
    for (const { kind, to, at, about } of rows)
      told.set(about.id, [...(told.get(about.id) ?? []), `${kind} ${to} ${at}`]);
    if (rows.length < 1000) return told;
    last = rows.at(-1)?._id ?? '';
  }
}

class Telling {
  trouble: string | null = null;
  private readonly mirrors = new Map<number, Mirror>();
  private readonly filings = new Map<number, { who: Name; input: Input<'ticket.file'>; id: string }>();
  private readonly acknowledged: { ticket: number; who: Name; input: MoveInput }[] = [];

  constructor(
    private readonly yima: Yima,
    readonly life: Life,
    private readonly cast: Cast,
    private readonly figures: Figures,
  ) {}

  get ids(): string[] {
    return [...this.filings.values()].map(({ id }) => id);
  }

  /** This life's part of one moment. */
  async round(index: number): Promise<void> {
    await this.guarded(async () => {
      for (const [place, report] of this.life.reports.entries())
        if (report.round === index) await this.file(place);
      for (const step of this.life.steps.filter((each) => each.round === index)) await this.step(step);
    });
  }

  /** Looks at what is stored; `rung`: the timer has been there. */
  meet(stored: ReadonlyMap<string, Ticket>, rung: boolean): void {
    this.guardedNow(() => {
      const all = [...stored.values()];
      for (const [place, { id, input }] of this.filings) {
        const ticket = stored.get(id);
        if (!ticket) throw new Error('a filing that was acknowledged is not there');
        const mirror = this.mirrors.get(place);
        if (!mirror) {
          if (ticket.history[0]?.key !== input.key) throw new Error('filed under another key');
          this.mirrors.set(place, Mirror.of(ticket));
        } else {
          if (rung) this.figures.clockMoves += mirror.followTimer(ticket, this.yima.now, all);
          mirror.compare(ticket);
        }
        mustHold(ticket, this.yima.now, rung);
      }
      if (rung)
        this.thread(
          this.ids.flatMap((id) => stored.get(id) ?? []),
          all,
        );
    });
  }

  /** Everything acknowledged is there once, everything promised was told once. */
  end(told: ReadonlyMap<string, readonly string[]>): void {
    this.guardedNow(() => {
      for (const [place, { id, input }] of this.filings) {
        const mirror = this.mirrors.get(place) as Mirror;
        const { ticket } = mirror;
        const keys = ticket.history.flatMap(({ key }) => (key ? [key] : []));
        const sent = this.acknowledged.filter((one) => one.ticket === place).map((one) => one.input.key);
        if (keys.join() !== [input.key, ...sent].join())
          throw new Error(`acknowledged ${sent.length + 1} changes, the story has ${keys.length}`);
        const notices = told.get(id) ?? [];
        const lost = [...mirror.promised].filter((notice) => !notices.includes(notice));
        const odd = notices.filter(
          (one, index) => !mirror.promised.has(one) || notices.indexOf(one) !== index,
        );
        if (lost.length > 0) throw new Error(`never told: ${lost.join(', ')}`);
        if (odd.length > 0) throw new Error(`told without promise, or twice: ${odd.join(', ')}`);
        this.figures.notices += notices.length;
        this.figures.tickets += 1;
        this.figures.slips += ticket.slips.length;
      }
    });
  }

  /** Who follows is known to the one it follows, and does not wait when that one is done. */
  private thread(mine: readonly Ticket[], all: readonly Ticket[]): void {
    for (const ticket of mine) {
      if (ticket.state !== 'merged') continue;
      const parent = all.find((other) => other._id === ticket.parent?.id);
      if (!parent) throw new Error('it follows nobody');
      if (!parent.followers.includes(ticket._id)) throw new Error('its parent does not know it');
      if (parent.state === 'resolved' || !isOpen(parent.state))
        throw new Error(`it still follows one that is ${parent.state}`);
    }
  }

  private async file(place: number): Promise<void> {
    const { service, onBehalf, against, sealed, seed, reports } = this.life;
    const report = reports[place] as Life['reports'][number];
    const first = this.filings.get(0);
    const input = this.yima.filing({
      key: keyOf(seed, `f${place}`),
      service,
      scene: sceneOf(placeOf(seed)),
      text: `${seed}-${place} 二楼的灯坏了`,
      answers: ANSWERS[service] ?? [],
      contact: { name: place === 0 ? '林桂芬' : '邻居', phone: PHONE },
      ...(report.sameAs && first ? { sameAs: first.id } : {}),
      ...(onBehalf && place === 0
        ? { onBehalf: { name: '王大爷', phone: '17000000009', callback: 'phone', consent: true } }
        : {}),
      ...(against && place === 0 ? { against: { unit: null, person: against } } : {}),
      ...(sealed ? { sealed } : {}),
    });
    const answer = await this.insist(report.who, 'ticket.file', input);
    if (!answer.ok) throw new Error(`file by ${report.who}: ${answer.code}`);
    const person = this.cast.get(report.who)?.id ?? personIdOf(openidOf(report.who));
    const id = ticketIdOf(person, input.key);
    if (answer.data.id !== id) throw new Error('a filing has another id');
    this.filings.set(place, { who: report.who, input, id });
  }

  private async step(step: Life['steps'][number]): Promise<void> {
    const mirror = this.mirrors.get(step.ticket);
    if (!mirror) return;
    if (step.kind === 'again') return this.again(step.draws[0] ?? 0);
    step.attempts ??= attemptsOf(step, mirror.ticket, this.cast, this.yima.now, this.life.reports.length);
    const sent = step.attempts.map((attempt, index) => ({
      attempt,
      input: this.inputOf(step.ticket, attempt, keyOf(this.life.seed, `s${step.round}.${index}`)),
    }));
    const [one, two] = sent;
    if (one && two) return this.race(step.ticket, mirror, [one, two]);
    if (one) await this.single(step.ticket, mirror, one);
  }

  private async single(place: number, mirror: Mirror, { attempt, input }: Sent): Promise<void> {
    const actor = this.cast.get(attempt.who) as Actor;
    const before = mirror.ticket.state;
    const chooses = needsSuccessor(mirror.ticket, attempt.move);
    const answer = await this.insist(attempt.who, 'ticket.move', input);
    const made = answer.ok ? madeIn(await this.stored(place), chooses) : undefined;
    const must = mirror.answer(input, actor, this.yima.now, this.parentOf(input), made);
    const is = answer.ok ? 'ok' : answer.code;
    if (is !== must.code)
      throw new Error(`${attempt.move} by ${attempt.who}: answered ${is}, by the rules ${must.code}`);
    if (must.code !== 'ok' || !answer.ok) {
      this.figures.refused += 1;
      return;
    }
    mirror.take(must.next);
    this.acknowledge(place, attempt.who, input, before);
    this.seen(must.next, actor, attempt, answer.data);
  }

  /** Two at once: whoever was told ok is in the story, in the order of the story, and the others are not. */
  private async race(place: number, mirror: Mirror, sent: readonly Sent[]): Promise<void> {
    this.figures.races += 1;
    const answers = await Promise.all(
      sent.map(({ attempt, input }) => this.insist(attempt.who, 'ticket.move', input)),
    );
    const stored = await this.stored(place);
    const placed = (one: Sent) => stored.history.findIndex(({ key }) => key === one.input.key);
    const worked = sent.filter((one) => placed(one) >= 0).sort((a, b) => placed(a) - placed(b));
    for (const [index, one] of sent.entries()) {
      const ok = answers[index]?.ok === true;
      if (ok !== worked.includes(one))
        throw new Error(
          `${one.attempt.move} by ${one.attempt.who}: ${ok ? 'acknowledged and lost' : 'refused and done'}`,
        );
    }
    for (const { attempt, input } of worked) {
      const before = mirror.ticket.state;
      const actor = this.cast.get(attempt.who) as Actor;
      const made = madeIn(stored, needsSuccessor(mirror.ticket, attempt.move));
      const must = mirror.answer(input, actor, this.yima.now, this.parentOf(input), made);
      if (must.code !== 'ok')
        throw new Error(`${attempt.move} by ${attempt.who} worked beside another, by the rules ${must.code}`);
      mirror.take(must.next);
      this.acknowledge(place, attempt.who, input, before);
    }
    this.figures.refused += sent.length - worked.length;
  }

  /** An old submit once more: the same answer, and nothing changes. */
  private async again(draw: number): Promise<void> {
    this.figures.repeats += 1;
    const last = pick(this.acknowledged, draw);
    if (!last) {
      const first = this.filings.get(0);
      const answer = first && (await this.insist(first.who, 'ticket.file', first.input));
      if (answer && !answer.ok) throw new Error(`the same filing again: ${answer.code}`);
      return;
    }
    const { ticket } = this.mirrors.get(last.ticket) as Mirror;
    const fresh = ticket.history.some(({ key, at }) => key === last.input.key && this.yima.now <= at + DAY);
    const mine = fresh || ticketFlow.rolesOf(ticket, this.cast.get(last.who) as Actor).length > 0;
    const answer = await this.insist(last.who, 'ticket.move', last.input);
    const is = answer.ok ? 'ok' : answer.code;
    if (is !== (mine ? 'ok' : 'NOT_FOUND')) throw new Error(`the same ${last.input.move} again: ${is}`);
  }

  /** What the answer shows: the rules' next moves, and no number of a resident to whom it does not belong. */
  private seen(ticket: Ticket, actor: Actor, { who, move }: Attempt, view: TicketView): void {
    const allowed = ticketFlow.allowed(ticket, actor, this.yima.now);
    if (view.state !== ticket.state || view.allowed.join() !== allowed.join())
      throw new Error(`${who} was shown ${view.state} with ${view.allowed.join(' ')}`);
    const reaches =
      actor.id === ticket.reporter.id ||
      (actor.staff && actor.staff.id === ticket.handler?.person) ||
      allowed.includes('call');
    if (!reaches && move !== 'look' && JSON.stringify(view).includes(PHONE))
      throw new Error(`${who} was shown a phone number`);
  }

  private acknowledge(place: number, who: Name, input: MoveInput, from: string): void {
    this.acknowledged.push({ ticket: place, who, input });
    this.figures.moves += 1;
    this.figures.cells.add(`${from} ${input.move}`);
    const state = this.mirrors.get(place)?.ticket.state ?? '';
    this.figures.states.set(state, (this.figures.states.get(state) ?? 0) + 1);
  }

  private inputOf(place: number, attempt: Attempt, key: string): MoveInput {
    const id = this.filings.get(place)?.id ?? '';
    const parent =
      attempt.parent === undefined
        ? {}
        : { parent: this.mirrors.get(attempt.parent)?.ticket._id ?? `t${'0'.repeat(24)}` };
    const input = { ...attempt.given, ...parent, id, key, move: attempt.move };
    const parsed = ACTIONS['ticket.move'].safeParse(input);
    if (!parsed.success) throw new Error(`no such ${attempt.move}: ${JSON.stringify(parsed.error.issues)}`);
    return parsed.data;
  }

  /** By what was sent: a report that is filed at the same moment was not there yet for whoever sent it. */
  private parentOf({ parent }: MoveInput): Ticket | undefined {
    return [...this.mirrors.values()].find(({ ticket }) => ticket._id === parent)?.ticket;
  }

  /** Sends until an answer comes that is no “try again”, as a phone does. */
  private async insist<A extends 'ticket.file' | 'ticket.move'>(
    who: Name,
    action: A,
    input: Input<A>,
  ): Promise<Answer<TicketView>> {
    for (let tries = 0; tries < 60; tries++) {
      this.figures.sendings += 1;
      const answer = (await this.yima.ask(who, action, input)) as Answer<TicketView>;
      if (answer.ok || answer.code !== 'BUSY') return answer;
    }
    throw new Error(`${action} never got through`);
  }

  /** The ticket as it is stored, also over a bad line. */
  private async stored(place: number): Promise<Ticket> {
    const id = this.filings.get(place)?.id ?? '';
    for (let tries = 0; ; tries++) {
      try {
        return (await this.yima.emulator.db.collection('tickets').doc(id).get()).data[0] as Ticket;
      } catch (error) {
        if (tries === 60) throw error;
      }
    }
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    if (this.trouble !== null) return;
    try {
      await work();
    } catch (error) {
      this.trouble = said(error);
    }
  }

  private guardedNow(work: () => void): void {
    if (this.trouble !== null) return;
    try {
      work();
    } catch (error) {
      this.trouble = said(error);
    }
  }
}

interface Sent {
  readonly attempt: Attempt;
  readonly input: MoveInput;
}

const placeOf = (seed: number): string => String(seed).padStart(10, '0');

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const ANSWERS: Readonly<Record<string, Input<'ticket.file'>['answers']>> = {
  'street-lamp': [{ id: 'where', answer: '楼道' }],
  gas: [{ id: 'now', answer: '没有了' }],
};

/** A client's key that follows from the life, so that a life told again sends the same. */
function keyOf(seed: number, what: string): string {
  const text = Array.from(`${seed}-${what}`, (letter) => letter.charCodeAt(0).toString(16)).join('');
  return text.padStart(32, '0').slice(-40);
}

/** The shortest life that still breaks something, told as a sentence for each step. */
async function shortest(
  yima: Yima,
  life: Life,
  rounds: readonly Round[],
  faults: number,
  what: string,
): Promise<string> {
  // Faults fall differently on a life that goes alone, so each shorter life gets several tries.
  const tries = faults > 0 ? 25 : 1;
  const breaks = async (shorter: Life, fewer: readonly Round[]): Promise<string | null> => {
    for (let index = 0; index < tries; index++) {
      const told = { ...shorter, seed: shorter.seed + index * 1_000_000 };
      const [trouble] = await tellBatch(yima, [told], fewer, faults, noFigures()).catch((error) => [
        { what: said(error) },
      ]);
      if (trouble) return trouble.what;
    }
    return null;
  };
  let best = { life, rounds, what };
  const alone = await breaks(life, rounds);
  if (alone === null) return report(best, 'only together with the other lives of its batch; not shortened');
  const attempt = async (shorter: Life, fewer: readonly Round[]): Promise<boolean> => {
    const trouble = await breaks(shorter, fewer);
    if (trouble === null) return false;
    best = { life: shorter, rounds: fewer, what: trouble };
    return true;
  };
  for (let size = Math.ceil(best.life.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = best.life.steps.length - size; from >= 0; from -= size) {
      const steps = best.life.steps.filter((_, index) => index < from || index >= from + size);
      await attempt({ ...best.life, steps }, best.rounds);
    }
  }
  for (let index = best.life.reports.length - 1; index > 0; index--) {
    if (best.life.steps.some((step) => step.ticket >= index)) break;
    await attempt({ ...best.life, reports: best.life.reports.slice(0, index) }, best.rounds);
  }
  for (let index = best.rounds.length - 1; index >= 0; index--) {
    const fewer = best.rounds.map((round, place) => (place === index ? { ...round, sweeps: 0 } : round));
    if ((best.rounds[index]?.sweeps ?? 0) > 0) await attempt(best.life, fewer);
  }
  const last = Math.max(0, ...best.life.steps.map((step) => step.round));
  await attempt(best.life, best.rounds.slice(0, last + 1));
  return report(best, 'shortest');
}

function report(best: { life: Life; rounds: readonly Round[]; what: string }, how: string): string {
  const { life, rounds, what } = best;
  const lines = rounds.flatMap(({ at, sweeps, atOnce }, index) => {
    const filed = life.reports.flatMap((report, place) =>
      report.round === index ? [`${report.who} files #${place}${report.sameAs ? ' like #0' : ''}`] : [],
    );
    const steps = life.steps
      .filter((step) => step.round === index)
      .map((step) => {
        const attempts = (step.attempts ?? []).map(
          ({ who, move, given, parent }) =>
            `${who} ${move} ${JSON.stringify({ ...given, ...(parent === undefined ? {} : { parent }) })}`,
        );
        return `#${step.ticket} ${step.kind === 'again' ? 'an old submit again' : attempts.join(' AT ONCE WITH ')}`;
      });
    const timer = sweeps > 0 ? [`timer ×${sweeps}${atOnce && sweeps > 1 ? ' at once' : ''}`] : [];
    const all = [...filed, ...steps, ...timer];
    return all.length > 0 ? [`  ${dayName(at)} ${timeName(at)}  ${all.join('; ')}`] : [];
  });
  const { service, far, onBehalf, against, sealed } = life;
  const where = [
    service,
    far && 'at the far end',
    onBehalf && 'for somebody else',
    against && `about ${against}`,
    sealed && 'sealed',
  ]
    .filter(Boolean)
    .join(', ');
  return [`${what}`, `life ${life.seed} (${where}), ${how}:`, ...lines].join('\n');
}

const madeIn = (stored: Ticket, chooses: boolean): Made => ({
  successor: chooses ? choiceIn(stored) : null,
  became: stored.became,
});
