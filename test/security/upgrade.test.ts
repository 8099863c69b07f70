/**
 * Data of older versions: tickets as earlier releases stored them (`older/`, made by their own rules) are brought to today's
 * shape and go on. Nothing is lost, a second run changes nothing, and one that was broken off goes on.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Health } from '@/cloudfunctions/jobs/health';
import type { Upgraded } from '@/cloudfunctions/jobs/upgrade';
import type { Input } from '@/contract';
import { isOpen, type TicketState } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY, HOUR } from '@/domain/time/day';
import { verifyAudit } from '@/scripts/audit-verify';
import { filed } from '@/test/builders/ticket';
import { mustHold } from '@/test/lives/invariants';
import { type Name, seedTown, withYima } from '@/test/support/yima';

const yima = withYima();
const OLDER = ['before-consent', 'before-joint-work'];
const rowsOf = (name: string): Ticket[] =>
  readFileSync(path.join(__dirname, 'older', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const run = (job: string): Promise<unknown> => (job ? yima.operate(job) : yima.tick());
const stored = async (): Promise<Ticket[]> =>
  (await yima.emulator.db.collection('tickets').orderBy('_id', 'asc').limit(1000).get()).data;

/** A database as an older release left it. */
async function older(name: string): Promise<void> {
  const { forgetDirectory } = await import('@/cloudfunctions/runtime/directory');
  const { forgetPeople } = await import('@/cloudfunctions/runtime/people');
  const { forgetUpgraded } = await import('@/cloudfunctions/jobs/upgrade');
  await yima.emulator.reset();
  for (const forget of [forgetDirectory, forgetPeople, forgetUpgraded]) forget();
  await seedTown(yima.emulator.db);
  await yima.emulator.db.collection('tickets').add(rowsOf(name));
  const latest = Math.max(...rowsOf(name).map(({ updatedAt }) => updatedAt));
  yima.at(latest + 2 * HOUR);
}

/** The words, names, story and verdicts of a ticket: what no upgrade may touch. */
const kept = ({ _id, no, state, text, reporter, history, ratings, result, openedAt, closedAt }: Ticket) => ({
  ...{ _id, no, state, text, reporter, history, ratings, result, openedAt, closedAt },
});

/** What to do next, the first that is allowed; and whose it is. */
const ON: readonly (readonly [Name, Input<'ticket.move'>['move'], Partial<Input<'ticket.move'>>])[] = [
  ['lin', 'rate', { level: 5 }],
  ['lin', 'answer', { text: '二层' }],
  ['qian', 'dispatch', { post: 'grid@m012', person: 's_zhao' }],
  ['shu', 'grant', {}],
  ['sun', 'grant', {}],
  ['qian', 'grant', {}],
  ['sun', 'check', { passed: true }],
  ['qian', 'rule', { post: 'grid@m012', person: 's_zhao', text: '按清单' }],
  ['zhao', 'sign', {}],
  ['zhao', 'contact', { contact: 'phone' }],
  ['zhao', 'resume', {}],
  ['zhao', 'resolve', { result: 'solved', text: '换了灯泡' }],
] as const;

async function goesOn(id: string): Promise<TicketState> {
  for (let step = 0; step < 14; step++) {
    const before = (await yima.emulator.db.collection('tickets').doc(id).get()).data[0] as Ticket;
    if (before.closedAt !== null) return before.state;
    for (const [name, move, given] of ON) {
      const view = await yima.ask(name, 'ticket.read', { id });
      if (!view.ok || !(view.data.allowed as readonly string[]).includes(move)) continue;
      const outcome = await yima.outcome(name, 'ticket.move', yima.move(id, move, given));
      if (outcome !== 'ok') throw new Error(`${before.state} ${move} by ${name}: ${outcome}`);
      break;
    }
    await yima.tick();
  }
  return ((await yima.emulator.db.collection('tickets').doc(id).get()).data[0] as Ticket).state;
}

describe.each(OLDER)('tickets of %s', (name) => {
  beforeEach(() => older(name));

  test('are all there, whole, in today’s shape; twice is once', async () => {
    const before = rowsOf(name);
    const first = (await run('upgrade')) as Upgraded;
    expect(first).toMatchObject({ from: 0, looked: before.length, changed: before.length, more: false });
    const after = await stored();
    expect(after.map(kept)).toEqual(before.map(kept));
    for (const ticket of after) {
      expect(Object.keys(filed()).filter((field) => !(field in ticket))).toEqual([]);
      for (const slip of ticket.slips) expect(slip).toHaveProperty('end');
      mustHold(ticket, yima.now, false);
    }
    expect(await run('upgrade')).toMatchObject({ looked: 0, changed: 0, more: false });
    expect(await stored()).toEqual(after);
  });

  test('one that was broken off goes on where it was', async () => {
    const { upgrade } = await import('@/cloudfunctions/jobs/upgrade');
    const half = rowsOf(name)[4]?._id;
    expect(await upgrade(yima.now, 0)).toMatchObject({ looked: 0, more: true });
    await yima.emulator.db.collection('directory').doc('schema').update({ after: half });
    expect(await upgrade(yima.now)).toMatchObject({ looked: rowsOf(name).length - 5, more: false });
    // whoever was passed over still is: the row is believed
    expect((await stored())[0]).not.toHaveProperty('ruling');
  });

  test('are brought over by the timer itself, and their lives go on to the end', async () => {
    await yima.tick();
    const open = (await stored()).filter(({ closedAt }) => closedAt === null);
    expect(open.length).toBeGreaterThan(4);
    // nobody does anything for ten days: the ladder climbs, no slip comes twice
    for (let hours = 0; hours < 10 * 24; hours += 12) {
      yima.later(DAY / 2);
      await yima.tick();
    }
    for (const ticket of await stored()) {
      mustHold(ticket, yima.now, true);
      expect(ticket.slips.filter(({ kind }) => kind === 'reminder').length).toBeLessThanOrEqual(ticket.cycle);
    }
    const ends: Record<string, TicketState> = {};
    for (const { _id, state } of await stored()) ends[`${_id} ${state}`] = await goesOn(_id);
    // what follows another waits for that one
    const left = Object.entries(ends).filter(([, state]) => isOpen(state) && state !== 'merged');
    expect(left).toEqual([]);
    for (const ticket of await stored()) mustHold(ticket, yima.now, false);
    expect((await verifyAudit(yima.emulator.db)).faults).toEqual([]);
    const health = (await run('health')) as Health;
    expect(health.checks.find(({ what }) => what === 'schema')).toMatchObject({ ok: true });
  }, 600_000);
});

test('somebody who moves a ticket meanwhile comes first, and it is brought over all the same', async () => {
  await older('before-consent');
  const { db } = yima.emulator;
  const { upgrade } = await import('@/cloudfunctions/jobs/upgrade');
  const [first] = rowsOf('before-consent');
  const { _id, rev } = first as Ticket;
  // the upgrade has read it and its write is on the way when another instance writes
  const late = {
    kind: 'delay',
    door: 'admin',
    action: 'modifyDocument',
    collection: 'tickets',
    ms: 400,
    count: 1,
  };
  await yima.emulator.faults([late]);
  const upgraded = upgrade(yima.now);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await db
    .collection('tickets')
    .doc(_id)
    .update({ address: '改过了', rev: rev + 1 });
  expect(await upgraded).toMatchObject({ more: false });
  await yima.emulator.faults([]);
  const after = (await db.collection('tickets').doc(_id).get()).data[0] as Ticket;
  expect(after).toMatchObject({ address: '改过了', followers: [], rev: rev + 1 });
});
