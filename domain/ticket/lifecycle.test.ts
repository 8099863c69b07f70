import { CALENDAR, decide, inState, START } from '@/test/builders/ticket';
import { hou, lin, qian, shu, stranger, sun, zhao } from '@/test/builders/town';
import { CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { ticketFlow } from './flow';
import { isOpen, LIFECYCLE, MOVES, ROLES, STATES, type TicketMove, type TicketState } from './lifecycle';
import { QUESTION_LAPSES } from './limits';

/**
 * Every state × move × person, written out by hand and not derived from the table: who may, and where it ends.
 * A person not named is refused NOT_ALLOWED; a state not named is refused MOVED_ON to those who may in another; a word in
 * capitals is the bar that holds in that state (nothing waits for consent, the call would be too early).
 * The ticket is with zhao (闫满村网格, lead sun); hou is of another unit.
 */
const EXPECTED: Record<TicketMove, { who: string; ends: Partial<Record<TicketState, string>> }> = {
  dispatch: { who: 'qian clock', ends: { submitted: 'dispatched' } },
  transfer: { who: 'qian', ends: { dispatched: 'dispatched', signed: 'dispatched', working: 'dispatched' } },
  rule: { who: 'qian shu', ends: { adjudicating: 'dispatched' } },
  urgency: {
    who: 'sun qian',
    ends: {
      submitted: 'submitted',
      adjudicating: 'adjudicating',
      dispatched: 'dispatched',
      signed: 'signed',
      working: 'working',
    },
  },
  decline: { who: 'qian', ends: { submitted: 'submitted' } },
  sign: { who: 'zhao sun', ends: { dispatched: 'signed' } },
  return: { who: 'zhao sun', ends: { dispatched: 'submitted', signed: 'submitted' } },
  contact: { who: 'zhao', ends: { signed: 'working' } },
  ask: { who: 'zhao', ends: { working: 'need_info' } },
  answer: { who: 'lin', ends: { need_info: 'working' } },
  expire: { who: 'clock', ends: { need_info: 'working' } },
  hold: { who: 'zhao', ends: { working: 'working' } },
  extend: { who: 'zhao', ends: { signed: 'signed', working: 'working' } },
  grant: {
    who: 'sun qian shu',
    ends: {
      submitted: 'NOTHING_PENDING',
      adjudicating: 'NOTHING_PENDING',
      signed: 'NOTHING_PENDING',
      working: 'NOTHING_PENDING',
    },
  },
  deny: {
    who: 'sun qian shu',
    ends: {
      submitted: 'NOTHING_PENDING',
      adjudicating: 'NOTHING_PENDING',
      signed: 'NOTHING_PENDING',
      working: 'NOTHING_PENDING',
    },
  },
  refute: {
    who: 'zhao sun qian shu',
    ends: {
      submitted: 'NOT_REFUSED_YET',
      adjudicating: 'NOT_REFUSED_YET',
      signed: 'NOT_REFUSED_YET',
      working: 'NOT_REFUSED_YET',
    },
  },
  retract: {
    who: 'zhao sun qian shu',
    ends: {
      submitted: 'NOTHING_PENDING',
      adjudicating: 'NOTHING_PENDING',
      signed: 'NOTHING_PENDING',
      working: 'NOTHING_PENDING',
    },
  },
  askConsent: {
    who: 'clock',
    ends: {
      submitted: 'NOTHING_DUE',
      adjudicating: 'NOTHING_DUE',
      signed: 'NOTHING_DUE',
      working: 'NOTHING_DUE',
    },
  },
  urge: {
    who: 'lin',
    ends: {
      submitted: 'TOO_EARLY_TO_URGE',
      adjudicating: 'TOO_EARLY_TO_URGE',
      dispatched: 'TOO_EARLY_TO_URGE',
      signed: 'TOO_EARLY_TO_URGE',
      working: 'TOO_EARLY_TO_URGE',
    },
  },
  resume: { who: 'zhao sun', ends: { on_hold: 'working', long_term: 'working' } },
  holdEnds: { who: 'clock', ends: { on_hold: 'working', long_term: 'working' } },
  object: {
    who: 'lin',
    ends: {
      on_hold: 'on_hold',
      long_term: 'long_term',
      not_accepted: 'submitted',
      out_of_power: 'submitted',
    },
  },
  resolve: { who: 'zhao', ends: { working: 'resolved' } },
  check: { who: 'sun qian', ends: { checking: 'resolved' } },
  passUnchecked: { who: 'clock', ends: { checking: 'resolved' } },
  rate: { who: 'lin', ends: { resolved: 'closed' } },
  call: { who: 'sun qian', ends: { resolved: 'CALL_TOO_EARLY' } },
  close: { who: 'clock', ends: { resolved: 'closed' } },
  reopen: { who: 'lin sun qian', ends: { closed: 'working' } },
  withdraw: {
    who: 'lin',
    ends: {
      submitted: 'withdrawn',
      adjudicating: 'withdrawn',
      dispatched: 'withdrawn',
      signed: 'withdrawn',
      working: 'withdrawn',
      need_info: 'withdrawn',
      on_hold: 'withdrawn',
      long_term: 'withdrawn',
      merged: 'withdrawn',
    },
  },
  note: {
    who: 'lin zhao',
    ends: {
      submitted: 'submitted',
      adjudicating: 'adjudicating',
      dispatched: 'dispatched',
      signed: 'signed',
      working: 'working',
      need_info: 'need_info',
      on_hold: 'on_hold',
      long_term: 'long_term',
      checking: 'checking',
      merged: 'merged',
      resolved: 'resolved',
    },
  },
  remind: {
    who: 'clock',
    ends: { submitted: 'submitted', adjudicating: 'adjudicating', dispatched: 'dispatched' },
  },
  nudge: { who: 'clock', ends: { dispatched: 'dispatched', signed: 'signed', working: 'working' } },
  slip: {
    who: 'clock',
    ends: {
      submitted: 'submitted',
      adjudicating: 'adjudicating',
      dispatched: 'dispatched',
      signed: 'signed',
      working: 'working',
    },
  },
  merge: {
    who: 'qian clock',
    ends: { submitted: 'merged', dispatched: 'merged', signed: 'merged', working: 'merged' },
  },
  part: { who: 'qian clock', ends: { merged: 'submitted' } },
  settle: { who: 'clock', ends: { merged: 'resolved' } },
  joined: {
    who: 'clock',
    ends: {
      submitted: 'submitted',
      adjudicating: 'adjudicating',
      dispatched: 'dispatched',
      signed: 'signed',
      working: 'working',
      need_info: 'need_info',
      on_hold: 'on_hold',
      long_term: 'long_term',
      checking: 'checking',
    },
  },
  reply: {
    who: 'zhao sun',
    ends: {
      submitted: 'NO_SLIP',
      adjudicating: 'NO_SLIP',
      dispatched: 'NO_SLIP',
      signed: 'NO_SLIP',
      working: 'NO_SLIP',
    },
  },
  cancelSlip: {
    who: 'shu',
    ends: {
      submitted: 'NO_SLIP',
      adjudicating: 'NO_SLIP',
      dispatched: 'NO_SLIP',
      signed: 'NO_SLIP',
      working: 'NO_SLIP',
    },
  },
  recompute: {
    who: 'clock',
    ends: {
      submitted: 'submitted',
      adjudicating: 'adjudicating',
      dispatched: 'dispatched',
      signed: 'signed',
      working: 'working',
      need_info: 'need_info',
      on_hold: 'on_hold',
      long_term: 'long_term',
      checking: 'checking',
      resolved: 'resolved',
    },
  },
  succeed: {
    who: 'clock',
    ends: {
      dispatched: 'dispatched',
      signed: 'signed',
      working: 'working',
      need_info: 'need_info',
      on_hold: 'on_hold',
      long_term: 'long_term',
    },
  },
  vacate: {
    who: 'clock',
    ends: {
      dispatched: 'submitted',
      signed: 'submitted',
      working: 'submitted',
      need_info: 'submitted',
      on_hold: 'submitted',
      long_term: 'submitted',
    },
  },
  look: {
    who: 'zhao sun qian shu',
    ends: {
      submitted: 'NOTHING_SEALED',
      adjudicating: 'NOTHING_SEALED',
      dispatched: 'NOTHING_SEALED',
      signed: 'NOTHING_SEALED',
      working: 'NOTHING_SEALED',
      need_info: 'NOTHING_SEALED',
      on_hold: 'NOTHING_SEALED',
      long_term: 'NOTHING_SEALED',
      checking: 'NOTHING_SEALED',
      merged: 'NOTHING_SEALED',
      resolved: 'NOTHING_SEALED',
      closed: 'NOTHING_SEALED',
      not_accepted: 'NOTHING_SEALED',
      out_of_power: 'NOTHING_SEALED',
      withdrawn: 'NOTHING_SEALED',
      became: 'NOTHING_SEALED',
    },
  },
  shelve: { who: 'shu', ends: { working: 'long_term', on_hold: 'long_term' } },
  become: {
    who: 'sun qian',
    ends: { submitted: 'became', dispatched: 'became', signed: 'became', working: 'became' },
  },
  askNews: { who: 'clock', ends: { long_term: 'long_term' } },
  convene: { who: 'zhao sun qian', ends: { signed: 'signed', working: 'working' } },
  meet: { who: 'zhao sun qian', ends: { signed: 'NOT_JOINT', working: 'NOT_JOINT' } },
  measure: {
    who: 'zhao sun',
    ends: {
      dispatched: 'NO_MEASURE',
      signed: 'NO_MEASURE',
      working: 'NO_MEASURE',
      need_info: 'NO_MEASURE',
      on_hold: 'NO_MEASURE',
      long_term: 'NO_MEASURE',
    },
  },
  measureLate: {
    who: 'clock',
    ends: { dispatched: 'NOTHING_DUE', signed: 'NOTHING_DUE', working: 'NOTHING_DUE' },
  },
  unmet: { who: 'clock', ends: { dispatched: 'NOTHING_DUE', signed: 'NOTHING_DUE', working: 'NOTHING_DUE' } },
};

const PEOPLE = { lin, zhao, sun, hou, qian, shu, stranger, clock: CLOCK };
/** In the pool nobody has it, so its former handler has no part in it. */
const WITHOUT_HANDLER: readonly string[] = ['zhao', 'sun'];

const cells = STATES.flatMap((state) =>
  MOVES.flatMap((move) =>
    Object.keys(PEOPLE).map((person) => ({ state, move, person: person as keyof typeof PEOPLE })),
  ),
);

describe('every cell of the lifecycle', () => {
  test.each(STATES)('%s', (state) => {
    const ticket = inState(state);
    expect(ticket.state).toBe(state);
    let looked = 0;
    for (const { move, person } of cells.filter((cell) => cell.state === state)) {
      const actor = PEOPLE[person];
      const { who, ends } = EXPECTED[move];
      const part =
        who.split(' ').includes(person) && !(ticket.handler === null && WITHOUT_HANDLER.includes(person));
      const expected = !part ? 'NOT_ALLOWED' : (ends[state] ?? 'MOVED_ON');
      const now = START + 4 * 60_000;
      const outcome = attempt(() => decide(ticket, move, actor, now).next.state);
      expect(`${state} ${move} ${person}: ${outcome}`).toBe(`${state} ${move} ${person}: ${expected}`);
      expect(ticketFlow.allowed(ticket, actor, now).includes(move)).toBe(
        part && /^[a-z_]+$/.test(ends[state] ?? 'NO'),
      );
      looked += 1;
    }
    expect(looked).toBe(MOVES.length * Object.keys(PEOPLE).length);
  });

  test('no cell is missing and none is invented', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...MOVES].sort());
    expect(cells).toHaveLength(STATES.length * MOVES.length * Object.keys(PEOPLE).length);
    const roles = new Set(MOVES.flatMap((move) => LIFECYCLE[move].by as readonly string[]));
    expect([...roles].sort()).toEqual([...ROLES].sort());
  });

  test('a move that nobody knows is refused like one that is not yours', () => {
    for (const move of ['fly', 'constructor', '__proto__', 'toString']) {
      const command = { move, actor: zhao, now: START, calendar: CALENDAR };
      expect(attempt(() => ticketFlow.decide(inState('working'), command).next.state)).toBe('NOT_ALLOWED');
    }
  });

  test('every open ticket has a next moment to be looked at', () => {
    for (const state of STATES) {
      const ticket = ticketFlow.delivered(inState(state));
      // A follower waits for the one it follows, which wakes it.
      const ended = !isOpen(state) || state === 'merged';
      expect([state, ticket.wakeAt === null]).toEqual([state, ended]);
    }
  });

  test('a question lapses after five days and the work goes on', () => {
    const asked = inState('need_info');
    const lapsed = decide(asked, 'expire', CLOCK, asked.updatedAt + QUESTION_LAPSES).next;
    expect(lapsed.state).toBe('working');
    expect(lapsed.lapsesAt).toBeNull();
  });
});

function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
