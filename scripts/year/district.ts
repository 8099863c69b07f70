/** The people of a district over a year: who files, who works, who judges; some late, a few never. The timer rings in between. */
import { inLanes } from '@/cloudfunctions/runtime/lanes';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { Input } from '@/contract';
import type { Ticket } from '@/domain/ticket/ticket';
import { addWorkingMs, isOpen, unitCalendar } from '@/domain/time/calendar';
import { dayName, HOUR, MINUTE } from '@/domain/time/day';
import { type Random, random } from '@/scripts/worlds/random';
import type { Name, Yima } from '@/test/support/yima';
import { drawer } from './shape';
import { type Town, who } from './towns';

const CALENDAR = unitCalendar();
/** What is asked for, of a hundred. */
const SERVICES = { 'street-lamp': 62, policy: 20, roof: 12, sewer: 4, gas: 2 };
const service = drawer(Object.values(SERVICES));
/** Time goes by in these steps: what falls into one happens at its end, at once, as far as it can. */
const STEP = 5 * MINUTE;
/** The timer is let ring at least so often; and in every step in which something happens or is due. */
const RING = 6 * HOUR;
/** People who act at the very same time. */
const AT_ONCE = 16;

/** One request and the habits of those it meets: its own chance, so that what others do changes nothing of it. */
interface Request {
  readonly index: number;
  readonly reporter: Name;
  readonly chance: Random;
  readonly town: Town;
  id: string;
}

export class District {
  readonly filed: string[] = [];
  rings = 0;
  acts = 0;
  refused = 0;
  private readonly agenda = new Agenda<Request>();

  /** `residents`: how many different people file; `moments`: when (ms). */
  constructor(
    private readonly yima: Yima,
    towns: readonly Town[],
    moments: readonly number[],
    residents: number,
    seed: number,
  ) {
    for (const [index, at] of moments.entries()) {
      const chance = random(seed * 1_000_003 + index);
      const reporter = `guest${chance.between(0, residents - 1)}` as const;
      this.agenda.add(at, { index, reporter, chance, town: chance.pick(towns), id: '' });
    }
  }

  /** Everything that is planned before `until` (ms). */
  async live(until: number): Promise<void> {
    const { yima, agenda } = this;
    for (let rung = yima.now; ; ) {
      const next = Math.min(agenda.next ?? until, await this.nextWake(until), rung + RING);
      const now = Math.max(Math.ceil(next / STEP) * STEP, rung + STEP);
      if (now >= until) break;
      yima.at(now);
      await this.happen(agenda.takeUntil(now));
      for (let more = true; more; this.rings += 1) more = (await yima.tick()).more;
      rung = now;
      process.stderr.write(`\r${dayName(now)} ${this.filed.length} `);
    }
    process.stderr.write('\n');
  }

  /** When the next ticket wakes (ms). */
  private async nextWake(until: number): Promise<number> {
    const { db } = this.yima.emulator;
    const { data } = await db
      .collection('tickets')
      .where({ wakeAt: db.command.gt(0) })
      .orderBy('wakeAt', 'asc')
      .limit(1)
      .field({ wakeAt: true })
      .get();
    return (data[0] as Pick<Ticket, 'wakeAt'> | undefined)?.wakeAt ?? until;
  }

  private async happen(requests: readonly Request[]): Promise<void> {
    const stored = await this.stored(requests.map(({ id }) => id).filter(Boolean));
    await inLanes(requests, AT_ONCE, (request) => {
      const ticket = stored.get(request.id);
      return ticket ? this.act(request, ticket) : this.file(request);
    });
  }

  private async stored(ids: readonly string[]): Promise<ReadonlyMap<string, Ticket>> {
    const { db } = this.yima.emulator;
    const found = new Map<string, Ticket>();
    for (let from = 0; from < ids.length; from += 500) {
      const part = ids.slice(from, from + 500);
      const { data } = await db
        .collection('tickets')
        .where({ _id: db.command.in(part) })
        .limit(500)
        .get();
      for (const ticket of data as Ticket[]) found.set(ticket._id, ticket);
    }
    if (found.size !== ids.length) throw new Error(`${ids.length - found.size} tickets are gone`);
    return found;
  }

  private async file(request: Request): Promise<void> {
    const { yima } = this;
    const { chance, reporter, town } = request;
    const wanted = Object.keys(SERVICES)[service(chance)] as string;
    const filing = yima.filing({
      service: wanted,
      scene: sceneOf(chance.pick(town.places)._id),
      text: `第${request.index}件`,
      ...(wanted === 'gas' && { answers: [{ id: 'now', answer: '没有了' }] }),
    });
    request.id = (await yima.call(reporter, 'ticket.file', filing)).id;
    this.filed.push(request.id);
    this.later(request, this.soon(request, 2));
  }

  /** Somebody looks at it again at this moment (ms). */
  private later(request: Request, at: number): void {
    this.agenda.add(at, request);
  }

  /** Some working hours from now, around `hours`; one in twenty forgets it for days. */
  private soon({ chance }: Request, hours: number): number {
    const forgotten = chance.next() < 0.05 ? chance.between(16, 64) : 0;
    const wait = (0.2 + 1.6 * chance.next()) * hours + forgotten;
    return addWorkingMs(CALENDAR, this.yima.now, wait * HOUR).at;
  }

  private async move(name: Name, id: string, move: Input<'ticket.move'>['move'], given = {}): Promise<void> {
    this.acts += 1;
    const outcome = await this.yima.outcome(name, 'ticket.move', this.yima.move(id, move, given));
    if (outcome !== 'ok') this.refused += 1;
  }

  /** The next thing that somebody does about it, whatever the clock has done meanwhile. */
  private async act(request: Request, ticket: Ticket): Promise<void> {
    const { yima } = this;
    const { id, chance, reporter, town } = request;
    const dispatcher = who('qian', town.n);
    const worker = (ticket.handler?.person.slice(2) ?? dispatcher) as Name;
    // those at work are at work in the office's hours, but danger does not wait
    if (['dispatched', 'signed', 'working'].includes(ticket.state) && !isOpen(CALENDAR, yima.now)) {
      if (ticket.urgency !== 'L1' && ticket.urgency !== 'L2')
        return this.later(request, this.soon(request, 0.5));
    }
    switch (ticket.state) {
      case 'submitted': {
        const [choice] = await yima.call(dispatcher, 'ticket.assignees', { id });
        if (choice) await this.move(dispatcher, id, 'dispatch', { post: choice.post, person: choice.person });
        return this.later(request, this.soon(request, 1));
      }
      case 'dispatched':
        await this.move(worker, id, 'sign');
        return this.later(request, this.soon(request, 2));
      case 'signed':
        await this.move(worker, id, 'contact', { contact: 'phone' });
        return this.later(request, this.soon(request, 12));
      case 'working': {
        if (ticket.asked === 0 && chance.next() < 0.06) {
          await this.move(worker, id, 'ask', { text: '是哪一层？' });
          return this.later(request, yima.now + chance.between(1, 200) * HOUR);
        }
        const photos = ticket.evidence === 'required' ? [await yima.photo(worker, id)] : [];
        await this.move(worker, id, 'resolve', { result: 'solved', text: '办好了', photos });
        return this.later(request, yima.now + chance.between(1, 70) * HOUR);
      }
      case 'need_info':
        await this.move(reporter, id, 'answer', { text: '二层' });
        return this.later(request, this.soon(request, 4));
      case 'checking':
        await this.move(who('sun', town.n), id, 'check', { passed: true });
        return this.later(request, this.soon(request, 4));
      case 'resolved': {
        if (chance.next() < 0.5) return;
        const level = [5, 5, 5, 5, 5, 5, 4, 4, 3, 2][chance.between(0, 9)];
        await this.move(reporter, id, 'rate', { level, ...(level === 2 && { reasons: ['slow'] }) });
        if (level === 2) this.later(request, this.soon(request, 4));
        return;
      }
      default:
        return;
    }
  }
}

/** What is to happen, the next first. */
class Agenda<T> {
  private readonly heap: { readonly at: number; readonly what: T }[] = [];

  /** When the next is (ms). */
  get next(): number | undefined {
    return this.heap[0]?.at;
  }

  add(at: number, what: T): void {
    const { heap } = this;
    let place = heap.push({ at, what }) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.at(above) <= at) break;
      this.swap(above, place);
      place = above;
    }
  }

  /** All up to `now` (ms, included), in order. */
  takeUntil(now: number): T[] {
    const taken: T[] = [];
    for (let first = this.heap[0]; first && first.at <= now; first = this.heap[0]) {
      taken.push(first.what);
      this.dropFirst();
    }
    return taken;
  }

  private dropFirst(): void {
    this.swap(0, this.heap.length - 1);
    this.heap.pop();
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const lower = this.at(right) < this.at(left) ? right : left;
      if (this.at(lower) >= this.at(place)) return;
      this.swap(place, lower);
      place = lower;
    }
  }

  private at(place: number): number {
    return this.heap[place]?.at ?? Number.POSITIVE_INFINITY;
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    [heap[one], heap[other]] = [heap[other] as (typeof heap)[0], heap[one] as (typeof heap)[0]];
  }
}
