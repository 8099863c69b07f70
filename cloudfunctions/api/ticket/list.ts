/** A person's lists: each is one indexed query, so its cost is the page and not the town. */
import type { Input } from '@/contract';
import type { Actor, Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import type { PostKind } from '@/domain/org/org';
import type { Listing } from '../../runtime/cases';
import { signed } from '../../runtime/serve';
import { listFor } from '../../runtime/tickets';
import { LIST_CALENDAR, rowOf } from './view';

export const listTickets = signed<'ticket.list'>(async ({ box, after }, { actor, now }) => {
  const { rows, next } = await listFor(actor, { ...listing(box, actor, now), after });
  return { rows: rows.map((ticket) => rowOf(ticket, { actor, now, calendar: LIST_CALENDAR })), next };
});

type Box = Input<'ticket.list'>['box'];

function listing(box: Box, actor: Actor, now: number): Omit<Listing, 'after'> {
  if (box === 'mine') return { is: { 'reporter.id': actor.id }, sort: 'openedAt', direction: 'desc' };
  const { staff } = actor;
  if (!staff) throw new Refusal('STAFF_ONLY');
  switch (box) {
    case 'work':
      return { is: { 'handler.person': staff.id, closedAt: null }, sort: 'dueAt', direction: 'asc' };
    case 'done':
      return {
        is: { 'handler.person': staff.id },
        above: 0,
        sort: 'closedAt',
        direction: 'desc',
      };
    case 'unit':
      return {
        is: { 'handler.unit': unitOf(staff), state: 'dispatched' },
        sort: 'dueAt',
        direction: 'asc',
      };
    case 'pool':
      requirePost(staff, ['dispatcher']);
      return { is: { area: staff.area, state: 'submitted' }, sort: 'dueAt', direction: 'asc' };
    case 'rulings':
      requirePost(staff, ['dispatcher', 'leader']);
      return { is: { area: staff.area, state: 'adjudicating' }, sort: 'dueAt', direction: 'asc' };
    case 'together':
      return {
        is: { area: staff.area, together: true, 'joint.measures.person': staff.id },
        sort: 'dueAt',
        direction: 'asc',
      };
    case 'checks':
      return isDesk(staff)
        ? { is: { area: staff.area, state: 'checking' }, sort: 'dueAt', direction: 'asc' }
        : { is: { 'handler.unit': ledBy(staff), state: 'checking' }, sort: 'dueAt', direction: 'asc' };
    case 'calls':
      requirePost(staff, ['dispatcher']);
      return { is: { area: staff.area }, below: now + 1, sort: 'callAt', direction: 'asc' };
    case 'long':
      requirePost(staff, ['dispatcher', 'leader']);
      return { is: { area: staff.area, state: 'long_term' }, sort: 'dueAt', direction: 'asc' };
    case 'late':
      requirePost(staff, ['dispatcher', 'leader']);
      return { is: { area: staff.area }, below: now, sort: 'runsOut', direction: 'asc' };
  }
}

function requirePost(staff: Staff, kinds: readonly PostKind[]): void {
  if (!staff.posts.some((post) => kinds.includes(post.kind))) throw new Refusal('NOT_ALLOWED');
}

/** Posts whose units are given tickets. */
const HANDLES: readonly PostKind[] = ['office', 'grid-worker', 'property'];

function isDesk(staff: Staff): boolean {
  return staff.posts.some((post) => post.kind === 'dispatcher');
}

function ledBy({ leads: [unit] }: Staff): string {
  if (unit === undefined) throw new Refusal('NOT_ALLOWED');
  return unit;
}

function unitOf(staff: Staff): string {
  const unit = staff.posts.find((post) => HANDLES.includes(post.kind))?.unit;
  if (!unit) throw new Refusal('NOT_ALLOWED');
  return unit;
}
