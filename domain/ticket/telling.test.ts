/** What each move promises to whom, from every state it leaves: the whole table, so that no notice gets lost or renamed. */
import { CLOCK } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { decide, inState } from '@/test/builders/ticket';
import { hou, lin, qian, shu, sun, zhao } from '@/test/builders/town';
import { LIFECYCLE, MOVES, STATES } from './lifecycle';
import { sayNotice } from './words';

const CAST = [lin, zhao, sun, hou, qian, shu, CLOCK];
const DAY = 86_400_000;

/** `move: kind→to kind→to`, once for each different way. */
function told(): string[] {
  const lines = new Set<string>();
  for (const move of MOVES)
    for (const state of STATES)
      for (const actor of CAST) {
        if (!(LIFECYCLE[move].from as readonly string[]).includes(state)) continue;
        const ticket = inState(state);
        const now = ticket.updatedAt + DAY;
        try {
          const { promised } = decide(ticket, move, actor, now);
          const said = promised.map(({ kind, to }) => `${kind}→${to}`);
          lines.add(`${move}: ${[...new Set(said)].sort().join(' ') || '–'}`);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
  return [...lines].sort();
}

const EXPECTED = `
answer: answered→s_zhao
ask: asked→u_lin
askNews: news-due→s_sun news-due→s_zhao
become: became→u_lin
become: became→u_lin taken→s_zhao
call: called→s_zhao
check: resolved→u_lin
close: closed→u_lin
contact: contacted→u_lin
convene: convened→u_lin measure→s_hou
decline: consent→s_qian
dispatch: assigned→s_sun dispatched→u_lin
expire: lapsed→u_lin unanswered→s_zhao
extend: consent→s_qian consent→s_sun
hold: consent→s_qian consent→s_sun
holdEnds: resumed→s_zhao resumed→u_lin
joined: joined→s_qian
joined: joined→s_sun joined→s_zhao
merge: merged→u_lin
merge: merged→u_lin taken→s_zhao
note: news→u_lin
note: noted→s_zhao
note: –
nudge: nudge→s_zhao
object: objected→s_qian
object: objected→s_sun objected→s_zhao
part: pooled→s_qian
passUnchecked: resolved→u_lin
rate: rated→s_zhao
recompute: –
remind: undispatched→s_qian
remind: unruled→s_qian unruled→s_shu
remind: unsigned→s_sun unsigned→s_zhao
reopen: reopened→s_sun reopened→s_zhao
resolve: resolved→u_lin
resume: resumed→u_lin
return: returned→s_qian
rule: assigned→s_sun dispatched→u_lin
settle: resolved→u_lin
shelve: shelved→s_zhao shelved→u_lin
sign: signed→u_lin
slip: slip-reminder→s_qian
slip: slip-reminder→s_sun slip-reminder→s_zhao
succeed: assigned→s_sun dispatched→u_lin
transfer: assigned→s_sun dispatched→u_lin taken→s_zhao
urgency: urgency→s_zhao urgency→u_lin
urgency: urgency→u_lin
vacate: pooled→s_qian
withdraw: withdrawn→s_zhao
withdraw: –
`;

test('every move tells whom it must, and nobody else', () => {
  expect(told().join('\n')).toBe(EXPECTED.trim());
});

test('everything that is told has words of its own', () => {
  // “news” says what any unknown kind would: that there is news
  const kinds = new Set([...EXPECTED.matchAll(/([\w-]+)→/g)].map(([, kind = '']) => kind));
  const wordless = [...kinds].filter((kind) => sayNotice(kind, '路灯') === sayNotice('', '路灯'));
  expect(wordless).toEqual(['news']);
});
