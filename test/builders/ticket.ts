/** Tickets for rule tests: opened and moved by the real rules, never assembled by hand. */
import type { Service } from '@/domain/catalogue/catalogue';
import { type Actor, CLOCK } from '@/domain/flow/actor';
import { answerable, assign } from '@/domain/org/dispatch';
import type { Chosen } from '@/domain/ticket/command';
import { type TicketCommand, ticketFlow } from '@/domain/ticket/flow';
import type { TicketMove, TicketState } from '@/domain/ticket/lifecycle';
import { openTicket } from '@/domain/ticket/open';
import type { Ticket } from '@/domain/ticket/ticket';
import { unitCalendar } from '@/domain/time/calendar';
import { DAY, moment } from '@/domain/time/day';
import { hou, LAMP, lin, qian, STAIRWELL, shu, sun, TOWN, zhao } from './town';

export const CALENDAR = unitCalendar();
/** A Wednesday morning with no holiday near. */
export const START = moment('2026-03-11 09:00');

export interface Making {
  readonly service?: Service;
  readonly at?: number;
  readonly path?: string;
  /** Leave it in the pool, as when nobody is on duty. */
  readonly pooled?: boolean;
  readonly sampled?: boolean;
  readonly against?: Ticket['against'];
  readonly sealed?: boolean;
}

/** A ticket that lin has just sent: with zhao, or in the pool. */
export function filed({
  service = LAMP,
  at = START,
  path = STAIRWELL,
  pooled = false,
  sampled = false,
  against = null,
  sealed = false,
}: Making = {}): Ticket {
  const target = answerable(TOWN, service, path, at);
  const chosen = !pooled && target ? assign(TOWN, target, at, {}) : null;
  const unit = TOWN.units.find((candidate) => candidate.id === chosen?.post.unit);
  return openTicket(
    {
      _id: 't0123456789abcdef01234567',
      no: 'T0311-7KQ4M',
      service,
      orgPath: path,
      place: { id: 'sta1rwe110', name: '闫满村第1网格第12微网格' },
      address: '3号楼2单元',
      text: '二楼的灯坏了三天',
      answers: [],
      photos: [],
      reporter: { id: lin.id, name: lin.name, phone: '17000000001' },
      beneficiary: null,
      desk: ['s_qian'],
      leaders: ['s_shu'],
      sampled,
      against,
      sealed,
      key: 'key-of-filing',
      sent: 'digest',
    },
    { assignment: chosen && unit ? { ...chosen, unit } : null, calendar: CALENDAR, now: at },
  );
}

type Given = Partial<Omit<TicketCommand, 'move' | 'actor' | 'now'>>;

/** What each move needs, filled in; tests override what they are about. */
export const EVIDENCE: Readonly<Partial<Record<TicketMove, Given>>> = {
  dispatch: { assignment: assignmentTo('s_sun') },
  transfer: { assignment: assignmentTo('s_sun'), text: '赵海平请假' },
  succeed: { assignment: assignmentTo('s_sun') },
  return: { text: '不在我的网格' },
  contact: { contact: 'phone' },
  ask: { text: '是哪一层？' },
  answer: { text: '二层' },
  resolve: { result: 'solved', text: '换了声控灯', photos: ['cloud://local.b/u/2026-03/a.jpg'] },
  rate: { level: 5 },
  reopen: { text: '又坏了' },
  note: { text: '楼上也不亮' },
  rule: { assignment: assignmentTo('s_sun'), text: '按职责清单第 7 条' },
  urgency: { urgency: 'L2', text: '整栋楼都不亮' },
  decline: { code: 'court', text: '法院正在审理' },
  hold: { code: 'weather', text: '大雪封路', until: START + 10 * DAY },
  extend: { days: 5, text: '灯具要从厂家发货' },
  merge: { parent: another() },
  settle: { parent: another() },
  joined: { follower: 't_follower' },
  reply: { text: '配件明天到，后天装好' },
  cancelSlip: { text: '时限算错了' },
  deny: { text: '再想想办法' },
  refute: { text: '又去看了一遍，灯是亮的' },
  object: { text: '等不了那么久' },
  call: { outcome: 'solved' },
  check: { passed: true },
  look: { text: '要上门核实，得先约时间' },
  shelve: { code: 'budget', text: '等明年的管网改造', until: START + 200 * DAY },
  convene: { assignments: [assignmentTo('s_hou')], text: '污水要建设办一起疏通' },
  become: { thread: { kind: 'wish', id: 'w1', no: 'X0311-1' }, text: '想要一位老师，不是办事' },
  meet: { text: '会商记录：先抽排，再换管' },
  measure: { measure: 1, text: '已疏通 30 米' },
};

/** The whole decision of one move, with usual evidence. */
export function decide(ticket: Ticket, move: TicketMove, actor: Actor, now: number, given: Given = {}) {
  return ticketFlow.decide(ticket, { ...EVIDENCE[move], ...given, move, actor, now, calendar: CALENDAR });
}

/** The ticket after one move. */
export function moved(
  ticket: Ticket,
  move: TicketMove,
  actor: Actor,
  now: number,
  given: Given = {},
): Ticket {
  return decide(ticket, move, actor, now, given).next;
}

/** The ticket after everything the clock had to do by `now`. */
export function ticked(ticket: Ticket, now: number): Ticket {
  return (
    ticketFlow.tick(ticket, now, (move) => ({ move, actor: CLOCK, calendar: CALENDAR, now }))?.next ?? ticket
  );
}

/** A ticket in any state of the table, reached by lawful moves one minute apart. */
export function inState(state: TicketState, making: Making = {}): Ticket {
  const at = (making.at ?? START) + 60_000;
  switch (state) {
    case 'submitted':
      return filed({ ...making, pooled: true });
    case 'dispatched':
      return filed(making);
    case 'signed':
      return moved(filed(making), 'sign', zhao, at);
    case 'working':
      return moved(inState('signed', making), 'contact', zhao, at + 60_000);
    case 'need_info':
      return moved(inState('working', making), 'ask', zhao, at + 120_000);
    case 'adjudicating': {
      const back = moved(filed(making), 'return', zhao, at);
      const other = moved(back, 'dispatch', qian, at, { assignment: assignmentTo('s_hou') });
      return moved(other, 'return', hou, at + 60_000);
    }
    case 'on_hold':
      return moved(moved(inState('working', making), 'hold', zhao, at + 120_000), 'grant', sun, at + 120_000);
    case 'long_term':
      return moved(inState('working', making), 'shelve', shu, at + 120_000);
    case 'checking':
      return moved(inState('working', { ...making, sampled: true }), 'resolve', zhao, at + 120_000);
    case 'not_accepted':
      return moved(moved(inState('submitted', making), 'decline', qian, at), 'grant', shu, at);
    case 'out_of_power':
      return moved(
        moved(inState('submitted', making), 'decline', qian, at, { code: 'police' }),
        'grant',
        shu,
        at,
      );
    case 'merged':
      return moved(filed(making), 'merge', qian, at);
    case 'resolved':
      return moved(inState('working', making), 'resolve', zhao, at + 120_000);
    case 'closed':
      return moved(inState('resolved', making), 'rate', lin, at + 180_000);
    case 'became':
      return moved(filed(making), 'become', qian, at);
    case 'withdrawn':
      return moved(filed(making), 'withdraw', lin, at);
  }
}

/** Another open report of the same lamp. */
function another(): Ticket {
  return { ...filed(), _id: 't_other', no: 'T0311-OTHER' };
}

/** Somebody of the town with their post and unit, as chosen by hand. */
export function assignmentTo(personId: string): Chosen {
  const person = TOWN.persons.find((candidate) => candidate.id === personId);
  const post = TOWN.posts.find((candidate) => candidate.holders.some((holder) => holder.person === personId));
  const unit = TOWN.units.find((candidate) => candidate.id === post?.unit);
  if (!person || !post || !unit) throw new Error(`nobody is ${personId}`);
  return { person, post, unit, why: { rule: 'by-hand', clause: '', post: post.name, load: 0, among: 1 } };
}
