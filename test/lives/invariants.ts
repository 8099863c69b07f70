/**
 * What must hold of a stored ticket, read from the document alone. Only the table is taken as given: who may do what,
 * from where to where. The sentences are written here anew, so that a mistake in a rule is not believed twice.
 */
import { isOpen, LIFECYCLE, type TicketMove, type TicketState } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY } from '@/domain/time/day';

/** Another start of a clock, after which the ladder of lateness begins anew. */
const NEW_CLOCK: readonly string[] = [
  'dispatch',
  'transfer',
  'rule',
  'return',
  'urgency',
  'rate',
  'call',
  'reopen',
  'object',
  'part',
  'settle',
  'vacate',
];
/** The weekly list comes every five working days: with a worked weekend that is a little less than a week. */
const WEEKLY = 4 * DAY;
const DANGER = ['L1', 'L2'];

/** Throws an Error that says what is wrong. `resting`: every timer has rung and nothing is due. */
export function mustHold(ticket: Ticket, now: number, resting: boolean): void {
  const hold = (what: string, fact: boolean) => {
    if (!fact) throw new Error(`${what} (${ticket.state}: ${ticket.history.map((e) => e.move).join(' ')})`);
  };
  lawful(ticket, hold);
  persons(ticket, hold);
  slips(ticket, hold);
  owned(ticket, hold);
  if (!resting) return;
  hold('a promise was not told', ticket.outbox.length === 0);
  hold('the clock was not looked at', ticket.wakeAt === null || ticket.wakeAt > now);
}

type Hold = (what: string, fact: boolean) => void;

/** Every entry of the story is a row of the table, and they lead to where the ticket is. */
function lawful(ticket: Ticket, hold: Hold): void {
  let state: TicketState = 'submitted';
  let last = ticket.openedAt;
  hold('it begins with the filing', ticket.history[0]?.move === 'file');
  for (const entry of ticket.history.slice(1)) {
    hold('the story goes backwards in time', entry.at >= last);
    last = entry.at;
    const row = LIFECYCLE[entry.move as TicketMove];
    hold(`illegal: ${entry.move} from ${state}`, (row.from as readonly string[]).includes(state));
    hold(`illegal: ${entry.move} by ${entry.by.role}`, (row.by as readonly string[]).includes(entry.by.role));
    state = (entry.to ?? state) as TicketState;
    hold(`illegal: ${entry.move} to ${state}`, (row.to as readonly string[]).includes(state));
  }
  hold(`its story ends in ${state}`, state === ticket.state);
  hold('open means not closed', isOpen(ticket.state) === (ticket.closedAt === null));
  const keys = ticket.history.flatMap(({ key }) => (key ? [key] : []));
  hold('one submit counts once', new Set(keys).size === keys.length);
}

/** Nobody judges, or consents to, their own doing; nobody speaks for the one it was filed for. */
function persons(ticket: Ticket, hold: Hold): void {
  let asked: string | null = null;
  let solver: string | null = null;
  let urgency: string = ticket.urgency;
  const changes = ticket.history.filter((entry) => entry.move === 'urgency');
  if (changes[0]) urgency = String(changes[0].about?.from ?? urgency);
  let questions = 0;
  let calls = 0;
  for (const { move, by, about } of ticket.history) {
    if (['decline', 'hold', 'extend'].includes(move)) asked = by.id;
    if (move === 'grant') hold('consent to one’s own request', asked !== by.id);
    if (move === 'urgency') urgency = String(about?.urgency);
    if (move === 'hold' || move === 'shelve') hold('danger waits', !DANGER.includes(urgency));
    if (move === 'resolve') solver = by.id;
    if (move === 'check') hold('who did the work checks it', by.id !== solver);
    if (move === 'rate') {
      hold('only its reporter rates', by.role === 'reporter');
      hold('a proxy rates', ticket.beneficiary === null);
    }
    if (move === 'call') hold('who did the work calls', by.id !== solver);
    questions = ['rate', 'call', 'reopen'].includes(move) ? 0 : questions + (move === 'ask' ? 1 : 0);
    hold('three questions in a cycle', questions <= 2);
    calls = ['resolve', 'settle'].includes(move) ? 0 : calls + (move === 'call' ? 1 : 0);
    hold('four calls in a cycle', calls <= 3);
  }
  const cycles = ticket.ratings.map(({ cycle }) => cycle);
  hold('one verdict a cycle', new Set(cycles).size === cycles.length);
}

/** One slip for one rung: the same kind comes again only after a clock began anew, the last one once a week. */
function slips({ slips, history }: Ticket, hold: Hold): void {
  hold('two slips with one number', new Set(slips.map(({ no }) => no)).size === slips.length);
  hold(
    'a slip without addressee',
    slips.every(({ to }) => to.length > 0),
  );
  const told = history.flatMap(({ move, about }) => (/^(slip|measureLate)$/.test(move) ? [about?.no] : []));
  hold('the story tells of other slips', told.join() === slips.map(({ no }) => no).join());
  let climbed = new Map<unknown, number>();
  for (const { move, about, at } of history) {
    if (NEW_CLOCK.includes(move)) climbed = new Map();
    if (move !== 'slip') continue;
    const before = climbed.get(about?.kind);
    const again = before !== undefined && !(about?.kind === 'bulletin' && at - before > WEEKLY);
    hold(`a second ${about?.kind} on one rung`, !again);
    climbed.set(about?.kind, at);
  }
}

/** While it is open somebody has it, a date is promised, and something will wake the clock. */
function owned(ticket: Ticket, hold: Hold): void {
  const { state, handler, desk, parent } = ticket;
  if (!isOpen(state)) return;
  const withDesk = handler === null && desk.length > 0 && ['submitted', 'adjudicating'].includes(state);
  const follows =
    parent !== null && ['merged', 'resolved', 'working', 'need_info', 'on_hold'].includes(state);
  hold('open without owner', Boolean(handler?.person) || withDesk || follows);
  hold('open without deadline', Number.isFinite(ticket.dueAt));
  hold('open, and nothing wakes the clock', ticket.wakeAt !== null || state === 'merged');
}
