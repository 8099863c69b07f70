/**
 * Two people in one process, their calls interleaved at every await: nobody is ever answered as the other, and everything
 * that is kept is kept for whoever did it. Gate size; the full one with `ISOLATION=5000`.
 */
import * as fc from 'fast-check';
import type { Name } from '@/test/support/yima';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const CALLS = Number(process.env.ISOLATION ?? 200);
/** So many are under way at a time. */
const AT_ONCE = 20;
/** A resident and another; a resident and who is at work. */
const PAIRS: readonly (readonly [Name, Name])[] = [
  ['lin', 'wang'],
  ['guest1', 'zhao'],
];
const KINDS = [
  'session.open',
  'profile.save',
  'ticket.list',
  'ticket.file',
  'ticket.read',
  'wish.list',
] as const;

test(`${CALLS} interleaved calls of two people: each is answered as who they are`, async () => {
  for (const pair of PAIRS) {
    const mine = new Map<Name, string[]>();
    for (const name of pair) {
      await yima.call(name, 'profile.save', { name: `姓名${name}`, phone: '' });
      mine.set(name, [(await yima.call(name, 'ticket.file', yima.filing({ text: `秘密${name}` }))).id]);
    }
    const steps = fc.sample(fc.tuple(fc.nat(1), fc.constantFrom(...KINDS)), {
      numRuns: Math.ceil(CALLS / PAIRS.length),
      seed: 20261122,
    });
    for (let from = 0; from < steps.length; from += AT_ONCE)
      await Promise.all(
        steps.slice(from, from + AT_ONCE).map(async ([turn, kind]) => {
          const [name, other] = [pair[turn] as Name, pair[1 - turn] as Name];
          const [own, foreign] = [mine.get(name) ?? [], mine.get(other) ?? []];
          if (kind === 'ticket.read') {
            // one’s own is opened while the other’s is asked for
            const [mineRead, theirs] = await Promise.all([
              yima.ask(name, 'ticket.read', { id: own[0] }),
              yima.ask(name, 'ticket.read', { id: foreign.at(-1) }),
            ]);
            expect(mineRead.ok && mineRead.data.text).toBe(`秘密${name}`);
            // the handler has a part in what the resident reports; nobody else has
            if (name !== 'zhao') expect(theirs.ok ? 'ok' : theirs.code).toBe('NOT_FOUND');
            return;
          }
          const input = {
            'session.open': {},
            'profile.save': { name: `姓名${name}`, phone: '' },
            'ticket.list': { box: 'mine' },
            'ticket.file': yima.filing({ text: `秘密${name}` }),
            'wish.list': { box: 'posted' },
          }[kind];
          const answer = await yima.ask(name, kind, input);
          if (!answer.ok) throw new Error(`${kind} as ${name}: ${answer.code}`);
          const text = JSON.stringify(answer.data);
          expect([kind, name, text.includes(`姓名${other}`), text.includes(`秘密${other}`)]).toEqual([
            kind,
            name,
            false,
            false,
          ]);
          if (kind === 'ticket.file') own.push((answer.data as { id: string }).id);
        }),
      );
    for (const name of pair)
      for (const id of mine.get(name) ?? []) {
        const [kept] = (await yima.emulator.db.collection('tickets').doc(id).get()).data;
        expect([kept.text, kept.reporter.id === kept.history[0].by.id]).toEqual([`秘密${name}`, true]);
      }
  }
}, 600_000);
