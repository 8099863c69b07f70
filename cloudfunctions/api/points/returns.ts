/** Taking a return and handing it over: booked together with points and stock, handed over against a code. */
import type { ReturnRow } from '@/contract/points';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { isOwn } from '@/domain/flow/same-person';
import { maskName } from '@/domain/person/mask';
import { isLocked, type Return, type ReturnCommand, returnFlow } from '@/domain/points/returns';
import { RETURN_STATE_WORDS } from '@/domain/points/words';
import { sayDate, sayWhen } from '@/domain/time/words';
import type { Listing } from '../../runtime/cases';
import { digest, ticketNo } from '../../runtime/digest';
import { book, countMiss, pickupCode, returns, settlePoints } from '../../runtime/returns';
import { signed } from '../../runtime/serve';
import { once, requireSame } from '../../runtime/submit';

export const redeem = signed<'points.redeem'>(async ({ key, item, points }, { actor, now, sent }) => {
  const _id = `r${digest('return', actor.id, key)}`;
  const no = `R${ticketNo(_id, now).slice(1)}`;
  const owner = { id: actor.id, name: actor.name };
  const booked = await book({ _id, no, owner, code: pickupCode(), item, price: points, key, sent }, now);
  requireSame(booked, sent);
  return rowOf(booked, actor, now);
});

export const listReturns = signed<'points.returns'>(async ({ box, after }, { actor, now }) => {
  const { rows, next } = await returns.list({ ...listing(box, actor), bare: true, after });
  return { rows: rows.map((row) => rowOf(row, actor, now)), next };
});

export const moveReturn = signed<'points.return'>(async ({ id, ...said }, { actor, now, sent }) => {
  const found = await returns.read(id);
  if (!found || returnFlow.rolesOf(found, actor).length === 0) throw new Refusal('NOT_FOUND');
  const saved = await changed(found, { ...said, sent, actor, now });
  // The piece goes back to the shelf by the jobs: its owner waits for the points alone.
  await settlePoints(saved, now);
  return rowOf(saved, actor, now);
});

/** A wrong code is counted before it is answered, so that many at once have no more tries than one after the other. */
async function changed(found: Return, command: ReturnCommand): Promise<Return> {
  try {
    return await once(returns, found, command, (current) => returnFlow.decide(current, command).next);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'PICKUP_WRONG')
      await countMiss(found, command.actor.staff?.id ?? '', command.now);
    throw error;
  }
}

function listing(box: 'mine' | 'desk', { id, staff }: Actor): Omit<Listing, 'after'> {
  if (box === 'mine') return { is: { 'owner.id': id }, sort: 'openedAt', direction: 'desc' };
  if (!staff) throw new Refusal('STAFF_ONLY');
  return { is: { area: staff.area, state: 'booked' }, sort: 'openedAt', direction: 'asc' };
}

function rowOf(subject: Return, actor: Actor, now: number): ReturnRow {
  const { _id, no, item, owner, points, state, openedAt } = subject;
  const mine = isOwn(actor, owner.id);
  const waits = state === 'booked';
  return {
    id: _id,
    no,
    name: item.name,
    points,
    where: item.where,
    owner: mine ? '' : maskName(owner.name),
    code: mine && waits ? subject.code : '',
    state,
    locked: waits && isLocked(subject),
    say: waits ? sayWaiting(subject, now) : RETURN_STATE_WORDS[state],
    tone: waits ? 'today' : state === 'handed' ? 'ok' : 'plain',
    when: sayWhen(openedAt, now),
    allowed: returnFlow.allowed(subject, actor, now),
  };
}

function sayWaiting(subject: Return, now: number): string {
  if (isLocked(subject)) return '取物码锁住了，请负责人当面核对后给您';
  return `给您留到${sayDate(subject.keptUntil, now)}`;
}
